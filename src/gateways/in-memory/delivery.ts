import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import type { Agenda } from './agenda.js';
import type { FaultList } from './faults.js';

/** Told of every fact that changed something, after the receivers were. */
export type Watcher = (fact: SessionEvent) => void;

/** Facts for those who were connected when they happened; one who connects later has them in its replay. */
interface Letter {
  readonly facts: readonly SessionEvent[];
  /** `live` where nothing is said. */
  readonly delivery?: Delivery;
  readonly receivers: readonly GatewayReceiver[];
  readonly watchers: readonly Watcher[];
}

const HELD_BACK_MS = 1500;

/** Brings facts to everybody who listens, in one order for all; twice or out of order only where a fault says so. */
export class FactDelivery {
  readonly #agenda: Agenda;
  readonly #faults: FaultList;
  readonly #receivers = new Set<GatewayReceiver>();
  readonly #watchers = new Set<Watcher>();
  #heldBack: readonly SessionEvent[] = [];
  #outbox: Letter[] = [];
  #isSending = false;

  constructor(agenda: Agenda, faults: FaultList) {
    this.#agenda = agenda;
    this.#faults = faults;
  }

  /** How many receivers are connected. */
  get size(): number {
    return this.#receivers.size;
  }

  /** Adds a receiver, which is given `truth` first. Returns a function that removes it for good. */
  add(receiver: GatewayReceiver, truth: readonly SessionEvent[]): () => void {
    // One and the same object may be connected twice, and each connection ends by itself.
    const own: GatewayReceiver = {
      facts: (events, delivery) => {
        receiver.facts(events, delivery);
      },
      rejected: (reason) => {
        receiver.rejected(reason);
      },
      pending: (command, reply) => {
        receiver.pending(command, reply);
      },
    };
    this.#receivers.add(own);
    own.facts(truth, 'replay');
    return () => {
      this.#receivers.delete(own);
    };
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** Brings news to receivers and watchers. */
  deliver(facts: readonly SessionEvent[]): void {
    const letter: Letter = { facts, receivers: [...this.#receivers], watchers: [...this.#watchers] };
    if (this.#heldBack.length === 0 && this.#faults.take('reordered-facts')) {
      this.#heldBack = facts;
      this.#post({ ...letter, receivers: [] });
      this.#agenda.after(HELD_BACK_MS, () => {
        this.#releaseHeldBack();
      });
      return;
    }
    this.#post(letter);
    this.#releaseHeldBack();
    if (this.#faults.take('duplicate-facts')) this.#post({ ...letter, watchers: [] });
  }

  /** Brings to the receivers what is no news. */
  repeat(facts: readonly SessionEvent[]): void {
    this.#post({ facts, receivers: [...this.#receivers], watchers: [] });
  }

  /** Brings to the receivers what they have had before. */
  replay(facts: readonly SessionEvent[]): void {
    this.#post({ facts, delivery: 'replay', receivers: [...this.#receivers], watchers: [] });
  }

  reject(reason: string): void {
    for (const receiver of [...this.#receivers]) receiver.rejected(reason);
  }

  #releaseHeldBack(): void {
    const facts = this.#heldBack;
    this.#heldBack = [];
    if (facts.length > 0) this.repeat(facts);
  }

  /** First in, first out: whoever answers a fact with a command does not get ahead of others who hear the fact. */
  #post(letter: Letter): void {
    this.#outbox.push(letter);
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#outbox.shift(); next; next = this.#outbox.shift()) {
        const { facts, delivery = 'live' } = next;
        for (const receiver of next.receivers) if (this.#receivers.has(receiver)) receiver.facts(facts, delivery);
        for (const watcher of next.watchers) for (const fact of next.facts) watcher(fact);
      }
    } finally {
      this.#isSending = false;
    }
  }
}
