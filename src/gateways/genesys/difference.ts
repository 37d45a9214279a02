import type { SessionEvent, SessionFact } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import { factsOfChanges } from '../../core/state/facts-of-changes.js';
import { sessionReducer } from '../../core/state/session-reducer.js';
import { present, span, text } from './read.js';
import type { Truth } from './snapshot.js';
import { snapshotOf } from './snapshot.js';
import { afterCallWorkOf, queuedAtOf } from './view.js';

/** How a part of the agent ended while it was offered. */
export type Leaving = 'declined' | 'missed' | 'cancelled' | 'taken';

/** The same, with what is known of how it came to that. */
export interface Change extends Truth {
  readonly leaving: Leaving;
  /** Where the agent has sent it, in the words of the wish. */
  readonly target: string | undefined;
}

/** What brings a record to what the platform says. Where no fact leads there, the whole of it is said. */
export function differenceOf(record: Session | undefined, truth: Change, isLive: boolean): readonly SessionEvent[] {
  if (!record) return isLive && truth.state === 'offered' ? [offerOf(truth)] : [snapshotOf(truth)];
  const steps = changesOf(record, truth, isLive);
  const after = steps.reduce<Session | undefined>((session, fact) => sessionReducer(session, fact), record);
  return after?.state === truth.state ? steps : [snapshotOf(truth, record)];
}

function offerOf({ sessionId, at, clock, view, conversation, part }: Truth): SessionEvent {
  const { queueId: _, primaryCode: __, tags: ___, ...known } = view;
  const lasts = span(part.participant.alertingTimeoutMs);
  // What has begun to ring rings now.
  clock.isNow(Date.parse(text(part.one.startAlertingTime) ?? ''));
  return {
    type: 'session.offered',
    sessionId,
    at,
    offer: {
      ...known,
      ...present({ queuedAt: queuedAtOf(conversation, at, clock), expiresAt: lasts && at + lasts }),
    },
  };
}

/** What has changed of a session: in what is said of it, and in where it stands. */
function changesOf(record: Session, truth: Change, isLive: boolean): readonly SessionFact[] {
  const { sessionId, at, clock, state, view, part, target, leaving } = truth;
  const { customer } = view;
  const isTransfer = isOver(state) && text(part.one.disconnectType)?.startsWith('transfer') === true;
  // Without a word of when it was talked to, an offer that ended is one that nobody took.
  const isUntaken = record.state === 'offered' && isOver(state) && text(part.one.connectedTime) === undefined;
  const isSentOn = isTransfer && target !== undefined && isOngoing(record.state);
  return [
    ...(isSentOn ? [{ type: 'session.transferring', sessionId, at, target } as const] : []),
    ...factsOfChanges(
      record,
      {
        primaryCode: null,
        ...view,
        ...(customer && { customer: { ...record.customer, ...customer } }),
        state: isUntaken ? 'ended' : state,
        offerOutcome: leaving,
        ...(isTransfer && { result: 'transferred-by-user' }),
        ...(state === 'after-call-work' && { afterCallWork: afterCallWorkOf(part, at, isLive ? undefined : clock) }),
      },
      at,
    ),
  ];
}
