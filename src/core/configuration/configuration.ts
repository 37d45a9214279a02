import type { InferOutput } from 'valibot';
import type { configurationSchema } from './schema.js';

type Document = InferOutput<typeof configurationSchema>;

/** Settings of one service: what its owner switched on (Extensions and Companion settings, after-call work). */
export type Service = Document['services'][number];

/** Settings of one user: licences and task parallelization. */
export type User = Document['users'][number];

/** A kind of record that agents open as a session of its own, such as a case. */
export type RecordKind = Document['records'][number];

export type SessionPolicy = Document['sessionPolicy'];

/** A code or context item as the tenant's administrator defined it. */
export type TenantItem = Document['tenant']['codes'][number];

/** A conversation-context item as the tenant's administrator defined it. */
export type ContextItem = Document['tenant']['contextItems'][number];

/** A parsed configuration: defaults filled in, look-ups by id ready. Made by `parseConfiguration` only. */
export interface Configuration extends Pick<Document, 'sessionPolicy' | 'sentimentThreshold' | 'tenant'> {
  /** What sessions are shown by: services, and kinds of records under their ids. */
  readonly services: ReadonlyMap<string, Service>;
  readonly records: ReadonlyMap<string, RecordKind>;
  readonly users: ReadonlyMap<string, User>;
  readonly codes: ReadonlyMap<string, TenantItem>;
  readonly contextItems: ReadonlyMap<string, ContextItem>;
}
