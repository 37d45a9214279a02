// How many agents one gateway process serves: every agent's stream open, one fact per agent and second. Prints what was
// lost, how long a fact took to its reader, and what the gateway needed. Options: --agents 2000 --seconds 30,
// --cut: all streams break at once and come back, --servers 127.0.0.1:4222: the log is on NATS JetStream there,
// --first 0: the number of the first agent, --json for the figures as JSON.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { measureLoad } from './load/gateway.mjs';
import { readAll } from './load/readers.mjs';

/** What a process has open beside its streams, at most. */
const SPARE_FILES = 200;

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '30' },
    first: { type: 'string', default: '0' },
    servers: { type: 'string' },
    cut: { type: 'boolean' },
    readers: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

/** Each stream is an open file of the gateway and of its readers. */
function ensureFiles(agents) {
  const { soft } = process.report.getReport().userLimits.open_files;
  if (soft < agents + SPARE_FILES)
    throw new Error(`${agents} streams need more open files than ${soft}: raise that limit (ulimit -n) and repeat`);
}

if (values.readers) {
  const [options] = await once(process, 'message');
  await readAll(options);
} else {
  const [agents, seconds, first] = [values.agents, values.seconds, values.first].map(Number);
  const { servers, cut } = values;
  ensureFiles(agents);
  const figures = await measureLoad({ agents, seconds, first, servers, cut });
  const { sent, lost, broken, p50, p99, longest, memory, idle, busy, loopDelay } = figures;
  if (values.json) console.log(JSON.stringify(figures));
  else {
    const work = cut ? 'all come back at once' : `1 fact/s each, ${seconds} s`;
    console.log(`load: ${agents} agents on one gateway process, ${work}`);
    if (cut) console.log(`  all live after ${figures.allLive.toFixed(0)} ms, ${figures.refused} requests refused`);
    console.log(`  ${sent} facts sent, ${sent - lost} received, ${lost} lost, ${broken} out of chain`);
    console.log(`  delivery: median ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
    console.log(
      `  gateway: ${megabytes(memory)} at most (${megabytes(idle)} without readers), ${(busy * 100).toFixed(0)} % of one processor, loop delay p99 ${loopDelay.toFixed(0)} ms`,
    );
  }
  if (lost !== 0 || broken !== 0) process.exitCode = 1;
}
