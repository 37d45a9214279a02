import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import type { Part } from './participants.js';
import type { Dict } from './read.js';
import { present, span, timeIn } from './read.js';
import type { View } from './view.js';
import { afterCallWorkOf, queuedAtOf } from './view.js';

/** What the platform says of a session now. */
export interface Truth {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly conversation: Dict;
  readonly part: Part;
  readonly view: View;
  readonly at: number;
}

/** The whole of a session. What only this side knows of it stays. */
export function snapshotOf({ sessionId, at, state, view, part, conversation }: Truth, record?: Session): SessionEvent {
  const { queueId: _, ...known } = view;
  const { one, participant } = part;
  const lasts = span(participant.alertingTimeoutMs);
  const offered = timeIn(one.startAlertingTime, at);
  const connected = timeIn(one.connectedTime, at) ?? (isOngoing(state) ? record?.times.connected : undefined);
  const ended = isOver(state) ? (timeIn(one.disconnectedTime, at) ?? at) : undefined;
  const set = timeIn(state === 'parked' ? one.parkTime : one.startHoldTime, at);
  const since = state === 'parked' || state === 'held' ? set : (ended ?? connected ?? offered);
  const work = state === 'after-call-work' ? afterCallWorkOf(part, at, false) : undefined;
  return {
    type: 'session.snapshot',
    at,
    session: {
      ...known,
      tags: [...new Set(view.tags)],
      id: sessionId,
      state,
      since: since ?? at,
      ...(state === 'parked' && { parkedSince: since ?? at }),
      ...(state === 'offered' && lasts !== undefined && { offerExpiresAt: (offered ?? at) + lasts }),
      times: present({ queued: queuedAtOf(conversation, at), offered, accepted: connected, connected, ended }),
      ...(connected !== undefined && { offerOutcome: 'accepted' }),
      ...(work && { afterCallWork: work }),
      unread: record?.unread ?? 0,
      isSelected: record?.isSelected ?? false,
    },
  };
}
