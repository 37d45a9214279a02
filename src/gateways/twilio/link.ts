import type { ConnectionStatus } from '../../core/events/session-event.js';
import type { Desk } from './desk.js';
import type { Listeners } from './listeners.js';
import type { TwilioWorker } from './task-router.js';

/** What the link needs of the rest. */
export interface Connected {
  /** The SDK has read everything anew. */
  ready(): void;
  /** What is read from now on is no list to compare with. */
  lost(): void;
  changed(status: ConnectionStatus): void;
  /** The token is about to run out. */
  tokenExpired(): void;
  /** The SDK has another one. */
  tokenUpdated(): void;
  /** The SDK has connected, could not read its list, and will not try again by itself. */
  failed(): void;
}

/** How well the SDK reaches its platform. */
export class Link {
  readonly #desk: Desk;
  readonly #worker: TwilioWorker;
  readonly #connected: Connected;
  #isUp = false;
  #status: ConnectionStatus = 'connecting';

  constructor(desk: Desk, worker: TwilioWorker, connected: Connected) {
    this.#desk = desk;
    this.#worker = worker;
    this.#connected = connected;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  listen(listeners: Listeners): void {
    const worker = this.#worker;
    // A worker that knows its activity has been ready; whether it has lost its connection since then, it does not say.
    this.#isUp = !!worker.activity;
    this.#status = this.#isUp ? 'live' : 'connecting';
    listeners.hear(worker, 'ready', () => {
      this.#isUp = true;
      this.#connected.ready();
      this.#become('live');
    });
    listeners.hear(worker, 'disconnected', () => {
      this.#isUp = false;
      this.#connected.lost();
      if (this.#status !== 'signed-out') this.#become('reconnecting');
    });
    listeners.hear(worker, 'tokenExpired', () => {
      this.#connected.tokenExpired();
    });
    listeners.hear(worker, 'tokenUpdated', () => {
      this.#connected.tokenUpdated();
      if (this.#status === 'signed-out') this.#become(this.#isUp ? 'live' : 'reconnecting');
    });
    listeners.hear(worker, 'error', (error: unknown) => {
      this.#desk.reject(`worker: ${String(error)}`);
      if (!this.#isUp && this.#status !== 'signed-out') this.#connected.failed();
    });
  }

  signedOut(): void {
    this.#become('signed-out');
  }

  /** Nobody tries to connect any more. */
  givenUp(): void {
    if (this.#status === 'connecting') this.#become('offline');
  }

  #become(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#connected.changed(status);
  }
}
