import { pauseBefore } from '../platform/pause-before.js';
import type { Desk } from './desk.js';
import type { Link } from './link.js';
import type { TwilioOptions } from './options.js';
import { Renewal } from './renewal.js';
import type { TwilioReservation } from './task-router.js';

/** A server may know how a reservation ended; it has this long to say. */
const SERVER_HAS_MS = 10_000;

/** What is done about what the SDK does not recover from by itself. */
export class Recovery {
  readonly #desk: Desk;
  readonly #options: TwilioOptions;
  readonly #link: Link;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** Offers that were looked for by reading the list once more, so that it is not done for ever. */
  readonly #lookedFor = new Set<string>();
  #tries = 0;
  readonly #renewal: Renewal | undefined;

  constructor(desk: Desk, options: TwilioOptions, link: Link) {
    this.#desk = desk;
    this.#options = options;
    this.#link = link;
    const { newToken } = options;
    this.#renewal =
      newToken &&
      new Renewal(
        () => newToken('taskrouter'),
        (error) => {
          this.#noToken(String(error));
        },
      );
  }

  /** The page may have given a token by itself. */
  signedIn(): void {
    this.#renewal?.stop();
  }

  stop(): void {
    this.#renewal?.stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Asks for a new token, which also connects where the connection is lost. */
  signIn(): void {
    if (this.#renewal)
      this.#renewal.begin((token) => {
        this.#options.worker.updateToken(token);
      });
    else this.#noToken('it is missing');
  }

  /** The SDK could not read its list, and does not try again by itself: one reservation that it cannot read is enough. */
  retry(): void {
    if (!this.#options.newToken) {
      this.#desk.reject('the worker could not be read; to try again takes newToken');
      this.#link.givenUp();
      return;
    }
    this.#after(pauseBefore(this.#tries), () => {
      if (!this.#link.isUp) this.#readAgain();
    });
    this.#tries += 1;
  }

  /** Asks the server whether an offer came while the list was on its way: the SDK has lost it then. */
  async confirm(): Promise<void> {
    this.#tries = 0;
    const { pendingReservations, worker } = this.#options;
    if (!pendingReservations) return;
    const sids = await pendingReservations();
    const lost = sids.filter((sid) => !worker.reservations.has(sid) && !this.#lookedFor.has(sid));
    if (lost.length === 0 || !this.#link.isUp) return;
    for (const sid of lost) this.#lookedFor.add(sid);
    this.#readAgain();
  }

  /** Asks the server how a reservation that has gone without a word ended, and tells; nothing where it does not know. */
  ask({ sid, task }: TwilioReservation, tell: (outcome?: unknown) => void): void {
    const stop = this.#after(SERVER_HAS_MS, tell);
    Promise.resolve()
      .then(() => this.#options.howEnded?.(sid, task.sid))
      .catch((error: unknown) => {
        this.#desk.reject(`howEnded: ${String(error)}`);
      })
      .then((outcome) => {
        stop();
        tell(outcome);
      })
      .catch(this.#desk.reject);
  }

  #after(ms: number, act: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }

  #noToken(reason: string): void {
    this.#desk.reject(`newToken: ${reason}`);
    this.#link.signedOut();
  }

  /** Lets the SDK connect anew, and read its list with that. */
  #readAgain(): void {
    this.#renewal?.begin((token) => {
      const { worker } = this.#options;
      worker.disconnect();
      worker.updateToken(token);
    });
  }
}
