import assert from 'node:assert/strict';
import { AGENT, factOf } from './facts.mjs';
import { seeded } from './random.mjs';
import { inScene } from './scene.mjs';
import { QUICK, within } from './timing.mjs';

const RECOVERY_MS = 30_000;
const FAULTS = ['refuse', 'black-hole', 'truncate', '502', '503', '429', '204', 'login'];

/** What happens to a run, in an order of chance: cuts, kills, and each other fault once. */
function planOf(random, { cuts, kills, others }) {
  return random.shuffle([
    ...Array.from({ length: cuts }, () => 'cut'),
    ...Array.from({ length: kills }, () => 'kill'),
    ...random.shuffle(FAULTS).slice(0, others),
  ]);
}

/**
 * One run: numbered facts from the real server, through the proxy, into the store of a real page, while connections
 * break and the server is killed. Answers what was missing, doubled or out of order at the end.
 */
export async function runStream({ seed, log, facts, cuts = 7, kills = 3, others = FAULTS.length, token }) {
  const random = seeded(seed);
  const plan = planOf(random, { cuts, kills, others });
  try {
    return await inScene({ random, log, token }, async (scene) => {
      const { backend, witness } = scene;
      const page = await scene.open({ timings: QUICK });
      await within(
        RECOVERY_MS,
        page.evaluate(() => window.chaos.is('live')),
        'the first connect',
      );
      const run = new Run({ random, ...scene, page, plan });
      await run.publishAll(facts);
      await within(
        RECOVERY_MS,
        page.evaluate((last) => window.chaos.has(last), facts),
        `fact ${facts} to arrive`,
      );
      await within(
        RECOVERY_MS,
        page.evaluate(() => window.chaos.is('live')),
        'the last recovery',
      );
      const figures = await page.evaluate(() => window.chaos.figures());
      const shown = await page.evaluate(() => window.chaos.picture());
      const truth = await backend.ask('picture', { agentId: AGENT });
      const { rejections } = await backend.ask('figures');
      const inServer = rejections > 0 ? [`${rejections} unhandled rejections in the server`] : [];
      const problems = [...figures.problems, ...witness.problems, ...inServer];
      return {
        ...{ seed, facts, plan, ...compare(shown, truth), ...figures, cuts: run.cuts, kills: backend.kills, problems },
        // One at the start, one after signing in again, and one for every log that died with its server.
        isSparing: figures.snapshots <= 2 + (log.kind === 'memory' ? backend.kills : 0),
        leaks: await leaksOf(token, { page, ...scene }),
      };
    });
  } catch (error) {
    error.message = `seed ${seed}, ${log.kind}, ${plan.join(' ')}: ${error.message}`;
    throw error;
  }
}

class Run {
  cuts = 0;
  #parts;
  #published = 0;
  #isSliced = false;

  constructor(parts) {
    this.#parts = parts;
  }

  /** Publishes all facts in as many stretches as there are faults; each fault strikes in the middle of one. */
  async publishAll(facts) {
    const { plan, random } = this.#parts;
    for (const [index, fault] of plan.entries()) {
      const end = Math.floor((facts * (index + 1)) / plan.length);
      const strike = this.#published + 1 + random.below(Math.max(1, end - this.#published - 1));
      await this.#isFollowing();
      await this.#publishUpTo(strike);
      await Promise.all([this.#strike(fault), this.#publishUpTo(end)]);
    }
    await this.#publishUpTo(facts);
  }

  async #publishUpTo(end) {
    const { backend, random } = this.#parts;
    while (this.#published < end) {
      const first = this.#published + 1;
      const count = Math.min(1 + random.below(8), end - this.#published);
      this.#published += count;
      const facts = Array.from({ length: count }, (_, index) => factOf(first + index));
      await backend.publish(AGENT, facts, `facts-${first}`);
    }
  }

  /** A fault in the middle of a stream needs a stream. */
  #isFollowing() {
    const { page } = this.#parts;
    const following = page.evaluate((n) => window.chaos.has(n).then(() => window.chaos.is('live')), this.#published);
    return within(RECOVERY_MS, following, `following up to fact ${this.#published}`);
  }

  async #strike(fault) {
    const { backend, proxy, page } = this.#parts;
    if (fault === 'cut') {
      this.cuts += proxy.cut();
      this.#isSliced = !this.#isSliced;
      proxy.slice(this.#isSliced);
    } else if (fault === 'kill') await backend.kill();
    else {
      proxy.harm(fault);
      const status = fault === 'login' ? ['signed-out'] : ['reconnecting', 'offline'];
      await within(
        RECOVERY_MS,
        page.evaluate((wanted) => window.chaos.is(...wanted), status),
        `${fault} to be noticed`,
      );
      proxy.heal();
      if (fault === 'login') await page.evaluate(() => window.chaos.signIn());
    }
  }
}

/** How far what the page shows is from what the host knows. */
export function compare(shown, truth) {
  const missing = truth.transcripts.flatMap(([id, segments]) => {
    const here = new Set(shown.transcripts.find(([other]) => other === id)?.[1]);
    return segments.filter((segment) => !here.has(segment));
  });
  const all = shown.transcripts.flatMap(([, segments]) => segments);
  let difference;
  try {
    assert.deepEqual(shown, truth);
  } catch ({ message }) {
    difference = message;
  }
  return { missing: missing.length, doubled: all.length - new Set(all).size, difference };
}

/** Where the token turned up that must not: addresses, storage, anything printed. */
async function leaksOf(token, { page, proxy, witness, backend }) {
  const stored = await page.evaluate(async () => {
    const databases = await window.indexedDB.databases();
    const records = await Promise.all(databases.map(({ name }) => window.chaosDump(name)));
    const own = (storage) => JSON.stringify(Object.entries(storage));
    return [
      own(window.localStorage),
      own(window.sessionStorage),
      document.cookie,
      location.href,
      JSON.stringify(records),
    ];
  });
  const places = { address: proxy.requests.map(({ url, referer }) => url + referer), stored };
  Object.assign(places, { console: witness.console, server: [backend.output] });
  return Object.entries(places).flatMap(([place, texts]) =>
    texts.some((text) => text.includes(token)) ? [place] : [],
  );
}
