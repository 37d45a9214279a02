import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import type { PlatformClock } from './clock.js';
import type { Part } from './participants.js';
import type { Dict } from './read.js';
import { present, span } from './read.js';
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
  readonly clock: PlatformClock;
}

/** The whole of a session. What only this side knows of it stays. */
export function snapshotOf(
  { sessionId, at, clock, state, view, part, conversation }: Truth,
  record?: Session,
): SessionEvent {
  const { queueId: _, ...known } = view;
  const { one, participant } = part;
  const lasts = span(participant.alertingTimeoutMs);
  const offered = clock.timeOf(one.startAlertingTime, at);
  const connected = clock.timeOf(one.connectedTime, at) ?? (isOngoing(state) ? record?.times.connected : undefined);
  const ended = isOver(state) ? (clock.timeOf(one.disconnectedTime, at) ?? at) : undefined;
  const set = clock.timeOf(state === 'parked' ? one.parkTime : one.startHoldTime, at);
  const since = state === 'parked' || state === 'held' ? set : (ended ?? connected ?? offered);
  const work = state === 'after-call-work' ? afterCallWorkOf(part, at, clock) : undefined;
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
      times: present({ queued: queuedAtOf(conversation, at, clock), offered, accepted: connected, connected, ended }),
      ...(connected !== undefined && { offerOutcome: 'accepted' }),
      ...(work && { afterCallWork: work }),
      unread: record?.unread ?? 0,
      isSelected: record?.isSelected ?? false,
    },
  };
}
