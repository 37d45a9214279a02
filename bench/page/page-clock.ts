/**
 * The clocks and timers of the page, turned by hand: a day takes as long as what happens in it. What repeats goes off once
 * however far they are turned, as on a page that slept.
 */
interface Timer {
  at: number;
  readonly every: number | undefined;
  readonly act: () => void;
}

type Set = (act: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]) => number;

export class PageClock {
  /** The machine's, in ms. */
  readonly machineNow = performance.now.bind(performance);
  /** Resolves in a task of its own. */
  readonly nextTask: () => Promise<void>;
  readonly #timers = new Map<number, Timer>();
  readonly #begin: number;
  #passed = 0;
  #latest = 0;

  /** @param begin the time that it shows first, in ms since the epoch */
  constructor(begin: number) {
    const { setTimeout } = globalThis;
    this.nextTask = () =>
      new Promise((resolve) => {
        setTimeout(resolve);
      });
    this.#begin = begin;
    const set =
      (repeats: boolean): Set =>
      (act, ms = 0, ...rest) => {
        this.#latest += 1;
        const every = repeats ? ms : undefined;
        this.#timers.set(this.#latest, { at: this.#passed + ms, every, act: () => act(...rest) });
        return this.#latest;
      };
    const clear = (id: number): boolean => this.#timers.delete(id);
    const timers = { setTimeout: set(false), setInterval: set(true), clearTimeout: clear, clearInterval: clear };
    Object.assign(globalThis, timers);
    Date.now = () => this.now;
    performance.now = () => this.#passed;
  }

  /** The time that it shows, in ms since the epoch. */
  get now(): number {
    return this.#begin + this.#passed;
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.#timers.size;
  }

  async turn(ms: number): Promise<void> {
    const end = this.#passed + ms;
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      const [id, timer] = next;
      this.#passed = Math.max(this.#passed, timer.at);
      if (timer.every === undefined) this.#timers.delete(id);
      else timer.at = end + Math.max(1, timer.every);
      timer.act();
      await Promise.resolve();
    }
    this.#passed = end;
  }

  #nextUntil(end: number): readonly [number, Timer] | undefined {
    let first: readonly [number, Timer] | undefined;
    for (const entry of this.#timers) if (entry[1].at <= end && !(first && first[1].at <= entry[1].at)) first = entry;
    return first;
  }
}
