// A small part of `npm run chaos`, so that every change meets broken connections and a killed server.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { loseCommands } from '../../chaos/figures/commands.mjs';
import { dropEvents } from '../../chaos/figures/dropped.mjs';
import { fuzz } from '../../chaos/figures/fuzz.mjs';
import { compareHistories } from '../../chaos/figures/histories.mjs';
import { worstStampede } from '../../chaos/figures/stampede.mjs';
import { shareStream } from '../../chaos/figures/tabs.mjs';
import { NO_NATS, findNats, startNats } from '../../chaos/nats.mjs';
import { runStream } from '../../chaos/stream-run.mjs';

const token = 'canary-of-the-token';
const SMALL = { seed: 1, facts: 300, cuts: 3, kills: 1, others: 3, token };
const hasNats = findNats();

function losesNothing(run) {
  const { missing, skipped, doubled, duplicates, disordered, difference, cuts, kills, isSparing, problems, leaks } =
    run;
  assert.deepEqual(
    { missing, skipped, doubled, duplicates, disordered, difference },
    { missing: 0, skipped: 0, doubled: 0, duplicates: 0, disordered: 0, difference: undefined },
  );
  assert.ok(cuts >= SMALL.cuts && kills === SMALL.kills, `${cuts} cuts, ${kills} kills`);
  assert.ok(isSparing, `${run.snapshots} snapshots`);
  assert.deepEqual({ problems, leaks }, { problems: [], leaks: [] });
}

describe('a page and a server, with a broken network in between', () => {
  it('lose nothing when the server is killed and its log in memory with it', async () =>
    losesNothing(await runStream({ ...SMALL, log: { kind: 'memory' } })));

  describe('with the log in JetStream', { skip: hasNats ? false : NO_NATS }, () => {
    let nats;
    after(() => nats?.stop());

    it('lose nothing, and the page goes on from its position when the server is killed', async () => {
      nats = await startNats();
      const log = { kind: 'jetstream', servers: nats.servers, stream: 'CHAOS', replicas: 1 };
      losesNothing(await runStream({ ...SMALL, log }));
    });
  });

  it('carry every command out once, whatever gets lost, over a reload', async () => {
    const { executed, twice, refused, problems } = await loseCommands(60, { token });
    assert.deepEqual({ executed, twice, refused, problems }, { executed: 60, twice: 0, refused: 0, problems: [] });
  });

  it('share one stream among all tabs, also when the leading tab crashes, freezes or hangs', async () => {
    const { streams, crashed, frozen, hung, problems } = await shareStream({ token });
    assert.equal(streams, 1);
    assert.ok(crashed <= 1000 && frozen <= 5000 && hung <= 5000, `${crashed}, ${frozen}, ${hung} ms`);
    assert.deepEqual(problems, []);
  });
});

describe('the client, without a network', () => {
  it('notices every event that is missing, and shows the truth after a snapshot', () =>
    assert.deepEqual(dropEvents(500), { runs: 500, noticed: 500, late: 0, untrue: 0 }));

  it('comes from any snapshot and the events after it to what the host knows', () =>
    assert.deepEqual(compareHistories(300), { runs: 300, different: 0 }));

  it('comes back spread out when all are cut off at once', () => {
    const { once, outage, asked } = worstStampede();
    assert.ok(once <= 8 && outage <= 8 && asked <= 8, `${once}, ${outage}, ${asked} %`);
  });

  it('goes on reading whatever it is sent', async () => assert.equal((await fuzz(1000)).dead, 0));
});

if (!hasNats) console.log(`Chaos with JetStream: ${NO_NATS}`);
