import type { ConnectionStatus, SessionEvent, SignedOutReason } from '../../core/events/session-event.js';
import type { ServerClock } from './server-clock.js';

export interface ConnectionNewsOptions {
  readonly clock: ServerClock;
  /** How long a beginning may take until it is said, in ms. */
  readonly noticeMs: number;
  /** When the beginning has taken that long. */
  readonly onDue: () => void;
  /** Another status, to the host. */
  readonly onStatus: (status: ConnectionStatus, reason?: SignedOutReason) => void;
  /** The same with what else there is to say of it, to the receiver. */
  readonly onFact: (fact: Extract<SessionEvent, { type: 'connection.changed' }>) => void;
}

/** How well the backend is reached, told once for each change. A quick beginning is no news. */
export class ConnectionNews {
  readonly #options: ConnectionNewsOptions;
  readonly #notice: ReturnType<typeof setTimeout>;
  #heardAt: number;
  #wasLive = false;
  #isDue = false;
  #told: ConnectionStatus | undefined;
  #reason: SignedOutReason | undefined;
  #discarded = 0;

  constructor(options: ConnectionNewsOptions) {
    this.#options = options;
    this.#heardAt = options.clock.now();
    this.#notice = setTimeout(() => {
      this.#isDue = true;
      options.onDue();
    }, options.noticeMs);
  }

  /** Whether the backend was reached before. */
  get wasLive(): boolean {
    return this.#wasLive;
  }

  /** Something came of it just now. */
  heard(): void {
    this.#heardAt = this.#options.clock.now();
  }

  tell(status: ConnectionStatus, reason?: SignedOutReason): void {
    // Of a beginning only what keeps the agent from it is told.
    const isQuiet = !this.#wasLive && !this.#isDue && (status === 'connecting' || status === 'offline');
    if ((status === this.#told && reason === this.#reason) || isQuiet) return;
    this.#told = status;
    this.#reason = reason;
    this.#wasLive ||= status === 'live';
    this.#say(status);
    this.#options.onStatus(status, reason);
  }

  /** So many commands of the agent of now had no answer before, and were given up. */
  discarded(count: number): void {
    if (count === this.#discarded) return;
    this.#discarded = count;
    // Who has heard nothing of the connection yet hears of it with the first word.
    if (this.#told !== undefined) this.#say(this.#told);
  }

  /** What was given up belongs to an agent who is not here any more. */
  forgetDiscarded(): void {
    this.#discarded = 0;
  }

  stop(): void {
    clearTimeout(this.#notice);
  }

  #say(status: ConnectionStatus): void {
    const at = status === 'live' ? this.#options.clock.now() : this.#heardAt;
    const reason = this.#reason && { reason: this.#reason };
    const discarded = this.#discarded > 0 ? { discarded: this.#discarded } : {};
    this.#options.onFact({ type: 'connection.changed', status, at, ...reason, ...discarded });
  }
}
