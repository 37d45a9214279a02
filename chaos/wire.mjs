// Bodies as a backend writes them, for runs that need no network.
import { writeFact } from '../dist/core/wire/write-envelope.js';
import { AGENT } from './facts.mjs';

/** A snapshot of a host's data at a position, as it comes out of JSON. */
export const snapshotBody = (host, { epoch, seq }) =>
  JSON.parse(JSON.stringify({ v: 1, epoch, seq, serverTime: 1.7e12, state: host.snapshot(AGENT) }));

/** A fact in its envelope, as it comes out of JSON. */
export const written = (fact, position, prev) => JSON.parse(JSON.stringify({ ...writeFact(fact), ...position, prev }));
