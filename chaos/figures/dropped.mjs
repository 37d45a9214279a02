import { Feed } from '../../dist/gateways/http/feed.js';
import { factOf, openingFacts } from '../facts.mjs';
import { HostData } from '../host-data.mjs';
import { seeded } from '../random.mjs';
import { AGENT } from '../facts.mjs';
import { snapshotBody, written } from '../wire.mjs';
import { readSnapshot } from '../../dist/core/wire/read-snapshot.js';

/** Drops one event of a run at random, `runs` times: the reader has to notice at the very next message. */
export function dropEvents(runs, seed = 1) {
  const random = seeded(seed);
  const totals = { runs, noticed: 0, late: 0, untrue: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { isNoticed, isLate, isTrue } = dropOne(random);
    if (isNoticed) totals.noticed += 1;
    if (isLate) totals.late += 1;
    if (!isTrue) totals.untrue += 1;
  }
  return totals;
}

function dropOne(random) {
  const host = new HostData(openingFacts().map((fact) => ({ agentId: AGENT, fact })));
  const screen = new HostData([]);
  let isLost = false;
  const feed = new Feed({
    facts: (events) => events.forEach((event) => screen.apply(AGENT, event)),
    rejected: () => undefined,
    heardTime: () => undefined,
    lost: () => (isLost = true),
  });
  const restore = (seq) => feed.restore(readSnapshot(snapshotBody(host, { epoch: 'one', seq })).value);
  restore(0);
  feed.opened();
  const count = 1 + random.below(20);
  const dropped = random.below(count);
  let seq = 0;
  let isLate = false;
  const say = (kind, body) => feed.take([{ kind, data: JSON.stringify(body) }]);
  // What a server says first: where the log ends.
  say('heartbeat', { v: 1, epoch: 'one', head: 0, ts: 1.7e12 });
  for (let index = 0; index < count; index += 1) {
    const fact = factOf(index + 1);
    host.apply(AGENT, fact);
    const prev = seq;
    seq += 1 + random.below(5);
    if (index !== dropped) say('fact', written(fact, { epoch: 'one', seq }, prev));
    // Right after the event behind the gap there is no excuse any more.
    if (index === dropped + 1 && !isLost) isLate = true;
  }
  say('heartbeat', { v: 1, epoch: 'one', head: seq, ts: 1.7e12 });
  const isNoticed = isLost;
  if (isLost) restore(seq);
  const same = JSON.stringify(screen.snapshot(AGENT)) === JSON.stringify(host.snapshot(AGENT));
  return { isNoticed, isLate, isTrue: same };
}
