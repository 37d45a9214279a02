// Every figure that the client and the server promise together, measured and printed as one table. Options: --seeds
// 1,2,3 --facts 3000 (for the runs with a real server), --seed 7 --steps 400 (for the hands; without a seed any) and
// --trail (each of their acts); names of figures run only those.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { NO_NATS, findNats, startNats } from './nats.mjs';
import {
  commandRows,
  fuzzRows,
  handRows,
  historyRows,
  loadRows,
  missedRows,
  found,
  repairRows,
  stampedeRows,
  streamRows,
  tabRows,
  witnessRows,
} from './rows.mjs';
import { printTable, row } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    facts: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    steps: { type: 'string', default: '400' },
    trail: { type: 'boolean' },
  },
});
const token = `canary-${crypto.randomUUID()}`;
const streams = { seeds: values.seeds.split(',').map(Number), facts: Number(values.facts), token };

process.on('unhandledRejection', (reason) => found.problems.push(String(reason)));

async function jetStreamRows() {
  if (!findNats()) return [row('jetstream: the same', NO_NATS, 'none; store = host')];
  const nats = await startNats();
  try {
    return await streamRows({ ...streams, logs: [{ kind: 'jetstream', servers: nats.servers, replicas: 1 }] });
  } finally {
    await nats.stop();
  }
}

const figures = {
  memory: () => streamRows({ ...streams, logs: [{ kind: 'memory' }] }),
  jetstream: jetStreamRows,
  missed: () => missedRows({ drops: 10_000 }),
  repairs: () => repairRows({ rounds: 6, token }),
  histories: () => historyRows({ histories: 10_000 }),
  commands: () => commandRows({ commands: 1000, token }),
  stampede: () => stampedeRows(),
  tabs: () => tabRows({ token }),
  fuzz: () => fuzzRows({ envelopes: 10_000 }),
  load: () => loadRows({ agents: 2000, seconds: 30 }),
  hands: () => handRows({ seed: Number(values.seed), steps: Number(values.steps), hasTrail: values.trail }),
};

console.log(`seeds ${values.seeds}, ${values.facts} facts; repeat one with --seeds N NAME`);
const rows = [];
for (const [name, measure] of Object.entries(figures)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const start = performance.now();
  try {
    rows.push(...(await measure()));
  } catch (error) {
    rows.push(row(name, error.message, '-', false));
  }
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
rows.push(...witnessRows());
console.log('');
process.exitCode = printTable(rows) ? 0 : 1;
for (const problem of new Set(found.problems)) console.log(problem);
