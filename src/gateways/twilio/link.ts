import type { ConnectionStatus } from '../../core/events/session-event.js';
import type { Desk } from './desk.js';
import type { Listeners } from './listeners.js';
import type { TwilioOptions } from './options.js';

const FIRST_TRY_MS = 1000;
const LONGEST_TRY_MS = 30_000;

/** What the link needs of the rest. */
export interface Connected {
  /** The SDK has read everything anew. */
  ready(): void;
  /** What is read from now on is no list to compare with. */
  lost(): void;
  changed(status: ConnectionStatus): void;
}

/** How well the SDK reaches its platform, and the tokens that keep it so. */
export class Link {
  readonly #desk: Desk;
  readonly #options: TwilioOptions;
  readonly #connected: Connected;
  #isUp = false;
  #status: ConnectionStatus = 'connecting';
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Offers that were looked for by reading the list once more, so that it is not done for ever. */
  #lookedFor: ReadonlySet<string> = new Set();

  constructor(desk: Desk, options: TwilioOptions, connected: Connected) {
    this.#desk = desk;
    this.#options = options;
    this.#connected = connected;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  listen(listeners: Listeners): void {
    const { worker } = this.#options;
    // A worker that knows its activity has been ready; whether it has lost its connection since then, it does not say.
    this.#isUp = worker.activity !== undefined;
    this.#status = this.#isUp ? 'live' : 'connecting';
    listeners.hear(worker, 'ready', () => {
      this.#isUp = true;
      this.#tries = 0;
      this.#connected.ready();
      this.#become('live');
      this.#confirm();
    });
    listeners.hear(worker, 'disconnected', () => {
      this.#isUp = false;
      this.#connected.lost();
      if (this.#status !== 'signed-out') this.#become('reconnecting');
    });
    listeners.hear(worker, 'tokenExpired', () => {
      this.signIn();
    });
    listeners.hear(worker, 'tokenUpdated', () => {
      if (this.#status === 'signed-out') this.#become(this.#isUp ? 'live' : 'reconnecting');
    });
    listeners.hear(worker, 'error', (error: unknown) => {
      this.#desk.reject(`worker: ${String(error)}`);
      // It has not read its list, and will not try again by itself.
      if (!this.#isUp && this.#status === 'reconnecting') this.#retry();
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Asks for a new token, which also connects where the connection is lost. */
  signIn(): void {
    this.#withToken((token) => {
      this.#options.worker.updateToken(token);
    });
  }

  #become(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#connected.changed(status);
  }

  #withToken(use: (token: string) => void): void {
    const { newToken } = this.#options;
    Promise.resolve()
      .then(() => {
        if (newToken) return newToken('taskrouter');
        throw new TypeError('newToken is missing');
      })
      .then(use)
      .catch((error: unknown) => {
        if (!this.#desk.isWatched) return;
        this.#desk.reject(`newToken: ${String(error)}`);
        this.#become('signed-out');
      });
  }

  /** Lets the SDK connect anew, and read its list with that. */
  #readAgain(): void {
    if (!this.#options.newToken) return;
    this.#withToken((token) => {
      const { worker } = this.#options;
      if (!this.#desk.isWatched) return;
      worker.disconnect();
      worker.updateToken(token);
    });
  }

  #retry(): void {
    clearTimeout(this.#timer);
    const ms = Math.min(LONGEST_TRY_MS, FIRST_TRY_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      if (!this.#isUp) this.#readAgain();
    }, ms);
  }

  /** Asks the server whether an offer came while the list was on its way: the SDK has lost it then. */
  #confirm(): void {
    const { pendingReservations, worker } = this.#options;
    if (!pendingReservations) return;
    Promise.resolve()
      .then(pendingReservations)
      .then((sids) => {
        const lost = sids.filter((sid) => !worker.reservations.has(sid) && !this.#lookedFor.has(sid));
        if (lost.length === 0 || !this.#isUp || !this.#desk.isWatched) return;
        this.#lookedFor = new Set([...this.#lookedFor, ...lost]);
        this.#readAgain();
      })
      .catch((error: unknown) => {
        this.#desk.reject(`pendingReservations: ${String(error)}`);
      });
  }
}
