const LOCK = 'my-sessions app badge';

/**
 * Puts a number on the icon of an installed page, where the browser can. One tab does it; when that closes, another one
 * goes on.
 */
export class AppBadge {
  #count = 0;
  #isOurs = false;
  #waiting: AbortController | undefined;
  #letGo: (() => void) | undefined;

  show(count: number): void {
    if (!('setAppBadge' in navigator)) return;
    const isNews = count !== this.#count;
    this.#count = count;
    if (!this.#waiting) this.#begin();
    else if (isNews && this.#isOurs) this.#write();
  }

  end(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#count = 0;
    if (this.#isOurs) this.#write();
    this.#isOurs = false;
    this.#letGo?.();
    this.#letGo = undefined;
  }

  #begin(): void {
    const { signal } = (this.#waiting = new AbortController());
    const take = (): void => {
      this.#isOurs = true;
      this.#write();
    };
    const hold = (): Promise<void> =>
      new Promise((resolve) => {
        this.#letGo = resolve;
        take();
      });
    const ask = async (): Promise<unknown> => navigator.locks.request(LOCK, { signal }, hold);
    ask().catch(() => {
      // Where tabs cannot find out about each other, all write the same number.
      if (!signal.aborted) take();
    });
  }

  #write(): void {
    (this.#count > 0 ? navigator.setAppBadge(this.#count) : navigator.clearAppBadge()).catch(() => undefined);
  }
}
