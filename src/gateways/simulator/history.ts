import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Line } from '../in-memory/dialogue.js';
import type { PastTask } from './past-task.js';
import { pastTasks } from './past-tasks.js';

/** A session that is over, with what was said in it as far as it is kept. */
export interface PastSession {
  readonly session: Session;
  readonly segments: readonly TranscriptSegment[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The agent's last days, as they stand at `now` (ms since the epoch). */
export const historyUntil = (now: number): readonly PastSession[] =>
  pastTasks.map((task, index) => pastSession(task, `task-${String(4001 + index)}`, now));

function pastSession(task: PastTask, id: string, now: number): PastSession {
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
  return { session, segments: lines.map((line, index) => segmentOf(line, index, id)) };
}

const LINE_MS = 9000;

const segmentOf = ({ by, text, sentiment }: Line, index: number, sessionId: string): TranscriptSegment => ({
  id: `${sessionId}-${String(index + 1)}`,
  speaker: { id: by, role: by },
  text,
  isFinal: true,
  offsetMs: index * LINE_MS,
  ...(sentiment === undefined ? {} : { sentiment }),
});
