import type { Session } from '../model/session.js';
import { isInConversation } from '../rules/session-phase.js';
import type { StoreFact } from '../state/fact-kinds.js';

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
   * - `session-failed`: parking, unparking or a transfer did not work.
   */
  readonly type: 'session-offered' | 'session-started' | 'session-ended' | 'offer-returned' | 'session-failed';
  readonly session: Session;
}

/** The effect of one live fact on one session, from its record before and after. */
export function effectOf(
  fact: StoreFact,
  before: Session | undefined,
  after: Session | undefined,
): WorkspaceEffect | undefined {
  if (!after || before === after) return undefined;
  if (!before) return { type: 'session-offered', session: after };
  if (before.state === 'offered' && isInConversation(after.state)) return { type: 'session-started', session: after };
  if (after.failure && after.failure !== before.failure) return { type: 'session-failed', session: after };
  if (fact.type === 'session.ended' && before.state !== after.state) return { type: 'session-ended', session: after };
  if (fact.type === 'session.missed' || fact.type === 'session.declined')
    return { type: 'offer-returned', session: after };
  return undefined;
}
