import { DialoguePlayer } from '../in-memory/dialogue-player.js';
import type { Dialogue } from '../in-memory/dialogue.js';
import type { InMemoryBackend } from '../in-memory/in-memory-backend.js';
import { waitingTasks } from './dialogues/waiting.js';

const MINUTE = 60_000;
/** A colleague picks one after so long, and the like of it waits again after as long. */
const PATIENCE_MS = 3 * MINUTE;

/** Tasks that wait for whoever picks them: the agent, or a colleague of whom nothing is heard here. */
export class WaitingWork {
  readonly #backend: InMemoryBackend;
  #count = 0;

  constructor(backend: InMemoryBackend) {
    this.#backend = backend;
  }

  /** All of them wait from now on, again and again. */
  begin(): void {
    waitingTasks.forEach((dialogue, at) => {
      this.#queue(dialogue, (waitingTasks.length - at) * 7 * MINUTE, (at + 1) * PATIENCE_MS);
    });
  }

  /** One more waits until the agent picks it. Answers with its id. */
  add(): string | undefined {
    const dialogue = waitingTasks[this.#count % waitingTasks.length];
    return dialogue && this.#queue(dialogue, 0);
  }

  /** @param patienceMs after how long a colleague picks it; without it nobody does */
  #queue(dialogue: Dialogue, waitedMs: number, patienceMs?: number): string {
    const { agenda } = this.#backend;
    this.#count += 1;
    const sessionId = `waiting-${String(this.#count)}`;
    const since = agenda.now() - waitedMs;
    const again = (): void => {
      if (patienceMs !== undefined)
        agenda.after(PATIENCE_MS, () => {
          this.#queue(dialogue, 0, patienceMs);
        });
    };
    this.#backend.queue(sessionId, dialogue.offer, since, () => {
      new DialoguePlayer(this.#backend, dialogue, { sessionId, queuedAt: since, onOver: again });
    });
    if (patienceMs !== undefined)
      agenda.after(patienceMs, () => {
        if (this.#backend.unqueue(sessionId)) again();
      });
    return sessionId;
  }
}
