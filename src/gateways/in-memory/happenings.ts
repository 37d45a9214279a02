import type { SessionEvent } from '../../core/events/session-event.js';
import type { Agenda } from './agenda.js';
import type { FactDelivery } from './delivery.js';
import type { Happening } from './engine.js';
import { Records } from './records.js';

/** Makes facts of what happens: dates them, takes them into the records, and brings them to whoever listens. */
export class Happenings {
  readonly records = new Records();
  readonly #agenda: Agenda;
  readonly #delivery: FactDelivery;
  readonly #engage: (sessionIds: readonly string[]) => void;
  /** What is told together with more. */
  #batch: SessionEvent[] | undefined;
  #engaging: readonly string[] = [];

  /** @param engage hears which sessions engage the agent, when they are others */
  constructor(agenda: Agenda, delivery: FactDelivery, engage: (sessionIds: readonly string[]) => void) {
    this.#agenda = agenda;
    this.#delivery = delivery;
    this.#engage = engage;
  }

  /** As `Engine.tell`. */
  tell(happenings: readonly Happening[]): boolean {
    const facts = this.#dated(happenings).filter((fact) => this.records.apply(fact));
    if (facts.length === 0) return false;
    if (this.#batch) this.#batch.push(...facts);
    else this.#delivery.deliver(facts);
    this.#follow();
    return true;
  }

  /** As `Engine.together`. */
  together(act: () => void): void {
    if (this.#batch) {
      act();
      return;
    }
    const batch: SessionEvent[] = (this.#batch = []);
    try {
      act();
    } finally {
      this.#batch = undefined;
      if (batch.length > 0) this.#delivery.deliver(batch);
    }
  }

  /** Tells the receivers something without taking it in: what a network repeats or delays. */
  repeat(happenings: readonly Happening[]): void {
    this.#delivery.repeat(this.#dated(happenings));
  }

  #follow(): void {
    const { engaging } = this.records.usage;
    if (engaging === this.#engaging) return;
    this.#engaging = engaging;
    this.#engage(engaging);
  }

  #dated(happenings: readonly Happening[]): readonly SessionEvent[] {
    const at = this.#agenda.now();
    return happenings.map((happening) => ({ at, ...happening }));
  }
}
