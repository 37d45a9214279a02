import type { SignedOutReason } from '../../core/events/session-event.js';
import { readSnapshot } from '../../core/wire/read-snapshot.js';
import type { ReadSnapshot } from '../../core/wire/read-snapshot.js';
import { isAborted } from './is-aborted.js';
import { Pause } from './pause.js';
import { retryDelay } from './reconnect.js';
import type { Requests } from './requests.js';
import type { HttpTimings } from './timings.js';

/** Whom snapshots are taken for. */
export interface SnapshotHost {
  restore(snapshot: ReadSnapshot): void;
  rejected(reason: string): void;
  /**
   * There is none before the agent has signed in again; then ask anew.
   *
   * @param reason where somebody is signed in, for whom there is none
   */
  signedOut(reason?: SignedOutReason): void;
}

export interface SnapshotOptions {
  readonly requests: Requests;
  readonly timings: HttpTimings;
  readonly random: () => number;
}

/**
 * Takes a snapshot when one is needed, and tries until it has it. Whoever needs one again soon after the last waits
 * longer from time to time: a backend that contradicts itself must not be asked in a circle.
 */
export class Snapshots {
  readonly #host: SnapshotHost;
  readonly #options: SnapshotOptions;
  readonly #stop = new AbortController();
  readonly #pause = new Pause();
  /** Ends the request that is under way. */
  #asking: AbortController | undefined;
  #isNeeded = false;
  #isRunning = false;
  #failures = 0;
  /** Why the last one could not be read: told once, until one can be. */
  #unreadable = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(host: SnapshotHost, options: SnapshotOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Asks for a snapshot. One that is under way already is as good. */
  need(): void {
    if (this.#stop.signal.aborted) return;
    this.#isNeeded = true;
    if (!this.#isRunning) this.#run().catch(() => undefined);
  }

  /** Asks anew at once: the agent has signed in, and an answer to what was asked before does not count. */
  renew(): void {
    this.#asking?.abort();
    this.need();
    this.proceed();
  }

  /** None is needed any more; an answer that is under way does not count. */
  cancel(): void {
    this.#isNeeded = false;
    this.#asking?.abort();
    this.proceed();
  }

  /** No reason to wait any longer. */
  proceed(): void {
    if (this.#isRunning) this.#pause.end();
  }

  /** The host is not called again. */
  stop(): void {
    this.#stop.abort();
    this.#asking?.abort();
    this.#pause.end();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const { timings, random } = this.#options;
    this.#isRunning = true;
    if (performance.now() - this.#lastAt >= timings.stableMs) this.#failures = 0;
    // Spread as well, but over half the time: what is on the screen until then is known to be untrue.
    const soon = { ...timings, firstRetryMs: timings.firstRetryMs / 2 };
    let afterMs = this.#failures === 0 ? 0 : retryDelay(this.#failures, random, soon);
    this.#pause.reset();
    while (this.#isNeeded) {
      if (afterMs > 0) await this.#pause.wait(afterMs);
      // It may have been cancelled meanwhile.
      if (isAborted(signal) || !this.#isStillNeeded()) break;
      const asked = await this.#ask();
      if (isAborted(signal)) break;
      if (asked !== undefined) {
        this.#failures += 1;
        afterMs = retryDelay(this.#failures, random, timings, asked.afterMs);
      }
    }
    this.#isRunning = false;
  }

  #isStillNeeded(): boolean {
    return this.#isNeeded;
  }

  /** Asks once. Answers with what to wait for when there is to be another try. */
  async #ask(): Promise<{ readonly afterMs?: number } | undefined> {
    const { requests, timings } = this.#options;
    const { signal } = (this.#asking = new AbortController());
    const answer = await requests.json({ path: 'snapshot', timeoutMs: timings.requestMs, signal });
    if (signal.aborted) return undefined;
    if (answer.kind === 'signed-out') {
      this.#isNeeded = false;
      this.#host.signedOut(answer.reason);
      return undefined;
    }
    if (answer.kind !== 'ok') return answer.kind === 'retry' ? answer : {};
    const snapshot = readSnapshot(answer.body);
    if (!snapshot.ok) {
      if (snapshot.reason !== this.#unreadable)
        this.#host.rejected(`snapshot: ${snapshot.reason}. It is asked again; its shape is in snapshot.schema.json`);
      this.#unreadable = snapshot.reason;
      return {};
    }
    this.#unreadable = '';
    this.#isNeeded = false;
    // The next one counts as a new try: it resets only after things have been quiet for a while.
    this.#failures += 1;
    this.#lastAt = performance.now();
    this.#host.restore(snapshot.value);
    return undefined;
  }
}
