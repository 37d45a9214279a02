import { expect } from '@open-wc/testing';
import { inOneTab } from '../../src/effects/one-tab.js';
import type { Tab } from '../../src/effects/one-tab.js';
import { turn } from '../support/news.js';

/** Tabs of one browser, whose time passes by hand. */
class Tabs {
  readonly did: string[] = [];
  readonly #name = crypto.randomUUID();
  #pauses: { readonly ms: number; readonly end: () => void }[] = [];

  /** A tab hears that something is to be done. */
  hears(tab: string, about: Partial<Tab> = {}): Promise<boolean> {
    const pause = (ms: number): Promise<void> =>
      new Promise((resolve) => {
        this.#pauses.push({ ms, end: resolve });
      });
    const act = (): void => {
      this.did.push(tab);
    };
    return inOneTab(this.#name, act, { hasFocus: false, isSeen: false, locks: navigator.locks, pause, ...about });
  }

  /** Lets pauses up to this length end, the shorter ones first. */
  wait(ms: number): void {
    const over = this.#pauses.filter((own) => own.ms <= ms).sort((one, other) => one.ms - other.ms);
    this.#pauses = this.#pauses.filter((own) => own.ms > ms);
    for (const { end } of over) end();
  }

  /** Resolves when so many tabs wait. */
  async waiting(count: number): Promise<void> {
    while (this.#pauses.length < count) await turn();
  }

  /** Waits until nobody holds the name any more. */
  async free(): Promise<void> {
    this.wait(Infinity);
    await navigator.locks.request(this.#name, () => undefined);
  }
}

describe('in one tab', () => {
  let tabs: Tabs;
  beforeEach(() => {
    tabs = new Tabs();
  });
  afterEach(() => tabs.free());

  it('is the tab with focus, at once, whoever has heard of it first', async () => {
    const others = [tabs.hears('hidden'), tabs.hears('seen', { isSeen: true })];
    const own = tabs.hears('own', { hasFocus: true, isSeen: true });
    expect(tabs.did).to.deep.equal(['own']);
    expect(await own).to.equal(true);
    tabs.wait(1000);
    expect(await Promise.all(others)).to.deep.equal([false, false]);
    expect(tabs.did).to.deep.equal(['own']);
  });

  it('is one that is seen when none has focus, and only one of several', async () => {
    const hidden = tabs.hears('hidden');
    const seen = [tabs.hears('left', { isSeen: true }), tabs.hears('right', { isSeen: true })];
    expect(tabs.did).to.deep.equal([]);
    tabs.wait(500);
    await Promise.all(seen);
    tabs.wait(1000);
    expect(await hidden).to.equal(false);
    expect(tabs.did).to.deep.equal(['left']);
  });

  it('is one that is hidden when the agent is in another program altogether', async () => {
    const all = [tabs.hears('one'), tabs.hears('two')];
    tabs.wait(1000);
    expect(await Promise.all(all)).to.deep.equal([true, false]);
    expect(tabs.did).to.deep.equal(['one']);
  });

  it('can be another tab the next time', async () => {
    const first = tabs.hears('one');
    tabs.wait(1000);
    await first;
    await tabs.free();
    const second = tabs.hears('two');
    tabs.wait(1000);
    expect(await second).to.equal(true);
  });

  for (const [where, locks] of [
    ['pages that are not secure', undefined],
    [
      'pages whose locks throw',
      {
        request: () => {
          throw new DOMException('', 'SecurityError');
        },
      },
    ],
    ['pages without an origin', { request: () => Promise.reject(new DOMException('', 'SecurityError')) }],
  ] as const)
    it(`is every tab that is seen on ${where}, where tabs know nothing of each other`, async () => {
      const hidden = tabs.hears('hidden', { locks });
      const seen = tabs.hears('seen', { isSeen: true, locks });
      const own = tabs.hears('own', { hasFocus: true, isSeen: true, locks });
      tabs.wait(1000);
      expect(await Promise.all([hidden, seen, own])).to.deep.equal([false, true, true]);
      expect(tabs.did).to.have.members(['own', 'seen']);
    });

  it('is every tab that is seen where locks never answer', async () => {
    const locks = { request: () => new Promise<never>(() => undefined) };
    const all = [tabs.hears('hidden', { locks }), tabs.hears('seen', { isSeen: true, locks })];
    await tabs.waiting(2);
    tabs.wait(1000);
    await tabs.waiting(2);
    tabs.wait(2000);
    expect(await Promise.all(all)).to.deep.equal([false, true]);
  });
});
