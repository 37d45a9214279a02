import { parseConfiguration } from '../configuration/parse-configuration.js';
import { usableFact } from '../reading/usable-fact.js';
import type { Envelope, Heartbeat, WireFact } from './contract.js';
import { envelopeSchema, heartbeatSchema } from './envelope-schemas.js';
import type { Reading } from './reading.js';
import { isRecord, present, readVersioned, refuse, unreadable, withoutNulls } from './reading.js';

/** Known, but never said by a backend. */
const FORBIDDEN: ReadonlySet<string> = new Set(['workspace.reset', 'connection.changed']);

/** A fact, and what was left out of it: where, and why. */
export type FactReading =
  | { readonly ok: true; readonly value: WireFact; readonly leftOut: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads what every envelope has: its place in the log and its type. The fact inside is read by `readFact`; where that
 * fails the place still counts, so that one bad fact does not look like a gap.
 */
export function readEnvelope(value: unknown): Reading<Envelope> {
  if (!isRecord(value)) return refuse('Expected an object');
  // For valibot a list is a record.
  if (Array.isArray(value['data'])) return refuse('data: Expected Object');
  // Whose it is and what led to it belong to the fact, and are read with it.
  const { sessionId, causedBy, ...place } = value;
  const read = readVersioned(envelopeSchema, place);
  return read.ok
    ? {
        ok: true,
        value: { ...read.value, ...(present({ sessionId, causedBy }) as Pick<Envelope, 'sessionId' | 'causedBy'>) },
      }
    : read;
}

/**
 * Takes the fact out of its envelope. A type that this version does not know comes out as it is (whoever applies it
 * counts it). Of a known type what cannot be read is left out and named; what makes no sense without that is refused. A
 * configuration document that cannot be used comes out as `configuration.rejected`.
 */
export function readFact(envelope: Envelope): FactReading {
  const { type, data } = envelope;
  if (FORBIDDEN.has(type)) return refuse(`type: ${type} is nothing that a backend says`);
  const { fact, lost } =
    type === 'configuration.loaded' && isRecord(data['configuration'])
      ? usableFact(configurationFact(envelope, data['configuration']))
      : usableFact(flatten(envelope), true);
  const leftOut = lost.map((name) => `${type}: ${name}: ${unreadable('fact')}`);
  return fact ? { ok: true, value: fact, leftOut } : refuse(leftOut.join('; '));
}

/** `event: heartbeat` */
export const readHeartbeat = (value: unknown): Reading<Heartbeat> => readVersioned<Heartbeat>(heartbeatSchema, value);

function configurationFact({ ts: at, causedBy }: Envelope, document: unknown): WireFact {
  const parsed = parseConfiguration(withoutNulls(document));
  const frame = { at, ...present({ causedBy }) };
  return parsed.ok
    ? { type: 'configuration.loaded', configuration: parsed.configuration, ...frame }
    : { type: 'configuration.rejected', problems: parsed.problems, ...frame };
}

/** What stands beside `data` counts: of the same name inside of it could otherwise change what the fact is about. */
function flatten({ type, ts: at, data, sessionId, causedBy }: Envelope): WireFact {
  const { sessionId: _, causedBy: __, ...said } = data;
  return { ...said, type, at, ...present({ sessionId, causedBy }) } as unknown as WireFact;
}
