/**
 * How many agents gateway processes hold, each with a stream of its own and one fact a second: twice as many each time,
 * until a fact takes more than 50 ms to one reader in a hundred, or is lost. The load is that of `chaos/load.mjs`: streams
 * over real HTTP, the log in memory, readers in a process beside each gateway. On one machine gateways and readers share
 * its processors: what several processes hold there is a lower bound.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LOAD = fileURLToPath(new URL('../chaos/load.mjs', import.meta.url));
const MOST_P99 = 50;
const FIRST = 250;
const MOST = 32_000;
const run = promisify(execFile);

async function loadOne(agents, seconds) {
  const options = ['--agents', String(agents), '--seconds', String(seconds), '--json'];
  // It answers with an exit code of its own where something was lost, which the figures say.
  const { stdout } = await run(process.execPath, [LOAD, ...options]).catch((failure) => failure);
  return JSON.parse(stdout);
}

/** What so many processes say of so many agents in all; undefined where one could not open its streams. */
async function load(processes, agents, seconds) {
  const share = Math.ceil(agents / processes);
  const all = await Promise.all(Array.from({ length: processes }, () => loadOne(share, seconds))).catch(
    () => undefined,
  );
  if (!all) return undefined;
  const sum = (own) => all.reduce((total, figures) => total + own(figures), 0);
  return {
    agents: share * processes,
    p99: Math.max(...all.map(({ p99 }) => p99)),
    lost: sum(({ lost, broken }) => lost + broken),
    bytes: sum(({ memory, idle }) => memory - idle) / agents,
    cpu: sum(({ busy }) => busy) / agents,
  };
}

const isHeld = (figures) => figures !== undefined && figures.lost === 0 && figures.p99 <= MOST_P99;

/** The last load that was held, and the first that was not. */
async function holds(processes, seconds) {
  let held;
  for (let agents = FIRST; agents <= MOST; agents *= 2) {
    // Once more before it counts: what else the machine does may have come between.
    let figures = await load(processes, agents, seconds);
    if (!isHeld(figures)) figures = await load(processes, agents, seconds);
    if (!isHeld(figures)) return { processes, held, broke: figures };
    held = figures;
  }
  return { processes, held, broke: undefined };
}

/** @returns for one, two and four processes what they hold */
export async function measureServer({ seconds }) {
  const figures = [];
  for (const processes of [1, 2, 4]) figures.push(await holds(processes, seconds));
  return figures;
}
