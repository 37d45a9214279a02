import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';

interface Letter {
  readonly to: readonly Listener[];
  readonly facts: readonly SessionEvent[];
  readonly delivery: Delivery;
}

/** A connection of a receiver; one and the same may have two. */
export interface Listener {
  readonly receiver: GatewayReceiver;
  /** Whether it has been told what is true. */
  isTold: boolean;
}

/** Those who listen. What one of them asks for while it is told something, all hear after that. */
export class Audience {
  readonly #listeners = new Set<Listener>();
  readonly #outbox: Letter[] = [];
  #isSending = false;

  get size(): number {
    return this.#listeners.size;
  }

  add(receiver: GatewayReceiver): Listener {
    const listener: Listener = { receiver, isTold: false };
    this.#listeners.add(listener);
    return listener;
  }

  remove(listener: Listener): boolean {
    return this.#listeners.delete(listener);
  }

  /** Tells those who wait for it what is true. */
  introduce(truth: () => readonly SessionEvent[]): void {
    const to = [...this.#listeners].filter(({ isTold }) => !isTold);
    if (to.length === 0) return;
    for (const listener of to) listener.isTold = true;
    this.#post({ to, facts: truth(), delivery: 'replay' });
  }

  tell(facts: readonly SessionEvent[], delivery: Delivery): void {
    this.#post({ to: [...this.#listeners].filter(({ isTold }) => isTold), facts, delivery });
  }

  /** To everybody, or to those alone who know what is true. */
  announce(facts: readonly SessionEvent[], isForAll: boolean): void {
    this.#post({ to: [...this.#listeners].filter(({ isTold }) => isTold || isForAll), facts, delivery: 'replay' });
  }

  /** Nobody knows what is true now. */
  unsettle(): void {
    for (const listener of this.#listeners) listener.isTold = false;
  }

  reject(reason: string): void {
    for (const { receiver } of [...this.#listeners]) receiver.rejected(reason);
  }

  #post(letter: Letter): void {
    this.#outbox.push(letter);
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#outbox.shift(); next; next = this.#outbox.shift())
        for (const listener of next.to)
          if (this.#listeners.has(listener)) listener.receiver.facts(next.facts, next.delivery);
    } finally {
      this.#isSending = false;
    }
  }
}
