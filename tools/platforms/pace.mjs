const LOOK_S = 0.25;

/** Time at a platform: everything goes `speed` times as fast, and after the end nothing goes on. */
export class Pace {
  #speed;
  #timers = new Set();

  constructor(speed = 1) {
    this.#speed = speed;
  }

  /** @returns {Promise<void>} which is never kept after the end */
  wait(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.#timers.delete(timer);
          resolve();
        },
        (seconds * 1000) / this.#speed,
      );
      this.#timers.add(timer);
    });
  }

  /** Waits for some time, from the one number of seconds to the other. */
  between(least, most) {
    return this.wait(least + Math.random() * (most - least));
  }

  /** Waits until something is so; answers whether it was in time. */
  async until(isSo, seconds = Infinity) {
    for (let waited = 0; !isSo(); waited += LOOK_S) {
      if (waited >= seconds) return false;
      await this.wait(LOOK_S);
    }
    return true;
  }

  end() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
