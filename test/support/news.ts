const PATIENCE_MS = 5000;

/**
 * Whoever knows of a change tells it, whoever waits looks again: tests wait for what is reported, never for time to
 * pass. What never comes fails after five seconds.
 */
export class News {
  readonly #listeners = new Set<() => void>();

  readonly tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  /** Calls back at all news. Returns what ends it. */
  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the condition holds, now or at some later news. */
  async until(what: string, condition: () => boolean, about: () => string = () => ''): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const unfollow = this.follow(() => {
        if (!condition()) return;
        end();
        resolve();
      });
      const timer = setTimeout(() => {
        end();
        reject(new Error(`Never: ${what}. ${about()}`));
      }, PATIENCE_MS);
      const end = (): void => {
        clearTimeout(timer);
        unfollow();
      };
    });
  }
}

/** Lets everything go on that waits for nothing but its turn. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
