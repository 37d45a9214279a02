import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/components/my-sessions/later.define.js';
import '../../src/components/my-sessions/notice-line.js';
import '../../src/define.js';
import type { Simulator } from '../../src/gateways/simulator/simulator.js';
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import { selectSession } from '../../src/index.js';
import type { SessionProvider } from '../../src/index.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { FakeInterval } from '../support/fake-interval.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import { find, findAll, frame, settled, storeIn, until } from '../support/mounting.js';
import { Stillness } from '../support/stillness.js';

const SECOND = 1000;
const SIZES = [
  [1366, 768],
  [720, 640],
  [320, 640],
] as const;
/** A page as wide as this, in px, shows the parts of a session beside each other. */
const SIDE_BY_SIDE = 1000;

/** As the browser tells of what has moved; the library of types has no such entry. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
}

/** Where `at-work` stands after some seconds, with what moved on the way: by the browser's measure, and by ours. */
class Day {
  readonly #scheduler = new ManualScheduler();
  readonly #interval = new FakeInterval();
  readonly #shifts: string[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    this.#take(list.getEntries());
  });
  readonly gateway: Simulator = createSimulator({ scenario: 'at-work', scheduler: this.#scheduler });
  provider!: SessionProvider;
  #still!: Stillness;
  readonly #moved: string[] = [];

  async begin(width: number, height: number): Promise<void> {
    await setViewport({ width, height });
    forgetViews();
    this.provider = await fixture<SessionProvider>(
      html`<session-provider lang="en" .gateway=${this.gateway}>
        <div style="position: fixed; inset: 0"><my-sessions></my-sessions></div>
      </session-provider>`,
    );
    await settled(this.provider);
    // All that is loaded with the first session, and the map when it is in sight. Beside the list of a narrow page there is
    // no room for more of it than one part.
    const parts = width < SIDE_BY_SIDE ? 1 : 3;
    const loaded = (): number => findAll(this.provider, 'transcript-view, codes-tags, session-details').length;
    await until(() => loaded() === parts);
    expect(loaded()).to.equal(parts);
    await until(() => findAll(this.provider, '[part="loading"], .place:empty').length === 0);
    for (let turn = 0; turn < 20; turn += 1) await frame();
    this.#observer.observe({ type: 'layout-shift' });
    this.#still = new Stillness(this.provider);
  }

  /** Lets so many ms pass, two looks a second. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += SECOND / 2) {
      this.#scheduler.advance(SECOND / 2);
      if (passed % SECOND === 0) this.#interval.tick();
      await frame();
      this.#moved.push(...this.#still.moved());
    }
  }

  /** What has moved, of what can be clicked, and of everything as browsers count it. */
  get result(): { readonly moved: readonly string[]; readonly shifted: readonly string[] } {
    this.#take(this.#observer.takeRecords());
    return { moved: this.#moved, shifted: this.#shifts };
  }

  end(): void {
    this.#observer.disconnect();
    this.#interval.restore();
  }

  #take(entries: PerformanceEntryList): void {
    this.#shifts.push(...entries.map((entry) => wordsOf(entry as LayoutShift)));
  }
}

/** By how much, and which parts from where to where. */
const wordsOf = ({ value, sources }: LayoutShift): string =>
  `${String(value)}: ${sources
    .map(({ node, previousRect: { x, y }, currentRect }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const host = (element?.getRootNode() as Partial<ShadowRoot> | undefined)?.host?.localName ?? '';
      const name = `${host} ${element?.localName ?? '?'}.${element?.className ?? ''}`;
      return `${name} ${String(x)},${String(y)} → ${String(currentRect.x)},${String(currentRect.y)}`;
    })
    .join('; ')}`;

describe('nothing moves but by the agent’s own act', function () {
  this.timeout(60_000);
  let day: Day;

  beforeEach(() => {
    day = new Day();
  });

  afterEach(() => {
    day.end();
  });

  for (const [width, height] of SIZES) {
    it(`in a minute at work, at ${String(width)} px`, async () => {
      await day.begin(width, height);
      await day.pass(60 * SECOND);
      expect(day.result).to.deep.equal({ moved: [], shifted: [] });
    });

    it(`until codes are suggested beside the call, at ${String(width)} px`, async () => {
      await day.begin(width, height);
      const { provider } = day;
      const active = find(provider, 'section.active .row').dataset['id'] ?? '';
      const suggested = () => storeIn(provider).read(selectSession(active))?.suggested;
      for (let passed = 0; passed < 240 && !suggested(); passed += 1) await day.pass(SECOND);
      expect(suggested()).not.to.equal(undefined);
      await day.pass(SECOND);
      expect(day.result).to.deep.equal({ moved: [], shifted: [] });
    });

    it(`when many ring at once, something is refused, what was set up is wrong, and a caller hangs up, at ${String(width)} px`, async () => {
      await day.begin(width, height);
      const { gateway, provider } = day;
      const offers = [gateway.offer('audio-video'), gateway.offer('im'), gateway.offer('email')];
      await day.pass(2 * SECOND);
      gateway.offer('external');
      await day.pass(2 * SECOND);
      gateway.cancel(offers[1] ?? '');
      await day.pass(2 * SECOND);
      gateway.configure({ version: 2 });
      await day.pass(2 * SECOND);
      expect(findAll(provider, '.say .notice')).to.have.length(1);
      // The agent asks for something that is refused; it is told where there is room for it.
      gateway.inject({ kind: 'command', message: 'The line is busy' });
      const active = find(provider, 'section.active .row').dataset['id'] ?? '';
      void storeIn(provider).execute({ type: 'session.hold', sessionId: active });
      await day.pass(2 * SECOND);
      await day.pass(20 * SECOND);
      // From the third offer on the strip's own edge moves, and nothing that stands in it.
      expect(day.result.moved).to.deep.equal([]);
      // What is known of a call that is over comes among its details; what leads to others stays, and so do the codes.
      const still = ['session-panel', 'codes-tags']
        .flatMap((tag) => findAll(provider, tag))
        .map((own) => new Stillness(own));
      gateway.hangUp(active);
      await day.pass(5 * SECOND);
      expect(still.flatMap((own) => own.moved())).to.deep.equal([]);
    });
  }
});
