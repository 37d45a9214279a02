import assert from 'node:assert/strict';
import { readEnvelope, readFact } from '../../dist/core/wire/read-envelope.js';
import { readSnapshot } from '../../dist/core/wire/read-snapshot.js';
import { AGENT } from '../facts.mjs';
import { HostData } from '../host-data.mjs';
import { randomFact } from '../random-facts.mjs';
import { seeded } from '../random.mjs';
import { snapshotBody, written } from '../wire.mjs';

const CUTS = 3;
const AT = (seq) => ({ epoch: 'one', seq });

/** Of each random history: a snapshot somewhere, and the events after it, have to lead where the host is. */
export function compareHistories(runs, seed = 1) {
  const random = seeded(seed);
  let different = 0;
  for (let run = 0; run < runs; run += 1) {
    const facts = Array.from({ length: 5 + random.below(25) }, (_, index) => randomFact(random, index));
    for (let cut = 0; cut < CUTS; cut += 1) if (!leadsToTruth(facts, random.below(facts.length + 1))) different += 1;
  }
  return { runs, different };
}

function leadsToTruth(facts, cut) {
  const host = new HostData([]);
  for (const fact of facts.slice(0, cut)) host.apply(AGENT, fact);
  const screen = new HostData([]);
  const { value, ok, reason } = readSnapshot(snapshotBody(host, AT(cut)));
  assert.ok(ok, reason);
  assert.deepEqual(value.rejected, []);
  for (const event of value.events) screen.apply(AGENT, event);
  // One event is told once more than needed: a host's data may be ahead of its log.
  for (const fact of facts.slice(Math.max(0, cut - 1), cut)) screen.apply(AGENT, overTheWire(fact, cut));
  facts.slice(cut).forEach((fact, index) => {
    host.apply(AGENT, fact);
    screen.apply(AGENT, overTheWire(fact, cut + index + 1));
  });
  return JSON.stringify(pictureOf(screen)) === JSON.stringify(pictureOf(host));
}

function overTheWire(fact, seq) {
  const envelope = readEnvelope(written(fact, AT(seq), seq - 1));
  const read = readFact(envelope.value);
  assert.ok(read.ok, read.reason);
  return read.value;
}

/** Everything but the order of records that have none, and of keys. */
function pictureOf(host) {
  const { sessions, transcripts, presences } = host.snapshot(AGENT);
  const sorted = (list, key) => list.toSorted((one, other) => one[key].localeCompare(other[key]));
  return canonical({
    sessions: sorted(sessions, 'id'),
    transcripts: sorted(transcripts, 'sessionId').filter(({ segments }) => segments.length > 0),
    presences: sorted(presences, 'userId'),
  });
}

function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .flatMap((key) => (value[key] === undefined ? [] : [[key, canonical(value[key])]])),
  );
}
