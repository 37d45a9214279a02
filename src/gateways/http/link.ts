import type { Position } from '../../core/wire/contract.js';
import { cursorOf } from '../../core/wire/position.js';
import { REFUSED, readEventStream } from './event-stream.js';
import type { RawMessage } from './event-stream.js';
import { isAborted } from './is-aborted.js';
import { Pause } from './pause.js';
import { retryDelay } from './reconnect.js';
import type { Requests, Trouble } from './requests.js';
import type { HttpTimings } from './timings.js';

/** How the one stream of this browser is. */
export type LinkStatus = 'opening' | 'open' | 'lost' | 'signed-out';

/** Whom a link serves. */
export interface LinkHost {
  /** Where to go on; undefined while a snapshot is under way. `proceed` tells when there is one. */
  position(): Position | undefined;
  /** A stream was opened: it tells first what has happened in the meantime. */
  opened(): void;
  /** What happened before the stream was opened has been told by now. */
  settled(): void;
  messages(messages: readonly RawMessage[]): void;
  status(status: LinkStatus): void;
}

export interface LinkOptions {
  readonly requests: Requests;
  readonly timings: HttpTimings;
  readonly random: () => number;
  /** Whose events these are: a backend that finds somebody else signed in refuses them. */
  readonly agentId: string;
}

/** So many streams in a row that the backend ends as soon as they are open are no coincidence. */
const CUT_SHORT = 3;

/** So many in a row on which nothing ever came are none either: somebody on the way keeps back what is sent. */
const MUTE = 2;

type End = Trouble | { readonly kind: 'renew' | 'forbidden' };

/**
 * Keeps one stream of events open, for ever: goes on from the reader's position after every loss, waits longer from try
 * to try, notices when it has gone silent. Only the agent's sign-in ends the tries.
 */
export class Link {
  readonly #host: LinkHost;
  readonly #options: LinkOptions;
  readonly #stop = new AbortController();
  readonly #pause = new Pause();
  /** Ends the attempt that is under way; the next one follows at once. */
  #renew: (() => void) | undefined;
  /** Whether the next attempt is a probe. */
  #isProbe = false;
  /** Whether a probe has not been answered yet. */
  #isProbing: boolean | undefined;
  #failures = 0;
  /** How many streams in a row the backend has ended before they had proved themselves. */
  #cutShort = 0;
  /** How many streams in a row were given up without a word on them. */
  #mute = 0;
  #lastMessage = Number.NEGATIVE_INFINITY;

  constructor(host: LinkHost, options: LinkOptions) {
    this.#host = host;
    this.#options = options;
    this.#run().catch(() => undefined);
  }

  /** The reader has a position again, or the agent has signed in: no reason to wait any longer. */
  proceed(): void {
    this.#pause.end();
  }

  /** The agent has signed in: what is answered to whoever it was before does not count, an open stream neither. */
  renew(): void {
    this.#renew?.();
  }

