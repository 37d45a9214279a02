import { AGENT, factOf } from '../facts.mjs';
import { seeded } from '../random.mjs';
import { inScene } from '../scene.mjs';
import { within } from '../timing.mjs';

const WAIT_MS = 20_000;
const HEARTBEAT_MS = 1000;
const BROWSERS = 8;

/**
 * Takes an event out of real streams, `rounds` times for eight browsers each that run at production speed and have just
 * been opened; in every other round it is the last event before silence. Answers how long after the next message the
 * truth was on each page.
 */
export async function repairTimes(rounds, { seed = 1, token }) {
  const random = seeded(seed);
  const log = { kind: 'memory' };
  return inScene({ random, log, token, heartbeatMs: HEARTBEAT_MS }, async (scene) => {
    const took = [];
    for (let round = 0; round < rounds; round += 1) took.push(...(await dropOnce(scene, 2 * round + 1)));
    took.sort((one, other) => one - other);
    const p95 = took[Math.ceil(took.length * 0.95) - 1];
    return { times: took.length, p95, problems: scene.witness.problems };
  });
}

async function dropOnce({ backend, proxy, openApart }, number) {
  const isLast = number % 4 === 3;
  const pages = await Promise.all(Array.from({ length: BROWSERS }, () => openApart({})));
  await everywhere(pages, () => window.chaos.is('live'), 'the first connect');
  proxy.dropEvent();
  await backend.publish(AGENT, [factOf(number)], `missed-${number}`);
  if (!isLast) await backend.publish(AGENT, [factOf(number + 1)], `missed-${number + 1}`);
  const start = Date.now() + (isLast ? HEARTBEAT_MS : 0);
  const repaired = await everywhere(pages, (last) => window.chaos.has(last), 'the repair', number + (isLast ? 0 : 1));
  if (isLast) await backend.publish(AGENT, [factOf(number + 1)], `missed-${number + 1}`);
  await Promise.all(pages.map((page) => page.context().close()));
  return repaired.map((at) => Math.max(0, at - start));
}

const everywhere = (pages, act, what, given) =>
  within(WAIT_MS, Promise.all(pages.map((page) => page.evaluate(act, given))), what);
