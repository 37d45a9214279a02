// Hands that do anything on the host pages of demo/, by chance, and eyes that look after each act whether it left the page
// as no act may.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { openHost } from '../../test/support/host-pages.mjs';
import { Witness } from '../browser.mjs';
import { act } from '../hands/acts.mjs';
import { openEyes } from '../hands/eyes.mjs';
import { LATE, Written, judge } from '../hands/judge.mjs';
import { seeded } from '../random.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** So many acts go by between two looks of axe, and in an outage. */
const AXE_EACH = 25;
const LONGEST_OUTAGE = 12;
const PAUSES_MS = [20, 60, 150, 300];
const SETTLED_MS = 2500;
/** What browsers say of requests that get no answer, and of pictures in mails, which are not loaded. */
const EXPECTED = /^Failed to load resource|Failed to fetch dynamically imported module|^Loading the image /;
const PAGES = ['', 'crm.html'];

/** Acts so often. Answers with what was found, each once: at which step, after which act, what. */
export async function tryHands({ seed, steps, log = () => undefined }) {
  const host = await openHost();
  try {
    const context = await host.browser.newContext({ viewport: { width: 1280, height: 800 } });
    return await new Hands({ seed, context, address: host.address, log }).work(steps);
  } finally {
    await host.close();
  }
}

class Hands {
  findings = [];
  #seen = new Set();
  #written = new Written();
  #witness = new Witness(EXPECTED);
  #at = 0;
  #outage = 0;
  #parts;

  constructor({ seed, ...parts }) {
    const random = seeded(seed);
    this.#parts = { ...parts, random, query: `?seed=${1 + random.below(7)}&speed=${random.pick([1, 2, 4])}` };
  }

  async work(steps) {
    const { context, random, log } = this.#parts;
    const axe = await readFile(AXE, 'utf8');
    const page = await context.newPage();
    this.#watch(page);
    const network = {
      isOff: false,
      turn: () => context.setOffline((network.isOff = !network.isOff)),
    };
    const hand = { page, random, network, open: (isOther) => this.#open(page, isOther) };
    await hand.open();
    hand.before = await page.evaluate(() => window.eyes.look());
    let earlier = [];
    for (let step = 1; step <= steps; step += 1) {
      this.#outage = network.isOff ? this.#outage + 1 : 0;
      if (this.#outage > LONGEST_OUTAGE) await network.turn();
      const done = await act(hand);
      log(`${step} ${done.name}`);
      await pause(random.pick(PAUSES_MS));
      const after = await page.evaluate(() => window.eyes?.look());
      if (!after) {
        this.#note(step, done, ['the page was left']);
        if (network.isOff) await network.turn();
        await hand.open();
        continue;
      }
      this.#note(step, done, judge(done, earlier, hand.before, after));
      this.#note(step, done, this.#written.lost({ step, act: done, written: after.written }));
      this.#note(step, done, this.#witness.problems.splice(0));
      if (step % AXE_EACH === 0) this.#note(step, done, await violationsIn(page, axe));
      hand.before = await page.evaluate(() => window.eyes.look());
      earlier = [done, ...earlier].slice(0, LATE);
    }
    return this.findings;
  }

  #watch(page) {
    this.#witness.watch(page);
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') this.#witness.problems.push(`dialog: ${dialog.message()}`);
      void dialog.accept();
    });
    // What leads out opens beside the page.
    page.context().on('page', (other) => void other.close());
  }

  async #open(page, isOther = false) {
    const { address, query } = this.#parts;
    if (isOther) {
      this.#at = 1 - this.#at;
      // As in a tab of its own, which remembers no place.
      await page.evaluate(() => window.sessionStorage.clear());
    }
    await page.goto(`${address}/${PAGES[this.#at]}${query}`);
    await page.locator('session-details, task-offers').first().waitFor();
    await pause(SETTLED_MS);
    await page.evaluate(openEyes);
  }

  /** The same fault tells once, whatever its places and texts are. */
  #note(step, { name }, faults) {
    for (const fault of faults) {
      const kind = fault.replace(/[\d“][^ ]*/g, '');
      if (this.#seen.has(kind)) continue;
      this.#seen.add(kind);
      this.findings.push(`act ${step}, ${name}: ${fault}`);
    }
  }
}

/** What axe finds in the state that is reached. As a script of the page it would be refused by the page's policy. */
async function violationsIn(page, axe) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const fleeting = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(fleeting.map(({ finished }) => finished));
    const { violations } = await window.axe.run(document.querySelectorAll('my-sessions, .record aside'), {
      iframes: false,
      // The colour of letters that axe reads, -webkit-text-fill-color, is told as if it were not forced.
      rules: { 'color-contrast': { enabled: !window.matchMedia('(forced-colors: active)').matches } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `axe ${id}: ${target.flat().join(' ')} ${any[0]?.message ?? ''}`),
    );
  });
}
