import type { Configuration } from '../configuration/configuration.js';

/** The document of a parsed configuration, with all defaults written out. Parsing it yields the same configuration. */
export function documentOf({ sessionPolicy, sentimentThreshold, tenant, services, records, users }: Configuration) {
  return {
    version: 1,
    sessionPolicy,
    sentimentThreshold,
    tenant,
    // Kinds of records stand among them, and are read as such again.
    services: [...services.values()].filter(({ id }) => !records.has(id)),
    records: [...records.values()],
    users: [...users.values()],
  } as const;
}
