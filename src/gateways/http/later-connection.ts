import type { GatewayReceiver } from '../../core/ports/gateway.js';
import { EarlyReceiver } from './early-receiver.js';
import type { HttpConnection } from './http-connection.js';
import { retryDelay } from './reconnect.js';
import type { HttpTimings } from './timings.js';

export interface LaterConnectionOptions {
  /** Loads it, where it is not there at once; rejects when that fails, and is called again then. */
  readonly load: () => HttpConnection | Promise<HttpConnection>;
  readonly timings: HttpTimings;
  readonly random: () => number;
  readonly now: () => number;
}

interface Waiting {
  readonly go: (connection: HttpConnection) => void;
  /** Absent for what waits for as long as it takes. */
  readonly giveUp?: (error: unknown) => void;
}

/**
 * The connection, which is loaded beside the page's first picture. What is asked of it before it is there waits, and is
 * done in the order of asking.
 */
export class LaterConnection {
  readonly #options: LaterConnectionOptions;
  readonly #receivers = new Set<EarlyReceiver>();
  #connection: HttpConnection | undefined;
  #waiting: readonly Waiting[] = [];
  #isLoading = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LaterConnectionOptions) {
    this.#options = options;
    this.#load();
  }

  /** Undefined until it is loaded, and all that waited for it has been asked of it. */
  get loaded(): HttpConnection | undefined {
    return this.#connection;
  }

  /** Asks it, now or as soon as it is there. Rejects when it cannot be loaded at present. */
  ask<Answer>(question: (connection: HttpConnection) => Promise<Answer>): Promise<Answer> {
    if (this.#connection) return question(this.#connection);
    return new Promise((resolve, reject) => {
      this.#wait({
        go: (connection) => {
          resolve(question(connection));
        },
        giveUp: reject,
      });
    });
  }

  /** As `ask`, of what has no answer: it waits for as long as it takes. */
  tell(go: (connection: HttpConnection) => void): void {
    if (this.#connection) go(this.#connection);
    else this.#wait({ go });
  }

  /** As the gateway's `connect`. */
  connect(receiver: GatewayReceiver): () => void {
    if (this.#connection) return this.#connection.connect(receiver);
    const early = new EarlyReceiver(receiver, this.#options.now(), this.#options.timings.noticeMs);
    let disconnect: (() => void) | undefined;
    const waiting: Waiting = {
      go: (connection) => {
        this.#receivers.delete(early);
        early.end();
        disconnect = connection.connect(receiver);
      },
    };
    this.#receivers.add(early);
    this.#wait(waiting);
    return () => {
      disconnect?.();
      if (!this.#receivers.delete(early)) return;
      early.end();
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      if (this.#receivers.size > 0) return;
      clearTimeout(this.#retry);
      if (this.#waiting.length > 0)
        this.tell((connection) => {
          connection.rest();
        });
    };
  }

  #wait(waiting: Waiting): void {
    this.#waiting = [...this.#waiting, waiting];
    this.#load();
  }

  /** Whoever asks for something is not kept waiting for the next try. */
  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    clearTimeout(this.#retry);
    const loading = this.#options.load();
    if (!(loading instanceof Promise)) {
      this.#proceed(loading);
      return;
    }
    loading.then(
      (connection) => {
        this.#proceed(connection);
      },
      (error: unknown) => {
        this.#isLoading = false;
        this.#fail(error);
      },
    );
  }

  #proceed(connection: HttpConnection): void {
    // What is asked meanwhile stands in line behind what was asked before.
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      this.#waiting = this.#waiting.slice(1);
      next.go(connection);
    }
    this.#connection = connection;
  }

  #fail(error: unknown): void {
    this.#failures += 1;
    const given = this.#waiting;
    this.#waiting = given.filter(({ giveUp }) => !giveUp);
    if (this.#receivers.size > 0) {
      const { random, timings } = this.#options;
      this.#retry = setTimeout(
        () => {
          this.#load();
        },
        retryDelay(this.#failures, random, timings),
      );
    }
    for (const { giveUp } of given) giveUp?.(error);
    for (const receiver of this.#receivers)
      receiver.failed(`A part of the gateway could not be loaded, and is tried again: ${String(error)}`);
  }
}
