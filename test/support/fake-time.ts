import { turn } from './news.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** In a page that files share, requests of this one go on for half a minute after the file that made them. */
const LEFT_BEHIND = /\/amazon-connect-streams/;

/** Stands in for the page's clocks and timers, so that time passes when a test says so. */
export class FakeTime {
  readonly #real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    dateNow: Date.now,
    performanceNow: performance.now,
  };
  readonly #timers = new Map<number, Timer>();
  readonly #start = Date.now();
  #passed = 0;
  /** No number of a real timer, so that those of before can still be cleared. */
  #last = 1e9;

  constructor() {
    globalThis.setTimeout = ((callback: () => void, ms = 0) => {
      if (LEFT_BEHIND.test(new Error().stack ?? '')) return this.#real.setTimeout.call(globalThis, callback, ms);
      this.#last += 1;
      this.#timers.set(this.#last, { at: this.#passed + ms, callback });
      return this.#last;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => {
      if (!this.#timers.delete(id)) this.#real.clearTimeout.call(globalThis, id);
    }) as typeof clearTimeout;
    Date.now = () => this.#start + this.#passed;
    performance.now = () => this.#passed;
  }

  /** How many timers are set. */
  get running(): number {
    return this.#timers.size;
  }

  /** Lets so many ms pass: what is due goes off in its order, and what follows from it has its turn. */
  async elapse(ms: number): Promise<void> {
    const end = this.#passed + ms;
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      const [id, { at, callback }] = next;
      this.#timers.delete(id);
      this.#passed = Math.max(this.#passed, at);
      callback();
      await turn();
    }
    this.#passed = end;
    await turn();
  }

  restore(): void {
    globalThis.setTimeout = this.#real.setTimeout;
    globalThis.clearTimeout = this.#real.clearTimeout;
    Date.now = this.#real.dateNow;
    performance.now = this.#real.performanceNow;
  }

  #nextUntil(end: number): readonly [number, Timer] | undefined {
    return [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}
