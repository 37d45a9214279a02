// The built-in configuration, as the host pages of demo/ run it: with the addresses of what runs beside them.
import { mapConfiguration } from './map-tiles.mjs';

/** Services whose owners allow requests to this machine's own map. */
const MAPPED = ['orders', 'dispatch'];

/**
 * @param document the built-in configuration document
 * @param addresses `records`: the origin of the record site; `map`: where the map is mounted; `hasPlatforms`: whether other
 *   contact centres bring work, too, not all of which can be parked
 */
export function demoConfiguration(document, { records, map, hasPlatforms = false }) {
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
  const built = { ...document, tenant: { ...document.tenant, contextItems, map: mapConfiguration(map) }, services };
  return hasPlatforms ? { ...built, ...shared(built) } : built;
}

/** Several conversations at once, and room for those of all contact centres. */
function shared({ users }) {
  const perModality = { 'audio-video': 4, im: 6, email: 3, external: 3 };
  const taskParallelization = { enabled: true, total: 12, perModality };
  return {
    sessionPolicy: 'multi-active',
    users: users.map((user) => (user.companionLicence ? { ...user, taskParallelization } : user)),
  };
}
