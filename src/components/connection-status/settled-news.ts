/** A state has to hold for this long before it is spoken of, in ms. */
const HOLD_MS = 2000;
/** No more than this many messages in a minute: a connection that flaps must not talk the agent down. */
const MOST_A_MINUTE = 2;
const MINUTE_MS = 60_000;

/** Time as it is needed here; tests let theirs pass by hand. */
export interface NewsTime {
  now(): number;
  /** Runs something once, `ms` from now. Returns a function that calls it off. */
  after(ms: number, run: () => void): () => void;
}

const pageTime: NewsTime = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/**
 * Says what the connection has come to, once it has settled and only when that is news. Unlike lines of a conversation,
 * of which none may be lost, only the last state counts.
 */
export class SettledNews {
  readonly #say: (sentence: string) => void;
  readonly #time: NewsTime;
  #cancel: (() => void) | undefined;
  /** What the listener knows; undefined before there is anything to know. */
  #known: string | undefined;
  #said: readonly number[] = [];

  constructor(say: (sentence: string) => void, time = pageTime) {
    this.#say = say;
    this.#time = time;
  }

  /** @param isWell at the beginning it is taken for known then: nobody is told that all is well */
  tell(sentence: string, isWell: boolean): void {
    this.stop();
    if (isWell) this.#known ??= sentence;
    if (sentence === this.#known) return;
    const now = this.#time.now();
    const oldest = this.#said.at(-MOST_A_MINUTE) ?? -Infinity;
    this.#cancel = this.#time.after(Math.max(HOLD_MS, oldest + MINUTE_MS - now), () => {
      this.#known = sentence;
      this.#said = [...this.#said, this.#time.now()].slice(-MOST_A_MINUTE);
      this.#say(sentence);
    });
  }

  /** Keeps what has not been said to itself. */
  stop(): void {
    this.#cancel?.();
  }
}
