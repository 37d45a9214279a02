// The built-in configuration, as the host pages of demo/ run it: with the addresses of what runs beside them.
import { mapConfiguration } from './map-tiles.mjs';

/** Services whose owners allow requests to this machine's own map. */
const MAPPED = ['orders', 'dispatch'];

/**
 * @param document the built-in configuration document
 * @param addresses `records`: the origin of the record site; `map`: where the map is mounted
 */
export function demoConfiguration(document, { records, map }) {
  const contextItems = document.tenant.contextItems.map((item) => ({
    ...item,
    url: item.url.replace(
      /^https:\/\/[^/]+\/(customers|files|orders|cards)/,
      (_, kind) => `${records}/${kind === 'files' ? 'claims' : kind}`,
    ),
    messages: true,
  }));
  const services = document.services.map((service) =>
    MAPPED.includes(service.id) ? { ...service, extensions: { ...service.extensions, mapRequests: true } } : service,
  );
  return { ...document, tenant: { ...document.tenant, contextItems, map: mapConfiguration(map) }, services };
}
