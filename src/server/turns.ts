/** How many are begun before whatever else waits in the process gets its turn. */
const AT_ONCE = 50;

/**
 * Begins what comes by the thousand in one moment, in the order in which it came and so many at a time: in between, timers,
 * and streams that are open, go on. What comes alone is begun at once.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  /** How many were begun in this turn of the loop. */
  #begun = 0;

  take(begin: () => void): void {
    if (this.#begun === 0) setImmediate(this.#next);
    if (this.#begun === AT_ONCE || this.#waiting.length > 0) {
      this.#waiting.push(begin);
      return;
    }
    this.#begun += 1;
    begin();
  }

  readonly #next = (): void => {
    const own = this.#waiting.splice(0, AT_ONCE);
    this.#begun = own.length;
    if (own.length > 0) setImmediate(this.#next);
    for (const begin of own) begin();
  };
}
