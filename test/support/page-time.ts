/** How often the page is asked for its turn, in ms. */
const TURN_MS = 10;
/** What one turn counts for at the most, in ms: who waits longer for it waits for the machine. */
const MOST_MS = 2 * TURN_MS;

/**
 * The time that a page has had, in ms: that of a clock, without what a busy machine or a long task took between two of its
 * turns. Whoever promises something within a second can keep that in this time alone, as no timer goes off before its turn.
 */
export class PageTime {
  #passed = 0;
  #last = performance.now();
  #timer: ReturnType<typeof setTimeout>;

  constructor() {
    const tick = (): void => {
      this.#count();
      this.#timer = setTimeout(tick, TURN_MS);
    };
    this.#timer = setTimeout(tick, TURN_MS);
  }

  /** Ends the count, and answers with it. */
  end(): number {
    clearTimeout(this.#timer);
    this.#count();
    return this.#passed;
  }

  #count(): void {
    const now = performance.now();
    this.#passed += Math.min(now - this.#last, MOST_MS);
    this.#last = now;
  }
}
