import type * as v from 'valibot';
import { parseConfiguration } from '../configuration/parse-configuration.js';
import type { Envelope, Heartbeat, WireFact } from './contract.js';
import type { KnownEnvelope } from './envelope-schemas.js';
import { envelopeSchema, factSchemas, heartbeatSchema } from './envelope-schemas.js';
import type { Reading } from './reading.js';
import { isRecord, read, readVersioned, refuse } from './reading.js';

const schemaOf: ReadonlyMap<string, v.GenericSchema<unknown, KnownEnvelope>> = new Map(
  factSchemas.flatMap((schema) =>
    schema.entries.type.options.map((type): [string, v.GenericSchema<unknown, KnownEnvelope>] => [type, schema]),
  ),
);

/** Known, but never said by a backend. */
const FORBIDDEN: ReadonlySet<string> = new Set(['workspace.reset', 'connection.changed']);

/**
 * Reads what every envelope has: its place in the log and its type. The fact inside is read by `readFact`; where that
 * fails the place still counts, so that one bad fact does not look like a gap.
 */
export function readEnvelope(value: unknown): Reading<Envelope> {
  // For valibot a list is a record.
  if (isRecord(value) && Array.isArray(value['data'])) return refuse('data: Expected Object');
  return readVersioned<Envelope>(envelopeSchema, value);
}

/**
 * Takes the fact out of its envelope. A type that this version does not know comes out as it is (whoever applies it
 * counts it); a known type in the wrong shape is refused with the path of what is wrong. A configuration document that
 * cannot be used comes out as `configuration.rejected`.
 */
export function readFact(envelope: Envelope): Reading<WireFact> {
  const { type } = envelope;
  if (FORBIDDEN.has(type)) return refuse(`type: ${type} is nothing that a backend says`);
  const schema = schemaOf.get(type);
  // A fact of tomorrow has the outer shape of a fact, and nobody will look for more in it than that.
  if (!schema) return { ok: true, value: flatten(envelope) as unknown as WireFact };
  const known = read(schema, envelope, '');
  return known.ok ? { ok: true, value: factOf(known.value) } : refuse(`${type}: ${known.reason}`);
}

/** `event: heartbeat` */
export const readHeartbeat = (value: unknown): Reading<Heartbeat> => readVersioned<Heartbeat>(heartbeatSchema, value);

function factOf(envelope: KnownEnvelope): WireFact {
  if (envelope.type !== 'configuration.loaded') return flatten(envelope);
  const parsed = parseConfiguration(envelope.data.configuration);
  const frame = { at: envelope.ts, ...(envelope.causedBy === undefined ? {} : { causedBy: envelope.causedBy }) };
  return parsed.ok
    ? { type: 'configuration.loaded', configuration: parsed.configuration, ...frame }
    : { type: 'configuration.rejected', problems: parsed.problems, ...frame };
}

interface Enveloped {
  readonly type: string;
  readonly ts: number;
  readonly data: object;
  readonly sessionId?: string;
  readonly causedBy?: string;
}

type Flat<E extends Enveloped> = E extends unknown
  ? E['data'] & { readonly type: E['type']; readonly at: number } & Pick<E, Extract<keyof E, 'sessionId' | 'causedBy'>>
  : never;

/** What stands beside `data` wins: a key of the same name inside it could otherwise change what the fact is about. */
function flatten<E extends Enveloped>({ type, ts, data, sessionId, causedBy }: E): Flat<E> {
  return {
    ...data,
    type,
    ...(sessionId === undefined ? {} : { sessionId }),
    at: ts,
    ...(causedBy === undefined ? {} : { causedBy }),
  } as Flat<E>;
}
