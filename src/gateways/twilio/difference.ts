import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import { changedParameters } from './attributes.js';
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
      ...stepsOf(known, phase, seen, nameOf),
      ...detailsOf(known, seen),
    ],
  };
}

/** Whether the platform is at a point that the record has left behind. */
function isBehind({ state }: Session, phase: Phase): boolean {
  if (state === 'offered') return false;
  if (isOngoing(state)) return phase === 'offered';
  return phase === 'offered' || phase === 'ongoing' || (phase === 'wrapping' && state === 'ended');
}

/** What moves a session along. Without a record it has just been offered. */
function stepsOf(
  record: Session | undefined,
  phase: Phase,
  seen: Sighting,
  nameOf: (target: string) => string,
): readonly SessionEvent[] {
  const { sessionId } = seen;
  const at = Math.max(record?.since ?? 0, seen.changed);
  const state = record?.state ?? 'offered';
  const connected = { type: 'session.connected', sessionId, at } as const;
  if (phase === 'unknown') return state === 'offered' ? [{ type: 'session.accepted', sessionId, at }] : [];
  if (phase === 'offered' || state === 'ended') return [];
  if (state === 'after-call-work') return phase === 'over' ? [{ type: 'after-call-work.finished', sessionId, at }] : [];
  if (state === 'offered' && phase === 'over') return [endOfOffer(seen, at)];
  const isNew = state === 'offered' || state === 'accepted';
  return [
    ...(isNew && phase !== 'over' ? [connected] : []),
    ...(phase === 'ongoing' ? transferOf(state, seen, at, nameOf) : [endOf(state, phase, seen, at)]),
  ];
}

function endOfOffer({ sessionId, status }: Sighting, at: number): SessionEvent {
  switch (status) {
    case 'timeout':
      return { type: 'session.missed', sessionId, at };
    case 'rejected':
      return { type: 'session.declined', sessionId, at };
    case 'rescinded':
      return { type: 'session.ended', sessionId, at, offerOutcome: 'taken' };
    default:
      return { type: 'session.ended', sessionId, at, offerOutcome: 'cancelled' };
  }
}

function endOf(
  state: Session['state'],
  phase: Phase,
  { sessionId, transfer, isCancelled }: Sighting,
  at: number,
): SessionEvent {
  const wasTransferred = state === 'transferring' && !hasFailed(transfer);
  return {
    type: 'session.ended',
    sessionId,
    at,
    ...(wasTransferred ? { result: 'transferred-by-user' } : isCancelled && { result: 'cancelled-by-external-system' }),
    ...(phase === 'wrapping' && { afterCallWork: { startedAt: at, canFinishEarly: true, canExtend: false } }),
  };
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

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What says more about a session. What it was offered with is known already. */
function detailsOf(record: Session | undefined, seen: Sighting): readonly SessionEvent[] {
  const { sessionId, offer, codes, tags } = seen;
  const at = Math.max(record?.since ?? 0, seen.changed);
  const { customer, parameters = [], cannot = [] } = offer;
  const changed = record ? changedParameters(record.parameters, parameters) : [];
  const facts: SessionEvent[] = [];
  if (changed.length > 0) facts.push({ type: 'parameters.changed', sessionId, at, parameters: changed });
  if (record && customer && !isSame({ ...record.customer, ...customer }, record.customer))
    facts.push({ type: 'customer.identified', sessionId, at, customer });
  if (record && !isOver(record.state) && !isSame(record.cannot, cannot))
    facts.push({ type: 'controls.changed', sessionId, at, cannot });
  const { primaryCode, secondaryCode } = codes;
  if (record?.primaryCode !== primaryCode || record?.secondaryCode !== secondaryCode)
    facts.push({
      type: 'codes.chosen',
      sessionId,
      at,
      primary: primaryCode ?? null,
      secondary: secondaryCode ?? null,
    });
  if (!isSame(record?.tags ?? [], tags)) facts.push({ type: 'tags.changed', sessionId, at, tags });
  return facts;
}
