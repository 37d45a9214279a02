/**
 * A wait that can be cut short, for loops that try again. One loop waits at a time; a call that comes while nothing
 * waits is remembered, so that none is missed between two waits.
 */
export class Pause {
  #wake: (() => void) | undefined;
  #isCalled = false;

  /** Resolves after `ms`, or at the next `end`; without `ms` only then. Never rejects. */
  wait(ms?: number): Promise<void> {
    if (this.#isCalled) {
      this.#isCalled = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => this.#wake?.(), ms);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }

  /** Ends the wait that is under way, or the next one before it begins. */
  end(): void {
    if (this.#wake) this.#wake();
    else this.#isCalled = true;
  }

  /** Forgets a call that nobody waited for. */
  reset(): void {
    this.#isCalled = false;
  }
}
