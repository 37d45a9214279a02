import type { Configuration } from '../configuration/configuration.js';

/** The document of a parsed configuration, with all defaults written out. Parsing it yields the same configuration. */
export function documentOf({ sessionPolicy, sentimentThreshold, tenant, services, users }: Configuration) {
  return {
    version: 1,
    sessionPolicy,
    sentimentThreshold,
    tenant,
    services: [...services.values()],
    users: [...users.values()],
  } as const;
}
