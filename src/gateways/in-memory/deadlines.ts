import type { Agenda } from './agenda.js';

/** What happens to a session by itself, unless something happens to it before: one thing for each. */
export class Deadlines {
  readonly #agenda: Agenda;
  readonly #calledOffBy = new Map<string, () => void>();

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
  }

  /** In ms of the backend's tempo. What was to happen to it before does not any more. */
  set(sessionId: string, ms: number, run: () => void): void {
    this.clear(sessionId);
    this.#calledOffBy.set(sessionId, this.#agenda.after(ms, run));
  }

  clear(sessionId: string): void {
    this.#calledOffBy.get(sessionId)?.();
    this.#calledOffBy.delete(sessionId);
  }
}
