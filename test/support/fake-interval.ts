/** Stands in for `setInterval`, so that seconds pass when a test says so. What comes less often than once a minute is left alone. */
export class FakeInterval {
  readonly #callbacks = new Map<number, () => void>();
  readonly #real = { set: globalThis.setInterval, clear: globalThis.clearInterval };
  #last = 0;

  constructor() {
    globalThis.setInterval = ((callback: () => void, ms: number) => {
      if (ms >= 60_000) return this.#real.set.call(globalThis, callback, ms);
      this.#last += 1;
      this.#callbacks.set(this.#last, callback);
      return this.#last;
    }) as unknown as typeof setInterval;
    globalThis.clearInterval = ((id: number) => {
      if (!this.#callbacks.delete(id)) this.#real.clear.call(globalThis, id);
    }) as typeof clearInterval;
  }

  /** How many timers run. */
  get running(): number {
    return this.#callbacks.size;
  }

  /** Lets every running timer go off once. */
  tick(): void {
    for (const callback of [...this.#callbacks.values()]) callback();
  }

  restore(): void {
    globalThis.setInterval = this.#real.set;
    globalThis.clearInterval = this.#real.clear;
  }
}
