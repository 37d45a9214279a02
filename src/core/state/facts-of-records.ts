import type { SessionEvent } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import type { WorkspaceState } from './workspace-state.js';

/**
 * What is known of people and sessions as facts, for whoever comes later. A transcript comes before its session: messages
 * after a snapshot would count as unread once more.
 */
export function factsOfRecords(
  { users, sessions, transcripts }: Pick<WorkspaceState, 'users' | 'sessions' | 'transcripts'>,
  at: number,
): readonly SessionEvent[] {
  const facts: SessionEvent[] = [];
  for (const [userId, { presence, usage }] of users) {
    if (presence) {
      const { since, ...shown } = presence;
      facts.push({ type: 'presence.changed', userId, ...shown, at: since });
    }
    if (usage) facts.push({ type: 'usage.reported', userId, usage, at });
  }
  for (const [id, session] of sessions) facts.push(...factsOfSession(session, transcripts.get(id), at));
  return facts;
}

/** One session with what was said in it. */
export function factsOfSession(
  session: Session,
  transcript: Iterable<TranscriptSegment> | undefined,
  at: number,
): readonly SessionEvent[] {
  const segments = [...(transcript ?? [])];
  const snapshot = { type: 'session.snapshot', session, at } as const;
  return segments.length > 0
    ? [{ type: 'transcript.appended', sessionId: session.id, segments, at }, snapshot]
    : [snapshot];
}
