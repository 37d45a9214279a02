/** Who is told. */
export interface LeadershipHost {
  lead(): void;
  /** Another tab has the lead now. */
  follow(): void;
  /** The browser grants no locks after all. */
  refused(error: unknown): void;
}

/**
 * At most one leader under a name in this browser, by a Web Lock: when its tab closes or crashes, the next in the queue
 * leads at once. A frozen tab keeps its lock; whoever notices takes it by force.
 */
export class Leadership {
  readonly #locks: LockManager;
  readonly #name: string;
  readonly #host: LeadershipHost;
  readonly #end = new AbortController();
  /** Ends the wait in the queue. */
  #queued: AbortController | undefined;
  /** Gives the lock back; there is one while this tab leads. */
  #release: (() => void) | undefined;

  constructor(locks: LockManager, name: string, host: LeadershipHost) {
    this.#locks = locks;
    this.#name = name;
    this.#host = host;
    this.#queue();
  }

  get isLeading(): boolean {
    return this.#release !== undefined;
  }

  /** Takes the lead from a leader that does not answer. */
  steal(): void {
    if (this.isLeading || this.#end.signal.aborted) return;
    this.#queued?.abort();
    this.#request({ steal: true });
  }

  /** Gives up lead and place in the queue for good. The host is not told. */
  stop(): void {
    this.#end.abort();
    this.#queued?.abort();
    this.#release?.();
  }

  #queue(): void {
    this.#queued = new AbortController();
    this.#request({ signal: this.#queued.signal });
  }

  #request(options: LockOptions): void {
    let release: (() => void) | undefined;
    const held = this.#ask(options, () => {
      if (this.#end.signal.aborted) return undefined;
      return new Promise<void>((resolve) => {
        release = resolve;
        this.#release = resolve;
        this.#host.lead();
      });
    });
    const ended = (): void => {
      // A place in the queue that was given up for a theft, or a lock that this very tab has taken anew.
      if (!release || this.#release !== release) return;
      this.#release = undefined;
      if (this.#end.signal.aborted) return;
      this.#host.follow();
      this.#queue();
    };
    held.then(ended, (error: unknown) => {
      // Rejected when the lock was stolen, or the wait for it ended; else the browser refuses.
      const isRefused = !release && !options.signal?.aborted && !this.#end.signal.aborted;
      if (isRefused) this.#host.refused(error);
      else ended();
    });
  }

  /** What the browser throws is a rejection, too. */
  async #ask(options: LockOptions, hold: () => Promise<void> | undefined): Promise<void> {
    await this.#locks.request(this.#name, options, hold);
  }
}
