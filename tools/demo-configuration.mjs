// The built-in configuration, as the host pages of demo/ run it: with the addresses of what runs beside them.

/**
 * @param document the built-in configuration document
 * @param records the origin of the record site
 */
export function demoConfiguration(document, { records }) {
  const contextItems = document.tenant.contextItems.map((item) => ({
    ...item,
    url: item.url.replace(
      /^https:\/\/[^/]+(\/(?:customers|files|orders|cards))/,
      (_, path) => `${records}${path === '/files' ? '/claims' : path}`,
    ),
    messages: true,
  }));
  return { ...document, tenant: { ...document.tenant, contextItems } };
}
