import type { Session } from '../model/session.js';
import { isInConversation } from '../rules/session-phase.js';
import { isToRead } from '../rules/unread.js';
import type { StoreFact } from '../state/fact-kinds.js';
import type { SegmentList } from '../state/segment-list.js';

/**
 * Something to do once, beside state: switch, announce, alert. Comes only from what happens live; catching up after a
 * reconnect repeats none of them.
 */
export interface WorkspaceEffect {
  /**
   * - `session-offered`: a task rings;
   * - `session-started`: a conversation began, the workspace turns to it (Nimbus switches by itself);
   * - `session-ended`: a task is over, by whatever side; an offer that was withdrawn too;
   * - `offer-returned`: the agent missed or declined an offer;
   * - `session-failed`: parking, unparking or a transfer did not work;
   * - `message-received`: a customer has written; speech is no message.
   */
  readonly type:
    'session-offered' | 'session-started' | 'session-ended' | 'offer-returned' | 'session-failed' | 'message-received';
  readonly session: Session;
}

/** The effect of one live fact on one session, from its record before and after, and what was said before. */
export function effectOf(
  fact: StoreFact,
  before: Session | undefined,
  after: Session | undefined,
  said: SegmentList | undefined,
): WorkspaceEffect | undefined {
  if (!after) return undefined;
  // Where its session is looked at, the record is as it was.
  if (fact.type === 'transcript.appended')
    return after.modality !== 'audio-video' && fact.segments.some((own) => isToRead(own) && !said?.get(own.id)?.isFinal)
      ? { type: 'message-received', session: after }
      : undefined;
  if (before === after) return undefined;
  if (!before) return { type: 'session-offered', session: after };
  if (before.state === 'offered' && isInConversation(after.state)) return { type: 'session-started', session: after };
  if (after.failure && after.failure !== before.failure) return { type: 'session-failed', session: after };
  if (fact.type === 'session.ended' && before.state !== after.state) return { type: 'session-ended', session: after };
  if (fact.type === 'session.missed' || fact.type === 'session.declined')
    return { type: 'offer-returned', session: after };
  return undefined;
}
