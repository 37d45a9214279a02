import { pauseBefore } from '../platform/pause-before.js';

/**
 * A new token for one of the SDKs, asked of the host until there is one: who wakes a machine is back before its network is,
 * and a token that ran out meanwhile is not asked for by the SDK a second time.
 */
export class Renewal {
  readonly #ask: () => Promise<string>;
  readonly #failed: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was begun before counts no more. */
  #turn = 0;

  /** @param failed told of each try that came to nothing */
  constructor(ask: () => Promise<string>, failed: (error: unknown) => void) {
    this.#ask = ask;
    this.#failed = failed;
  }

  /** Asks at once. A token that cannot be used is no better than none. */
  begin(use: (token: string) => unknown): void {
    this.stop();
    this.#try(use, this.#turn, 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  #try(use: (token: string) => unknown, turn: number, tries: number): void {
    const isCurrent = (): boolean => turn === this.#turn;
    Promise.resolve()
      .then(this.#ask)
      .then((token) => (isCurrent() ? use(token) : undefined))
      .catch((error: unknown) => {
        if (!isCurrent()) return;
        this.#failed(error);
        this.#timer = setTimeout(() => {
          this.#try(use, turn, tries + 1);
        }, pauseBefore(tries));
      });
  }
}
