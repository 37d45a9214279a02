import { startBrowserOfTabs } from '../browser.mjs';
import { AGENT, factOf } from '../facts.mjs';
import { seeded } from '../random.mjs';
import { inScene } from '../scene.mjs';
import { within } from '../timing.mjs';

const TABS = 8;
const WIDGETS = 12;
const WAIT_MS = 30_000;
const HANG_MS = 8000;
const PRODUCTION = { log: { kind: 'memory' }, heartbeatMs: 15_000, start: startBrowserOfTabs };

/**
 * Eight tabs with twelve widgets each, at production speed: how many streams they keep, and how long the others go
 * without news when the tab that holds the stream crashes, is frozen by the browser, or hangs in a script.
 */
export async function shareStream({ seed = 1, token }) {
  const random = seeded(seed);
  return inScene({ ...PRODUCTION, random, token }, async (scene) => {
    const tabs = new Tabs(scene);
    await tabs.open();
    const streams = scene.proxy.streams.length;
    const widgets = await tabs.widgets();
    const crashed = await tabs.lose('crash');
    const frozen = await tabs.lose('freeze');
    const hung = await tabs.lose('hang');
    const { p95, blocked } = await tabs.ordinaryRequests();
    const { problems } = scene.witness;
    return { streams, widgets, crashed, frozen, hung, after: scene.proxy.streams.length, p95, blocked, problems };
  });
}

class Tabs {
  #scene;
  #pages = new Map();
  #number = 0;

  constructor(scene) {
    this.#scene = scene;
  }

  async open() {
    for (let index = 0; index < TABS; index += 1) {
      const name = `tab-${index}`;
      this.#pages.set(name, await this.#scene.open({ name, elements: WIDGETS }));
    }
    await this.#all((page) => page.evaluate(() => window.chaos.is('live')), 'all tabs to be live');
    await this.#tell();
  }

  async widgets() {
    const count = (page) => page.evaluate(() => document.querySelectorAll('session-provider > *').length);
    return (await Promise.all([...this.#pages.values()].map(count))).reduce((sum, one) => sum + one, 0);
  }

  /**
   * Takes the leading tab away and tells something at once, and once more when another tab has taken the lead; answers
   * when the last tab has heard both, in ms.
   */
  async lose(how) {
    const name = await this.#leader();
    const page = this.#pages.get(name);
    this.#pages.delete(name);
    const session = await page.createCDPSession();
    const start = performance.now();
    if (how === 'crash') session.send('Page.crash').catch(() => undefined);
    else if (how === 'freeze') await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    else hang(page);
    await this.#tell();
    await this.#leader();
    await this.#tell();
    return performance.now() - start;
  }

  /** What else the page asks for must not wait behind the streams. */
  async ordinaryRequests() {
    const page = [...this.#pages.values()][0];
    const times = await page.evaluate(async () => {
      const all = Array.from({ length: 40 }, async () => {
        const start = performance.now();
        await fetch(`/ordinary?${Math.random()}`, { cache: 'no-store' });
        return performance.now() - start;
      });
      return (await Promise.all(all)).sort((one, other) => one - other);
    });
    return { p95: times[37], blocked: times.filter((ms) => ms > 500).length };
  }

  async #tell() {
    this.#number += 1;
    const number = this.#number;
    await this.#scene.backend.publish(AGENT, [factOf(number)], `tabs-${number}`);
    await this.#all((page) => page.evaluate((last) => window.chaos.has(last), number), `fact ${number} in every tab`);
  }

  #all(act, what) {
    return within(WAIT_MS, Promise.all([...this.#pages.values()].map(act)), what);
  }

  /** The name of the living tab that holds a stream, as soon as there is one: the page it was asked for from. */
  async #leader() {
    const nameOf = (referer) => new URL(referer).search.slice(1);
    const isAlive = (referer) => this.#pages.has(nameOf(referer));
    return nameOf(await within(WAIT_MS, this.#scene.proxy.streamOf(isAlive), 'another tab to take the lead'));
  }
}

/** A script that does not end for a while: the tab keeps its lock and its connection, and says nothing. */
function hang(page) {
  const loop = (ms) => {
    for (const end = Date.now() + ms; Date.now() < end;);
  };
  page.evaluate(loop, HANG_MS).catch(() => undefined);
}
