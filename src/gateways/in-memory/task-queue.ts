import type { Modality } from '../../core/model/modality.js';
import type { Participant } from '../../core/model/participant.js';
import { acceptanceIn } from './command-rules.js';
import { carriedOn } from './carried-on.js';
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
  /** As `StagingOptions.standIn`. */
  readonly standIn?: Participant;
  /** Whether what the agent transfers comes again, as a task of the next service. */
  readonly carriesOn?: boolean;
}

const FIRST_MS = 1500;
const SHORTEST_GAP_MS = 6000;
const LONGEST_GAP_MS = 16_000;
/** Longer than telephony rings: mails and jobs are patient. */
const PATIENT_RING_MS = 60_000;
/** How long a transferred task waits for its next service. */
const PASSED_ON_MS = 5000;
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
  readonly #standIn: Participant | undefined;
  readonly #carriesOn: boolean;
  #count = 0;
  #visitors = 0;

  constructor({ backend, source, random, idOf = numbered, standIn, carriesOn = false }: TaskQueueOptions) {
    this.#backend = backend;
    this.#source = source;
    this.#random = random;
    this.#idOf = idOf;
    this.#standIn = standIn;
    this.#carriesOn = carriesOn;
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
    const visitorNumber = FIRST_VISITOR + this.#visitors;
    if (dialogue.isVisitor) this.#visitors += 1;
    return this.#stage(dialogue, visitorNumber, at, dialogue);
  }

  /** @param origin the task as the source knows it */
  #stage(dialogue: Dialogue, visitorNumber: number, at: number | undefined, origin: Dialogue): DialoguePlayer {
    const sessionId = this.#idOf(dialogue, this.#count);
    this.#count += 1;
    const isPatient = dialogue.offer.modality === 'email' || dialogue.offer.modality === 'external';
    const player = new DialoguePlayer(this.#backend, dialogue, {
      sessionId,
      queuedAt: (at ?? this.#backend.agenda.now()) - this.#random.between(4, 95) * 1000,
      visitorNumber,
      ...(at === undefined ? {} : { at }),
      ...(this.#standIn ? { standIn: this.#standIn } : {}),
      ...(isPatient ? { ringMs: PATIENT_RING_MS } : {}),
      onOver: (before) => {
        const session = this.#backend.sessions.get(sessionId);
        const next =
          this.#carriesOn && before === 'transferring' && session
            ? carriedOn(dialogue, player.unsaid, session, this.#backend.configuration)
            : undefined;
        if (next) this.#carryOn(next, visitorNumber, origin);
        else if (before === 'offered' && dialogue === origin) this.#source.putBack(origin);
        else this.#source.done?.(origin);
        this.#forgetOldest();
      },
    });
    return player;
  }

  /** The next service has it when somebody there is free: the agent, or else somebody of whom nothing is heard here. */
  #carryOn(next: Dialogue, visitorNumber: number, origin: Dialogue): void {
    const { agenda } = this.#backend;
    agenda.after(PASSED_ON_MS, () => {
      if (acceptanceIn(this.#backend.situation, next.offer.modality).canAccept)
        this.#stage(next, visitorNumber, undefined, origin);
      else this.#source.done?.(origin);
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

  /** History does not grow without end. */
  #forgetOldest(): void {
    const ended = [...this.#backend.sessions.values()].filter(({ state }) => state === 'ended');
    const oldest = ended.sort((one, other) => (one.times.ended ?? 0) - (other.times.ended ?? 0));
    for (const { id } of oldest.slice(0, Math.max(0, ended.length - KEPT_HISTORY))) {
      this.#backend.tell([{ type: 'session.removed', sessionId: id }]);
    }
  }
}
