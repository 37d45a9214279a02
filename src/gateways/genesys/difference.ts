import type { SessionEvent, SessionFact } from '../../core/events/session-event.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import { factsOfChanges } from '../../core/state/facts-of-changes.js';
import { sessionReducer } from '../../core/state/session-reducer.js';
import type { Part } from './participants.js';
import type { Dict } from './read.js';
import { present, span, text, timeIn } from './read.js';
import type { View } from './view.js';
import { afterCallWorkOf, aheadBy, queuedAtOf } from './view.js';

/** How a part of the agent ended while it was offered. */
export type Leaving = 'declined' | 'missed' | 'cancelled' | 'taken';

/** What the platform says of a session now. */
export interface Truth {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly conversation: Dict;
  readonly part: Part;
  readonly view: View;
  readonly leaving: Leaving;
  /** Where the agent has sent it, in the words of the wish. */
  readonly target: string | undefined;
  readonly at: number;
}

/** What brings a record to what the platform says. Where no fact leads there, the whole of it is said. */
export function differenceOf(record: Session | undefined, truth: Truth, isLive: boolean): readonly SessionEvent[] {
  if (!record) return isLive && truth.state === 'offered' ? [offerOf(truth)] : [snapshotOf(truth)];
  const steps = changesOf(record, truth, isLive);
  const after = steps.reduce<Session | undefined>((session, fact) => sessionReducer(session, fact), record);
  return after?.state === truth.state ? steps : [snapshotOf(truth, record)];
}

function offerOf({ sessionId, at, view, conversation, part }: Truth): SessionEvent {
  const { queueId: _, primaryCode: __, tags: ___, ...known } = view;
  const lasts = span(part.participant.alertingTimeoutMs);
  return {
    type: 'session.offered',
    sessionId,
    at,
    offer: {
      ...known,
      ...present({ queuedAt: queuedAtOf(conversation, at, aheadBy(part, at)) }),
      ...(lasts !== undefined && { expiresAt: at + lasts }),
    },
  };
}

/** What has changed of a session: in what is said of it, and in where it stands. */
function changesOf(record: Session, truth: Truth, isLive: boolean): readonly SessionFact[] {
  const { sessionId, at, state, view, part, target, leaving } = truth;
  const { caller, customer, participants, parameters, cannot, tags, primaryCode = null } = view;
  const isTransfer = isOver(state) && text(part.one.disconnectType)?.startsWith('transfer') === true;
  // Without a word of when it was talked to, an offer that ended is one that nobody took.
  const isUntaken = record.state === 'offered' && isOver(state) && text(part.one.connectedTime) === undefined;
  const look = {
    ...{ participants, parameters, cannot, tags, primaryCode },
    ...(caller && { caller }),
    ...(customer && { customer: { ...record.customer, ...customer } }),
  };
  const isSentOn = isTransfer && target !== undefined && isOngoing(record.state);
  return [
    ...(isSentOn ? [{ type: 'session.transferring', sessionId, at, target } as const] : []),
    ...factsOfChanges(
      record,
      {
        ...look,
        state: isUntaken ? 'ended' : state,
        offerOutcome: leaving,
        ...(isTransfer && { result: 'transferred-by-user' }),
        ...(state === 'after-call-work' && { afterCallWork: afterCallWorkOf(part, at, isLive) }),
      },
      at,
    ),
  ];
}

/** The whole of a session. What only this side knows of it stays. */
function snapshotOf({ sessionId, at, state, view, part, conversation }: Truth, record?: Session): SessionEvent {
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
