/** How long, in ms, what has moved is let settle under the pointer. */
const SETTLING = 400;

/**
 * A click that falls right after things have moved was aimed at what stood there before, and would answer an offer or open
 * a session that nobody chose. It is not taken; keys are (`detail` is 0 for them).
 */
export class Settling {
  readonly listener = {
    capture: true,
    handleEvent: (event: MouseEvent): void => {
      if (event.detail > 0 && event.timeStamp - this.#movedAt < SETTLING) event.stopPropagation();
    },
  };
  #shown: unknown;
  #movedAt = -Infinity;

  /** @param order what stands where now: another object means that something has moved. Nothing stood there before the first */
  show(order: unknown): void {
    if (this.#shown && this.#shown !== order) this.#movedAt = performance.now();
    this.#shown = order;
  }
}
