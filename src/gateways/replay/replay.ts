import type { Modality } from '../../core/model/modality.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { builtInConfiguration, USERS } from '../in-memory/built-in-configuration.js';
import type { Dialogue } from '../in-memory/dialogue.js';
import { InMemoryBackend } from '../in-memory/in-memory-backend.js';
import { seededRandom } from '../in-memory/random.js';
import type { Scheduler } from '../in-memory/scheduler.js';
import { realScheduler } from '../in-memory/scheduler.js';
import type { TaskSource } from '../in-memory/task-queue.js';
import { TaskQueue } from '../in-memory/task-queue.js';
import { dialogueOf } from './dialogue-of.js';
import { readRecordings } from './read-recordings.js';
import type { Recording, RecordingFile, RecordingProblem } from './recording.js';

export type { Scheduler } from '../in-memory/scheduler.js';
export type { RecordedMessage, Recording, RecordingFile, RecordingProblem } from './recording.js';

export interface ReplayOptions {
  /** What is played, in this order. Each is offered once the agent has room for it. */
  readonly recordings: readonly Recording[];
  /** 1 is the pace at which it was recorded; 4 is four times as fast. */
  readonly speed?: number;
  /** Whether recordings are offered one after the other by themselves; otherwise only when `offer` is called. */
  readonly isOfferedByItself?: boolean;
  readonly scheduler?: Scheduler;
  /** A configuration document of your own, with the services of the built-in one. */
  readonly configuration?: unknown;
}

/** A gateway that plays recordings. */
export interface Replay extends Gateway {
  /**
   * Offers the next recording, or the next of a modality, now, whether there is room or not. Answers with its session's
   * id; undefined when none is left.
   */
  offer(modality?: Modality): string | undefined;
}

/**
 * Plays recorded sessions as if they happened now, through the same engine as the simulator: the agent accepts, parks
 * and ends them, and a parked one waits. They belong to the services of the built-in configuration by their modality.
 */
export function createReplay({
  recordings,
  speed = 1,
  isOfferedByItself = true,
  scheduler = realScheduler(),
  configuration = builtInConfiguration,
}: ReplayOptions): Replay {
  const agentId = USERS.agent;
  const backend = new InMemoryBackend({ agentId, configuration, scheduler, speed });
  const queue = new TaskQueue({
    backend,
    source: queueOf(recordings.map(dialogueOf)),
    random: seededRandom(1),
    // An offer that nobody took comes again, as another session.
    idOf: ({ id }) => (backend.sessions.has(id) ? `${id} again ${String(backend.sessions.size)}` : id),
  });
  backend.tell([{ type: 'presence.changed', userId: agentId, presence: 'available' }]);
  if (isOfferedByItself) queue.begin();
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
    offer: (modality) => queue.offerNext(modality),
  };
}

/** Reads files (see `readRecordings`) and makes a replay of what could be read. Never rejects. */
export async function createReplayOfFiles(
  files: readonly RecordingFile[],
  options: Omit<ReplayOptions, 'recordings'> = {},
): Promise<{ readonly replay: Replay; readonly problems: readonly RecordingProblem[] }> {
  const { recordings, problems } = await readRecordings(files);
  return { replay: createReplay({ ...options, recordings }), problems };
}

function queueOf(dialogues: readonly Dialogue[]): TaskSource {
  const waiting = [...dialogues];
  return {
    next(fits) {
      const index = waiting.findIndex(fits);
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    putBack(dialogue) {
      waiting.push(dialogue);
    },
  };
}
