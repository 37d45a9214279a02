import type { SessionEvent } from '../../core/events/session-event.js';
import type { OfferOutcome, Session, SessionState } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import { factsOfChanges } from '../../core/state/facts-of-changes.js';
import type { SessionBefore } from '../../core/state/facts-of-changes.js';
import type { Sighting } from './sighting.js';

type Phase = 'offered' | 'ongoing' | 'wrapping' | 'over' | 'unknown';

/** What a status means. A word that nobody knows means that something goes on. */
export function phaseOf(status: string): Phase {
  if (/^(completed|timeout|rejected|canceled|rescinded)$/.test(status)) return 'over';
  return status === 'pending'
    ? 'offered'
    : status === 'accepted'
      ? 'ongoing'
      : status === 'wrapping'
        ? status
        : 'unknown';
}

/** What has to be said so that what is known of a session is what the platform says of it. */
export interface Difference {
  readonly facts: readonly SessionEvent[];
  /** What was said before was not so: this is the truth, and no news. */
  readonly isCorrection: boolean;
}

/** @param nameOf what agents call the target of a transfer */
export function differenceOf(
  record: Session | undefined,
  seen: Sighting,
  nameOf: (target: string) => string,
): Difference {
  const phase = phaseOf(seen.status);
  if (!record && phase === 'over') return { facts: [], isCorrection: false };
  const isCorrection = record !== undefined && isBehind(record, phase);
  const known = isCorrection ? undefined : record;
  const { sessionId, created } = seen;
  return {
    isCorrection,
    facts: [
      ...(isCorrection ? [{ type: 'session.forgotten', sessionId, at: seen.changed } as const] : []),
      ...(known ? [] : [{ type: 'session.offered', sessionId, offer: seen.offer, at: created } as const]),
      ...changesOf(known, phase, seen, nameOf),
    ],
  };
}

/** Whether the platform is at a point that the record has left behind. */
function isBehind({ state }: Session, phase: Phase): boolean {
  if (state === 'offered') return false;
  if (isOngoing(state)) return phase === 'offered';
  return phase === 'offered' || phase === 'ongoing' || (phase === 'wrapping' && state === 'ended');
}

/** What is known of a session that has just been offered: what it was offered with is told. */
const offered = ({ sessionId: id }: Sighting): SessionBefore => ({ id, state: 'offered' });

const OUTCOMES: Readonly<Record<string, OfferOutcome>> = {
  timeout: 'missed',
  rejected: 'declined',
  rescinded: 'taken',
};

/** Where a session stands by its phase. A cold transfer that goes on keeps it on its way. */
function stateAt(phase: Phase, state: SessionState): SessionState {
  const isNew = state === 'offered' || state === 'accepted';
  switch (phase) {
    case 'unknown':
      return state === 'offered' ? 'accepted' : state;
    case 'ongoing':
      return isNew ? 'active' : state;
    case 'wrapping':
      return 'after-call-work';
    default:
      return phase === 'over' ? 'ended' : state;
  }
}

/** What has changed of a session. Without a record it has just been offered. */
function changesOf(
  record: Session | undefined,
  phase: Phase,
  seen: Sighting,
  nameOf: (target: string) => string,
): readonly SessionEvent[] {
  const before = record ?? offered(seen);
  const { state } = before;
  const { offer, codes, tags, transfer, isCancelled } = seen;
  const { customer, parameters = [], cannot = [] } = offer;
  const at = Math.max(before.since ?? 0, seen.changed);
  const wasTransferred = state === 'transferring' && !hasFailed(transfer);
  const result = wasTransferred ? 'transferred-by-user' : isCancelled ? 'cancelled-by-external-system' : undefined;
  return [
    ...factsOfChanges(
      before,
      {
        state: stateAt(phase, state),
        offerOutcome: OUTCOMES[seen.status] ?? 'cancelled',
        ...(result && { result }),
        ...(phase === 'wrapping' && { afterCallWork: { startedAt: at, canFinishEarly: true, canExtend: false } }),
        // What it was offered with is known already.
        ...(record && {
          parameters,
          ...(customer && { customer: { ...record.customer, ...customer } }),
          ...(!isOver(state) && { cannot }),
        }),
        primaryCode: codes.primaryCode ?? null,
        secondaryCode: codes.secondaryCode ?? null,
        tags,
      },
      at,
    ),
    ...(phase === 'ongoing' && !isOver(state) ? transferOf(state, seen, at, nameOf) : []),
  ];
}

const hasFailed = (transfer: Sighting['transfer']): boolean => !!transfer && /^(failed|cancel)/.test(transfer.status);

function transferOf(
  state: Session['state'],
  { sessionId, transfer }: Sighting,
  at: number,
  nameOf: (target: string) => string,
): readonly SessionEvent[] {
  if (state !== 'transferring')
    return transfer?.status === 'initiated'
      ? [{ type: 'session.transferring', sessionId, at, target: nameOf(transfer.to) }]
      : [];
  return transfer && !hasFailed(transfer)
    ? []
    : [{ type: 'session.transfer-failed', sessionId, at, reason: transfer?.reason ?? '' }];
}
