import { documentOf } from './configuration-document.js';
import type { Envelope, Position, WireFact } from './contract.js';
import { WIRE_VERSION } from './contract.js';

/** A fact as it is kept in a log, before its place is known. */
export type WrittenFact = Omit<Envelope, keyof Position | 'prev'>;

/** Writes a fact for the wire. `readFact` of it yields an equal fact. */
export function writeFact(fact: WireFact): WrittenFact {
  const { type, at, causedBy, ...rest } = fact;
  const { sessionId, ...data } = { sessionId: undefined, ...rest };
  return {
    v: WIRE_VERSION,
    ts: at,
    type,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(causedBy === undefined ? {} : { causedBy }),
    data: fact.type === 'configuration.loaded' ? { configuration: documentOf(fact.configuration) } : data,
  };
}
