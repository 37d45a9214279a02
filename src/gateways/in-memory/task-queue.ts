import type { Modality } from '../../core/model/modality.js';
import type { SessionState } from '../../core/model/session.js';
import { acceptanceIn } from './command-rules.js';
import { DialoguePlayer } from './dialogue-player.js';
import type { Dialogue } from './dialogue.js';
import type { InMemoryBackend } from './in-memory-backend.js';
import type { Random } from './random.js';

/** Where the next task comes from. */
export interface TaskSource {
  /** Takes out the first task that fits. */
  next(fits: (dialogue: Dialogue) => boolean): Dialogue | undefined;
  /** Takes a task back that nobody accepted. */
  putBack(dialogue: Dialogue): void;
  /** Hears that a task is over that somebody worked on. */
  done?(dialogue: Dialogue): void;
}

export interface TaskQueueOptions {
  readonly backend: InMemoryBackend;
  readonly source: TaskSource;
  readonly random: Random;
  /** The name of a session, unique among those of this queue; numbered if not said otherwise. */
  readonly idOf?: (dialogue: Dialogue, count: number) => string;
}

const FIRST_MS = 1500;
const SHORTEST_GAP_MS = 6000;
const LONGEST_GAP_MS = 16_000;
/** Longer than telephony rings: mails and jobs are patient. */
const PATIENT_RING_MS = 60_000;
const KEPT_HISTORY = 80;
const FIRST_NUMBER = 4101;
const FIRST_VISITOR = 7;

const numbered = (_: Dialogue, count: number): string => `task-${String(FIRST_NUMBER + count)}`;

/** Distributes tasks to the agent: one at a time, and only what fits presence, after-call work and limits. */
export class TaskQueue {
  readonly #backend: InMemoryBackend;
  readonly #source: TaskSource;
  readonly #random: Random;
  readonly #idOf: (dialogue: Dialogue, count: number) => string;
  #count = 0;
  #visitors = 0;

  constructor({ backend, source, random, idOf = numbered }: TaskQueueOptions) {
    this.#backend = backend;
    this.#source = source;
    this.#random = random;
    this.#idOf = idOf;
  }

  /** Lets tasks come by themselves from now on. */
  begin(): void {
    this.#backend.agenda.after(FIRST_MS, () => {
      this.#distribute();
    });
  }

  /** Offers the next task of a modality, or of any, whether there is room for it or not. Answers with its session's id. */
  offerNext(modality?: Modality): string | undefined {
    const dialogue = this.#source.next(({ offer }) => modality === undefined || offer.modality === modality);
    return dialogue && this.offer(dialogue).sessionId;
  }

  /** Offers one particular task; `at` (ms since the epoch) when it was offered earlier than now. */
  offer(dialogue: Dialogue, { at }: { readonly at?: number } = {}): DialoguePlayer {
    const sessionId = this.#idOf(dialogue, this.#count);
    this.#count += 1;
    const isPatient = dialogue.offer.modality === 'email' || dialogue.offer.modality === 'external';
    const visitorNumber = FIRST_VISITOR + this.#visitors;
    if (dialogue.isVisitor) this.#visitors += 1;
    return new DialoguePlayer(this.#backend, dialogue, {
      sessionId,
      queuedAt: (at ?? this.#backend.agenda.now()) - this.#random.between(4, 95) * 1000,
      visitorNumber,
      ...(at === undefined ? {} : { at }),
      ...(isPatient ? { ringMs: PATIENT_RING_MS } : {}),
      onOver: (before) => {
        this.#afterwards(dialogue, before);
      },
    });
  }

  #distribute(): void {
    const isRinging = [...this.#backend.sessions.values()].some(({ state }) => state === 'offered');
    if (!isRinging) {
      const { situation } = this.#backend;
      const dialogue = this.#source.next(({ offer }) => acceptanceIn(situation, offer.modality).canAccept);
      if (dialogue) this.offer(dialogue);
    }
    this.#backend.agenda.after(this.#random.between(SHORTEST_GAP_MS, LONGEST_GAP_MS), () => {
      this.#distribute();
    });
  }

  /** An offer that nobody took goes back to the queue. History does not grow without end. */
  #afterwards(dialogue: Dialogue, before: SessionState): void {
    if (before === 'offered') this.#source.putBack(dialogue);
    else this.#source.done?.(dialogue);
    const ended = [...this.#backend.sessions.values()].filter(({ state }) => state === 'ended');
    const oldest = ended.sort((one, other) => (one.times.ended ?? 0) - (other.times.ended ?? 0));
    for (const { id } of oldest.slice(0, Math.max(0, ended.length - KEPT_HISTORY))) {
      this.#backend.tell([{ type: 'session.removed', sessionId: id }]);
    }
  }
}
