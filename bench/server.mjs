/**
 * How many agents gateway processes hold, each with a stream of its own and one fact a second: twice as many each time,
 * until a fact takes more than 50 ms to one reader in a hundred, or is lost. Then 10,000 streams of one gateway break at
 * once, miss a fact each, and all come back in one moment, without the pauses that clients make. The load is that of
 * `chaos/load.mjs`: streams over real HTTP, the log in memory or on a real nats-server, readers in a process beside each
 * gateway. On one machine gateways, readers and the engine share its processors: what they hold there is a lower bound.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NO_NATS, findNats, startNats } from '../chaos/nats.mjs';

const LOAD = fileURLToPath(new URL('../chaos/load.mjs', import.meta.url));
const MOST_P99 = 50;
const FIRST = 250;
const MOST = 32_000;
const COME_BACK = 10_000;
const PROCESSES = [1, 2, 4];
/** Who is not done by then was held up by what the figures cannot say. */
const LONGEST_MS = 300_000;
const run = promisify(execFile);

async function loadOne(options) {
  const args = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, String(value)]));
  // It answers with an exit code of its own where something was lost, which the figures say.
  const { stdout, stderr } = await run(process.execPath, [LOAD, '--json', ...args], { timeout: LONGEST_MS }).catch(
    (failure) => failure,
  );
  if (stdout !== '') return JSON.parse(stdout);
  throw new Error(/Error: .*/.exec(stderr)?.[0] ?? 'The load ended without figures.');
}

/** Hands over where the engine listens that the log is on; undefined for a log in memory. Each load has one of its own. */
async function withLog(kind, use) {
  if (kind === 'memory') return use(undefined);
  const nats = await startNats();
  try {
    return await use(nats.servers[0]);
  } finally {
    await nats.stop();
  }
}

/** What so many processes say of so many agents in all, or why they could not be loaded so. */
async function load(kind, processes, agents, seconds) {
  const share = Math.ceil(agents / processes);
  const all = await withLog(kind, (servers) =>
    Promise.all(
      Array.from({ length: processes }, (_, at) => loadOne({ agents: share, seconds, first: at * share, servers })),
    ),
  ).catch(({ message }) => message);
  if (typeof all === 'string') return { agents, reason: all };
  const sum = (own) => all.reduce((total, figures) => total + own(figures), 0);
  return {
    agents: share * processes,
    p99: Math.max(...all.map(({ p99 }) => p99)),
    lost: sum(({ lost, broken }) => lost + broken),
    bytes: sum(({ memory, idle }) => memory - idle) / agents,
    cpu: sum(({ busy }) => busy) / agents,
  };
}

const isHeld = ({ reason, lost, p99 }) => reason === undefined && lost === 0 && p99 <= MOST_P99;

/** The last load that was held, and the first that was not. */
async function holds(kind, processes, seconds) {
  let held;
  for (let agents = FIRST; agents <= MOST; agents *= 2) {
    // Once more before it counts: what else the machine does may have come between.
    let figures = await load(kind, processes, agents, seconds);
    if (!isHeld(figures)) figures = await load(kind, processes, agents, seconds);
    if (!isHeld(figures)) return { processes, held, broke: figures };
    held = figures;
  }
  return { processes, held, broke: undefined };
}

async function measureLog(kind, seconds) {
  const figures = [];
  for (const processes of PROCESSES) figures.push(await holds(kind, processes, seconds));
  const back = await withLog(kind, (servers) => loadOne({ agents: COME_BACK, cut: true, servers })).catch(
    ({ message }) => ({ reason: message }),
  );
  return { figures, back: { ...back, agents: COME_BACK } };
}

/** @returns for each kind of log what one, two and four processes hold, and how agents come back */
export async function measureServer({ seconds }) {
  const memory = await measureLog('memory', seconds);
  return { memory, jetStream: findNats() ? await measureLog('jetstream', seconds) : { reason: NO_NATS } };
}
