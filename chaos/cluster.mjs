// Three nodes of JetStream on the loopback, killed one after another while facts are published and a page follows. For
// the night: it takes a few minutes. Options: --facts 3000 --kills 3 --seed 1.
import { parseArgs } from 'node:util';
import { AGENT, factOf } from './facts.mjs';
import { NO_NATS, findNats, startNats } from './nats.mjs';
import { proveServer } from './prove-server.mjs';
import { seeded } from './random.mjs';
import { inScene } from './scene.mjs';
import { compare } from './stream-run.mjs';
import { printTable, row } from './table.mjs';
import { QUICK, within } from './timing.mjs';

const WAIT_MS = 90_000;
const DOWN_FACTS = 100;

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '3000' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const [facts, kills, seed] = [values.facts, values.kills, values.seed].map(Number);

/** Publishes facts one by one and remembers the longest that one of them took. */
class Publisher {
  published = 0;
  longest = 0;
  retries = 0;
  #backend;

  constructor(backend) {
    this.#backend = backend;
  }

  async upTo(end) {
    while (this.published < end) {
      this.published += 1;
      const number = this.published;
      const start = performance.now();
      await this.#publish(number, start + WAIT_MS);
      this.longest = Math.max(this.longest, performance.now() - start);
    }
  }

  /** The log may refuse while the nodes choose a leader; the same key adds nothing twice. */
  async #publish(number, until) {
    for (;;) {
      try {
        return await this.#backend.publish(AGENT, [factOf(number)], `facts-${number}`);
      } catch (error) {
        this.retries += 1;
        if (performance.now() > until) throw error;
      }
    }
  }
}

/** Kills each node in turn, in an order of chance, while facts are published; it is away for a while and comes back. */
async function killNodes(nats, random, publisher) {
  const order = random.shuffle(nats.nodes);
  const stretch = Math.floor(facts / (kills + 1));
  for (let kill = 0; kill < kills; kill += 1) {
    await publisher.upTo(stretch * (kill + 1));
    const node = order[kill % order.length];
    console.log(`fact ${publisher.published}: ${node.name} killed`);
    await Promise.all([node.stop(), publisher.upTo(publisher.published + DOWN_FACTS)]);
    console.log(`fact ${publisher.published}: ${node.name} started again`);
    await node.start();
  }
  await publisher.upTo(facts);
}

function followThroughKills(nats) {
  const random = seeded(seed);
  const log = { kind: 'jetstream', servers: nats.servers, stream: 'CLUSTER', replicas: 3 };
  return inScene({ random, log, token: 'cluster' }, async ({ backend, open, witness }) => {
    const page = await open({ timings: QUICK });
    const isLive = page.evaluate(() => window.chaos.is('live'));
    await within(WAIT_MS, isLive, 'the first connect');
    const publisher = new Publisher(backend);
    await killNodes(nats, random, publisher);
    const hasAll = page.evaluate((last) => window.chaos.has(last), facts);
    await within(WAIT_MS, hasAll, `fact ${facts} to arrive`);
    const figures = await page.evaluate(() => window.chaos.figures());
    const shown = await page.evaluate(() => window.chaos.picture());
    const stall = await page.evaluate(() => window.chaos.longestStall());
    const differences = compare(shown, await backend.ask('picture', { agentId: AGENT }));
    return { ...figures, ...differences, stall, publisher, problems: witness.problems };
  });
}

async function proofRow(nats) {
  const log = { kind: 'jetstream', servers: nats.servers, stream: 'CONFORMANCE', replicas: 3 };
  const results = await proveServer(log);
  const passed = results.filter(({ verdict }) => verdict === 'passed').length;
  const measured = `${passed} of ${results.length} cases passed`;
  return row('conformance suite on the cluster', measured, 'all', passed === results.length);
}

async function killRows(nats) {
  const { missing, skipped, doubled, duplicates, disordered, ...more } = await followThroughKills(nats);
  const { difference, snapshots, stall, publisher, problems } = more;
  if (difference) console.log(difference);
  const [gone, double] = [missing + skipped, doubled + duplicates];
  const isGood = gone + double + disordered === 0 && difference === undefined;
  const figure = `3 nodes, 3 replicas: ${facts} facts, ${kills} nodes killed (seed ${seed})`;
  const figures = `${gone} missing, ${double} double, ${disordered} out of order, ${snapshots} snapshots`;
  return [
    row(figure, figures, 'none; store = host', isGood),
    row('longest wait of the page for the next fact', `${Math.round(stall)} ms`, '20000 ms', stall <= 20_000),
    row('longest publish', `${Math.round(publisher.longest)} ms, ${publisher.retries} refused`, 'printed', true),
    row('unhandled rejections and console errors', String(problems.length), '0', problems.length === 0),
  ];
}

async function main() {
  if (!findNats()) return console.log(`cluster: ${NO_NATS}`);
  const nats = await startNats(3);
  try {
    const rows = [await proofRow(nats), ...(await killRows(nats))];
    process.exitCode = printTable(rows) ? 0 : 1;
  } finally {
    await nats.stop();
  }
}

await main();
