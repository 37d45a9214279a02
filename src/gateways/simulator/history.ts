import type { Configuration } from '../../core/configuration/configuration.js';
import { keptContextOf } from '../../core/context-data/kept-context.js';
import { recordAtEnd } from '../../core/context-data/record-at-end.js';
import { withFrozenUrls } from '../../core/fields/frozen-urls.js';
import type { ContextRecord } from '../../core/model/context-data.js';
import { NO_NOTES } from '../../core/model/session-notes.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { USERS, builtInConfiguration } from '../in-memory/built-in-configuration.js';
import type { Line } from '../in-memory/dialogue.js';
import { NOT_STORED } from '../in-memory/context-records.js';
import type { PastTask } from './past-task.js';
import { pastTasks } from './past-tasks.js';

/** A session that is over, with what was said in it as far as it is kept. */
export interface PastSession {
  readonly session: Session;
  readonly segments: readonly TranscriptSegment[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const STORING: ReadonlySet<string> = new Set(
  builtInConfiguration.services.filter(({ extensions }) => 'storeContextData' in extensions).map(({ id }) => id),
);
const CLEARED = 'Context data is kept for 30 days. It has been cleared since.';

/** The agent's last days, as they stand at `now` (ms since the epoch). */
export const historyUntil = (
  now: number,
  configuration: Configuration | undefined,
  agentId: string = USERS.agent,
): readonly PastSession[] =>
  pastTasks.map((task, index) => pastSession(task, `task-${String(4001 + index)}`, { now, configuration, agentId }));

interface Moment {
  readonly now: number;
  readonly configuration: Configuration | undefined;
  readonly agentId: string;
}

function pastSession(task: PastTask, id: string, { now, configuration, agentId }: Moment): PastSession {
  const {
    endedMinutesAgo,
    lastedSeconds,
    rangSeconds = 7,
    outcome = 'accepted',
    codes: [primaryCode, secondaryCode] = [],
    tags = [],
    parameters = [],
    lines = [],
    ...known
  } = task;
  const ended = now - endedMinutesAgo * MINUTE;
  const connected = lastedSeconds === undefined ? undefined : ended - lastedSeconds * SECOND;
  const offered = (connected ?? ended) - rangSeconds * SECOND;
  const session: Session = {
    notes: NO_NOTES,
    ...known,
    id,
    state: 'ended',
    since: ended,
    times: {
      queued: offered - 20 * SECOND,
      offered,
      ...(connected === undefined ? {} : { accepted: connected - SECOND, connected }),
      ended,
    },
    offerOutcome: outcome,
    participants: [],
    parameters,
    unread: 0,
    tags,
    isSelected: false,
    ...(primaryCode === undefined ? {} : { primaryCode }),
    ...(secondaryCode === undefined ? {} : { secondaryCode }),
  };
  const record = recordAt(now, task.serviceId, ended);
  const contextRecord = withFrozenUrls(record, { session, configuration, agentId });
  return {
    session: keptContextOf({ ...session, contextRecord }),
    segments: lines.map((line, index) => segmentOf(line, index, session)),
  };
}

/** What is left at a moment of what a service has kept. */
function recordAt(now: number, serviceId: string, ended: number): ContextRecord {
  const record = recordAtEnd(STORING.has(serviceId), ended, NOT_STORED);
  return record.isStored && (record.until ?? Infinity) <= now ? { isStored: false, reason: CLEARED } : record;
}

const LINE_MS = 9000;

/** What is written says when that was. */
const segmentOf = (
  { by, text, sentiment }: Line,
  index: number,
  { id, modality, times: { connected = 0 } }: Session,
): TranscriptSegment => ({
  id: `${id}-${String(index + 1)}`,
  speaker: { id: by, role: by },
  text,
  isFinal: true,
  offsetMs: index * LINE_MS,
  ...(modality === 'audio-video' ? {} : { at: connected + index * LINE_MS }),
  ...(sentiment === undefined ? {} : { sentiment }),
});