  /**
   * The machine woke up, or its network changed, or somebody looks: what was waited for is tried at once, and a stream
   * that has not spoken just now is replaced by a new one, which has little time to prove itself.
   *
   * @param isInDoubt whether what it said just now proves nothing: the network has gone since
   */
  probe(isInDoubt = false): void {
    const isFresh = !isInDoubt && this.#renew && wallNow() - this.#lastMessage < this.#options.timings.freshMs;
    if (isFresh || this.#isProbing) return;
    this.#isProbe = true;
    if (this.#renew) this.#renew();
    else this.#pause.end();
  }

  /** Ends the stream for good. The host is not called again. */
  stop(): void {
    this.#stop.abort();
    this.#renew?.();
    this.#pause.end();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const position = this.#host.position();
      if (!position) {
        await this.#pause.wait();
        continue;
      }
      // Whatever goes wrong on this side must not end the tries either.
      const end = await this.#attempt(position).catch((): End => ({ kind: 'retry' }));
      if (isAborted(signal)) return;
      await this.#recover(end);
    }
  }

  /** Opens a stream and reads it until it ends, one way or another. */
  async #attempt(position: Position): Promise<End> {
    const { requests, timings, agentId } = this.#options;
    const isProbe = this.#isProbe;
    this.#isProbe = false;
    this.#isProbing = isProbe;
    const attempt = new AbortController();
    let end: End = { kind: 'retry' };
    this.#renew = () => {
      end = { kind: 'renew' };
      attempt.abort();
    };
    const answer = await requests.stream({
      path: 'events',
      query: { agent: agentId },
      headers: { 'Last-Event-ID': cursorOf(position) },
      timeoutMs: isProbe ? timings.probeMs : timings.requestMs,
      signal: attempt.signal,
    });
    this.#isProbing = false;
    if (answer.kind !== 'ok') {
      this.#renew = undefined;
      return isAborted(attempt.signal) ? end : answer;
    }
    const openedAt = wallNow();
    const isEnded = !isAborted(this.#stop.signal) && (await this.#read(answer.body, () => attempt.abort()));
    answer.close();
    this.#renew = undefined;
    const isStable = wallNow() - openedAt >= timings.stableMs;
    if (isStable) this.#failures = 0;
    this.#cutShort = isEnded && !isStable && !isAborted(attempt.signal) ? this.#cutShort + 1 : 0;
    if (this.#cutShort === CUT_SHORT)
      requests.misfit(
        'events',
        'has ended three streams in a row as soon as they were open. It is asked again; keep a stream open, and write each event to it when it happens',
      );
    return end;
  }

  /** Whether it was the backend that ended it. */
  async #read(body: ReadableStream<Uint8Array>, breakOff: () => void): Promise<boolean> {
    const { settleMs, catchUpMs, silenceMs } = this.#options.timings;
    const settle = (): void => {
      this.#host.settled();
    };
    this.#host.opened();
    this.#host.status('open');
    // Armed at every receipt: an interval would go on through a sleep of the machine as if nothing had been missed.
    let watchdog = setTimeout(() => {
      this.#mute += 1;
      if (this.#mute === MUTE)
        this.#options.requests.misfit(
          'events',
          `was open for ${String(silenceMs / 1000)} s without a word on it, more than once. It is asked again; send a heartbeat at once and every 15 s, flush each event, and let no proxy and no compression keep them back`,
        );
      breakOff();
    }, silenceMs);
    let settling = setTimeout(settle, settleMs);
    const catchingUp = setTimeout(settle, catchUpMs);
    const isEnded = await readEventStream(body, (messages) => {
      if (isAborted(this.#stop.signal)) return;
      clearTimeout(watchdog);
      clearTimeout(settling);
      this.#mute = 0;
      watchdog = setTimeout(breakOff, silenceMs);
      settling = setTimeout(settle, settleMs);
      this.#lastMessage = wallNow();
      this.#host.messages(messages);
      // Told to start over, or has found that something is missing before the stream began.
      if (messages.some(({ kind }) => kind === 'reset')) this.#renew?.();
    });
    for (const timer of [watchdog, settling, catchingUp]) clearTimeout(timer);
    return isEnded;
  }

  async #recover(end: End): Promise<void> {
    const { random, timings } = this.#options;
    switch (end.kind) {
      case 'renew':
        return;
      case 'signed-out':
        this.#pause.reset();
        this.#host.status('signed-out');
        await this.#pause.wait();
        return;
      case 'forbidden':
      case 'retry':
        this.#failures += 1;
        this.#pause.reset();
        if (end.kind === 'forbidden') this.#host.messages([REFUSED]);
        this.#host.status('lost');
        await this.#pause.wait(retryDelay(this.#failures, random, timings, 'afterMs' in end ? end.afterMs : undefined));
    }
  }
}

/** Time that goes on while the machine sleeps; the monotonic clock of a page may stand still then. */
const wallNow = (): number => Date.now();
