import { setTimeout } from 'node:timers/promises';
import { seeded } from '../random.mjs';
import { inScene } from '../scene.mjs';
import { QUICK, within } from '../timing.mjs';

const LOSS = 0.3;
const AT_ONCE = 12;
const WAIT_MS = 60_000;
const HASTY = { ...QUICK, firstRetryMs: 50, mostRetryMs: 400 };

/**
 * Commands from a real page while requests and replies get lost, and one reload in the middle. What counts is how often
 * the host carried each of them out.
 */
export async function loseCommands(count, { seed = 1, token }) {
  const random = seeded(seed);
  return inScene({ random, log: { kind: 'memory' }, token }, async ({ backend, proxy, witness, open }) => {
    const page = await open({ timings: HASTY });
    await within(
      WAIT_MS,
      page.evaluate(() => window.chaos.is('live')),
      'the first connect',
    );
    proxy.lose({ request: LOSS, reply: LOSS });
    const half = count >> 1;
    const first = await send(page, 0, half);
    await reloadWhileUnderWay(page, { proxy, from: half, token });
    const second = await send(page, half + AT_ONCE, count);
    await keeps(page, 0);
    const executions = await executionsOf(backend, count);
    const { problems } = await page.evaluate(() => window.chaos.figures());
    return {
      sent: count,
      executed: executions.reduce((sum, times) => sum + times, 0),
      twice: executions.filter((times) => times > 1).length,
      refused: first + second,
      requests: proxy.requests.filter(({ method }) => method === 'POST').length,
      problems: [...problems, ...witness.problems],
    };
  });
}

/** How often each command was carried out, as soon as there are as many as were sent, or after a minute without them. */
async function executionsOf(backend, count) {
  for (const end = Date.now() + WAIT_MS; ;) {
    const executions = Object.values(await backend.ask('executions'));
    if (executions.length >= count || Date.now() > end) return executions;
    await setTimeout(50);
  }
}

/** Sends commands `from` up to but without `to`, several at a time; answers how many were refused. */
const send = (page, from, to) =>
  page.evaluate(
    async ([first, end, atOnce]) => {
      let next = first;
      let refused = 0;
      const work = async () => {
        while (next < end) {
          const number = next++;
          const wish = { type: 'tags.change', sessionId: `chat-${number % 6}`, tags: [`wish-${number}`] };
          if (!(await window.chaos.execute(wish)).ok) refused += 1;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return refused;
    },
    [from, to, AT_ONCE],
  );

/** Reloads the page while commands are kept and none got through: the next page has to send them. */
async function reloadWhileUnderWay(page, { proxy, from, token }) {
  // What had its reply is taken off the device a moment later; counted among the kept, it would hide one not kept yet.
  await keeps(page, 0);
  proxy.lose({ request: 1 });
  await page.evaluate(
    ([first, end]) => {
      for (let number = first; number < end; number += 1)
        void window.chaos.execute({ type: 'tags.change', sessionId: `chat-${number % 6}`, tags: [`wish-${number}`] });
    },
    [from, from + AT_ONCE],
  );
  await keeps(page, AT_ONCE);
  await page.reload();
  proxy.lose({ request: LOSS, reply: LOSS });
  await page.evaluate((options) => window.chaos.begin(options), { token, timings: HASTY });
}

/** As soon as the page keeps this many commands without a reply on the device. */
const keeps = (page, count) =>
  page.evaluate(
    async ([wanted, most]) => {
      for (const end = Date.now() + most; Date.now() < end;) {
        if ((await window.chaosDump('my-sessions')).flat().length === wanted) return;
        await new Promise((resolve) => window.setTimeout(resolve, 20));
      }
      throw new Error(`The page does not come to keep ${wanted} commands.`);
    },
    [count, WAIT_MS],
  );
