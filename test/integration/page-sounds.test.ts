import { expect } from '@open-wc/testing';
import { PageSounds } from '../../src/effects/page-sounds.js';
import { press } from '../support/hands.js';
import { until } from '../support/mounting.js';
import { turn } from '../support/news.js';

/** A real audio context, whose browser lets it sound when the test says so; and the notes that were begun and ended in it. */
class Stage {
  readonly context = new AudioContext();
  begun = 0;
  ended = 0;
  contexts = 0;
  refused = 0;
  readonly sounds: PageSounds;
  readonly #resume: () => Promise<void>;

  constructor() {
    const { context } = this;
    this.#resume = context.resume.bind(context);
    this.sounds = new PageSounds(() => {
      this.contexts += 1;
      return context;
    });
    const { start } = OscillatorNode.prototype;
    const count = (note: OscillatorNode): void => {
      this.begun += 1;
      note.addEventListener('ended', () => (this.ended += 1));
    };
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      count(this);
      start.call(this, when);
    };
    this.#restore = () => {
      OscillatorNode.prototype.start = start;
    };
  }

  readonly #restore: () => void;

  /** The agent has clicked in the page, or not yet. */
  gesture(hasBeenActive: boolean): void {
    Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      value: { hasBeenActive, isActive: hasBeenActive },
    });
    this.context.resume = hasBeenActive
      ? this.#resume
      : () => {
          this.refused += 1;
          return Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
        };
    if (hasBeenActive) window.dispatchEvent(new PointerEvent('pointerup'));
  }

  async end(): Promise<void> {
    this.#restore();
    Reflect.deleteProperty(navigator, 'userActivation');
    await this.context.close();
  }
}

/** Without a device for sound Firefox has no clock for it, and nothing here would ever begin. */
async function hasAudioClock(): Promise<boolean> {
  const context = new AudioContext();
  void context.resume().catch(() => undefined);
  await until(() => context.currentTime > 0);
  const isRunning = context.currentTime > 0;
  await context.close();
  return isRunning;
}

describe('the sounds of a page', () => {
  let stage: Stage;
  let unhandled: unknown[];
  const note = ({ reason }: PromiseRejectionEvent): void => {
    unhandled.push(reason);
  };

  // The browser of the test wants a gesture, too.
  before(() => press('a'));
  before(async function () {
    if (navigator.userAgent.includes('Firefox') && !(await hasAudioClock())) this.skip();
  });
  beforeEach(async () => {
    unhandled = [];
    addEventListener('unhandledrejection', note);
    stage = new Stage();
    await stage.context.suspend();
  });
  afterEach(async () => {
    removeEventListener('unhandledrejection', note);
    await stage.end();
    expect(unhandled).to.deep.equal([]);
  });

  it('come by notes that begin and end, and nothing runs after them', async () => {
    stage.gesture(true);
    expect(stage.sounds.isBlocked).to.equal(false);
    stage.sounds.play('im', 0.01);
    await until(() => stage.ended === 2);
    expect([stage.begun, stage.ended]).to.deep.equal([2, 2]);
    await until(() => stage.context.state === 'suspended');
    expect(stage.context.state).to.equal('suspended');
    stage.sounds.play('message', 0.01);
    await until(() => stage.ended === 3);
    expect([stage.begun, stage.ended, stage.contexts]).to.deep.equal([3, 3, 1]);
  });

  it('that ring do so as long as they are to, and say when that is over', async () => {
    stage.gesture(true);
    const over: string[] = [];
    stage.sounds.ring('message', 0.01, 200, () => over.push('ended'));
    await until(() => over.length > 0);
    expect([over, stage.begun, stage.ended]).to.deep.equal([['ended'], 1, 1]);
  });

  it('that ring stop when they are told to, with all that was to come', async () => {
    stage.gesture(true);
    const over: string[] = [];
    const stop = stage.sounds.ring('audio-video', 0.01, 60_000, () => over.push('ended'));
    await until(() => stage.begun > 0);
    expect(stage.begun).to.equal(20 * 8);
    stop();
    await until(() => stage.ended === stage.begun);
    expect([stage.ended, over]).to.deep.equal([20 * 8, []]);
    stop();
  });

  it('wait for the first gesture of the agent, and say so', async () => {
    stage.gesture(false);
    const told: boolean[] = [];
    const unfollow = stage.sounds.follow(() => told.push(stage.sounds.isBlocked));
    expect(stage.sounds.isBlocked).to.equal(true);
    stage.sounds.ring('message', 0.01, 60_000, () => undefined);
    await turn();
    expect([stage.begun, stage.sounds.isBlocked, stage.refused]).to.deep.equal([0, true, 1]);
    stage.gesture(true);
    await until(() => stage.begun > 0);
    expect([stage.begun > 0, stage.sounds.isBlocked, told.at(-1)]).to.deep.equal([true, false, false]);
    unfollow();
  });

  it('that come once are not made up for later', async () => {
    stage.gesture(false);
    stage.sounds.play('message', 0.01);
    const over: string[] = [];
    stage.sounds.ring('email', 0.01, 0, () => over.push('ended'));
    const { now } = performance;
    performance.now = () => now.call(performance) + 1001;
    stage.gesture(true);
    await until(() => over.length > 0);
    Reflect.deleteProperty(performance, 'now');
    expect([over, stage.begun]).to.deep.equal([['ended'], 0]);
  });

  it('are none in a browser without, and nothing fails', async () => {
    const silent = new PageSounds(() => {
      throw new DOMException('', 'NotSupportedError');
    });
    silent.play('im', 1);
    silent.ring('im', 1, 1000, () => undefined)();
    await turn();
    expect(stage.begun).to.equal(0);
  });
});
