import type { Scheduler } from '../../src/gateways/in-memory/scheduler.js';

interface Entry {
  readonly at: number;
  readonly run: () => void;
}

/** Time that stands still until it is told to pass: for tests and demonstrations that must not wait. */
export class ManualScheduler implements Scheduler {
  #now: number;
  #entries: Entry[] = [];

  /** `start` in ms since the epoch. */
  constructor(start = 1_750_000_000_000) {
    this.#now = start;
  }

  /** How many things are still to be run. */
  get waiting(): number {
    return this.#entries.length;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + Math.max(0, ms), run };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  /** Lets `ms` pass: runs what falls due, in order of time and then of asking, also what is added on the way. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      this.#entries.splice(this.#entries.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  #nextUntil(end: number): Entry | undefined {
    return this.#entries
      .filter(({ at }) => at <= end)
      .reduce<Entry | undefined>((first, entry) => (first && first.at <= entry.at ? first : entry), undefined);
  }
}
