import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { StateTables } from '../../core/store/state-tables.js';

type Hearer = Pick<GatewayReceiver, 'facts' | 'rejected'>;

interface Letter {
  readonly facts: readonly SessionEvent[];
  readonly delivery: Delivery;
  readonly receivers: readonly Hearer[];
}

/** What has been said, and those it is said to; each hears the same in the same order. */
export class Desk {
  /** What has been said, as a store makes it out. */
  readonly records = new StateTables(() => {
    this.#isNews = true;
  }, transcriptStep);
  #isNews = false;
  /** A fact with the command that led to it; only those who give commands know. */
  named: (fact: SessionEvent, now: number) => SessionEvent = (fact) => fact;
  readonly #receivers = new Set<Hearer>();
  readonly #outbox: Letter[] = [];
  #isSending = false;
  #last = 0;

  /** The machine's time, which does not go back. */
  now(): number {
    this.#last = Math.max(this.#last, Date.now());
    return this.#last;
  }

  get isWatched(): boolean {
    return this.#receivers.size > 0;
  }

  /** Says what changes something. */
  say(facts: readonly SessionEvent[], delivery: Delivery): void {
    const now = this.now();
    const news = facts
      .map((fact) => (delivery === 'live' ? this.named(fact, now) : fact))
      .filter((fact) => this.#apply(fact));
    if (news.length > 0) this.#post({ facts: news, delivery, receivers: [...this.#receivers] });
  }

  /** Whether it changes something. */
  #apply(fact: SessionEvent): boolean {
    this.#isNews = false;
    this.records.apply(fact);
    return this.#isNews;
  }

  /** Counts what could not be read. It may be handed on by itself. */
  readonly reject = (reason: string): void => {
    for (const receiver of [...this.#receivers]) receiver.rejected(reason);
  };

  /** Adds a receiver, which is given the truth first. Returns a function that ends it for good. */
  add(receiver: GatewayReceiver, truth: readonly SessionEvent[]): () => void {
    // One and the same receiver may be connected twice, and each connection ends by itself.
    const own: Hearer = {
      facts: (events, delivery) => {
        receiver.facts(events, delivery);
      },
      rejected: (reason) => {
        receiver.rejected(reason);
      },
    };
    this.#receivers.add(own);
    own.facts(truth, 'replay');
    return () => {
      this.#receivers.delete(own);
    };
  }

  /** First in, first out: whoever answers a fact with a command does not get ahead of others who hear the fact. */
  #post(letter: Letter): void {
    this.#outbox.push(letter);
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#outbox.shift(); next; next = this.#outbox.shift()) {
        for (const receiver of next.receivers) {
          if (this.#receivers.has(receiver)) receiver.facts(next.facts, next.delivery);
        }
      }
    } finally {
      this.#isSending = false;
    }
  }
}
