import type { KnownModality } from '../../core/model/modality.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { builtInConfiguration, USERS } from '../in-memory/built-in-configuration.js';
import type { Dialogue } from '../in-memory/dialogue.js';
import type { Fault } from '../in-memory/faults.js';
import { InMemoryBackend } from '../in-memory/in-memory-backend.js';
import { seededRandom } from '../in-memory/random.js';
import type { Scheduler } from '../in-memory/scheduler.js';
import { realScheduler } from '../in-memory/scheduler.js';
import { TaskQueue } from '../in-memory/task-queue.js';
import { EndlessSource } from './endless-source.js';
import { historyUntil } from './history.js';
import { beginAtWork } from './opening.js';
import type { Scenario } from './scenario.js';
import { dialogues } from './scenario.js';
import { simulateTeammates } from './teammates.js';
import { WaitingWork } from './waiting-work.js';

export type { Fault } from '../in-memory/faults.js';
export type { Scheduler } from '../in-memory/scheduler.js';
export type { Scenario } from './scenario.js';

export interface SimulatorOptions {
  /** Whose shift it is: the id of a user of the configuration. Without it, that of the built-in one who has all licences. */
  readonly agentId?: string;
  /** The same seed leads to the same shift. */
  readonly seed?: number;
  /** `at-work` without it: what the kit can do is there from the first moment. */
  readonly scenario?: Scenario;
  /** 1 is real time; 4 lets everything happen four times as fast. */
  readonly speed?: number;
  /** What goes wrong, each once, at the first opportunity. */
  readonly faults?: readonly Fault[];
  readonly scheduler?: Scheduler;
  /** A configuration document of your own instead of the built-in one. */
  readonly configuration?: unknown;
}

/** A gateway with handles for demonstrations and tests. */
export interface Simulator extends Gateway {
  /** Offers a task now, whether there is room or not, and answers with its session's id. */
  offer(modality?: KnownModality): string | undefined;
  /** Lets a task wait to be picked, and answers with its id. */
  queue(): string | undefined;
  /** The other side hangs up or leaves. */
  hangUp(sessionId: string): void;
  /** The system that the task came from takes it back. */
  cancel(sessionId: string): void;
  /** Somebody else takes a task that still rings. */
  take(sessionId: string): void;
  /** The system accepts a task that still rings for the agent, who is not asked. */
  assign(sessionId: string): void;
  /** Makes something go wrong at the next opportunity. */
  inject(fault: Fault): void;
  /** Loads another configuration document while everything runs. */
  configure(document: unknown): void;
}

/** Answers customers of chats to whom the agent does not write. */
const STAND_IN = { id: 'stand-in', role: 'bot', name: 'Automatic reply' } as const;

/**
 * A contact centre in a box: six services, three colleagues, and customers who call, write and hang up when they
 * please. It runs in browsers and in Node, without a network, and stands still while nobody is connected.
 */
export function createSimulator({
  agentId = USERS.agent,
  seed = 1,
  scenario = 'at-work',
  speed = 1,
  faults = [],
  scheduler = realScheduler(),
  configuration = builtInConfiguration,
}: SimulatorOptions = {}): Simulator {
  const backend = new InMemoryBackend({ agentId, configuration, scheduler, speed, faults });
  const random = seededRandom(seed);
  const source = new EndlessSource(scenario === 'quiet' ? dialogues.map(withoutTroubles) : dialogues, random);
  const queue = new TaskQueue({ backend, source, random, standIn: STAND_IN, carriesOn: true });
  backend.tell([
    { type: 'presence.changed', userId: agentId, presence: 'available' },
    ...historyUntil(backend.agenda.now(), backend.configuration, agentId).flatMap(({ session, segments }) => [
      { type: 'session.snapshot', session } as const,
      ...(segments.length > 0 ? [{ type: 'transcript.appended', sessionId: session.id, segments } as const] : []),
    ]),
  ]);
  simulateTeammates(backend, random);
  customersWriteAgain(backend);
  const waiting = new WaitingWork(backend);
  if (scenario === 'at-work') beginAtWork(backend, source, queue);
  if (scenario !== 'quiet') {
    queue.begin();
    waiting.begin();
  }
  return {
    clock: backend.clock,
    isRead: true,
    keptAs: false,
    connect: (receiver) => backend.connect(receiver),
    execute: (command) => backend.execute(command),
    typing(sessionId, isTyping) {
      backend.typing(sessionId, isTyping);
    },
    upload: (sessionId, file, options) => backend.upload(sessionId, file, options),
    session: (sessionId) => backend.session(sessionId),
    openItems: (query) => backend.openItems(query),
    offer: (modality) => queue.offerNext(modality),
    queue: () => waiting.add(),
    hangUp(sessionId) {
      backend.hangUp(sessionId);
    },
    cancel(sessionId) {
      backend.cancel(sessionId);
    },
    take(sessionId) {
      backend.take(sessionId);
    },
    assign(sessionId) {
      backend.assign(sessionId);
    },
    inject(fault) {
      backend.inject(fault);
    },
    configure(document) {
      backend.configure(document);
    },
  };
}

const WRITES_AGAIN_MS = 60_000;

/** Who is waited for writes again: once for each time that the agent has left the chat. */
function customersWriteAgain(backend: InMemoryBackend): void {
  backend.watch((fact) => {
    if (fact.type !== 'session.removed') return;
    const left = backend.left.find(({ session, where }) => session.id === fact.sessionId && where === 'waiting');
    if (!left) return;
    backend.agenda.after(WRITES_AGAIN_MS, () => {
      const { customer, visitorLabel } = left.session;
      backend.write(fact.sessionId, {
        id: `again-${String(left.since)}`,
        speaker: { id: 'customer', role: 'customer', name: customer?.name ?? visitorLabel ?? 'Customer' },
        text: 'Hello again! One more question, if I may.',
        isFinal: true,
        at: backend.agenda.now(),
      });
    });
  });
}

/** In a quiet simulation only that goes wrong which is asked for. */
const withoutTroubles = (dialogue: Dialogue): Dialogue => ({ ...dialogue, troubles: [] });
