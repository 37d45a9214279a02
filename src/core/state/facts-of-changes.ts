import type { SessionFact } from '../events/session-event.js';
import type { Session } from '../model/session.js';
import { isOver } from '../rules/session-phase.js';

/** What a look at a session shows now. What is absent is not told of, and stays as it is. */
export interface SessionLook extends Partial<
  Pick<
    Session,
    | 'state'
    | 'caller'
    | 'customer'
    | 'externalTask'
    | 'participants'
    | 'parameters'
    | 'cannot'
    | 'tags'
    | 'result'
    | 'afterCallWork'
  >
> {
  /** The wrap-up codes by their ids; null for none. */
  readonly primaryCode?: string | null;
  readonly secondaryCode?: string | null;
  /** How an offer ended that is there no more. Default `cancelled`. */
  readonly offerOutcome?: Session['offerOutcome'];
}

/** What facts are compared with: a session, or what is known of it. */
export type SessionBefore = Pick<Session, 'id' | 'state'> & Partial<Session>;

/** The same for both, as far as anybody is told of it. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Draft = SessionFact extends infer F ? (F extends SessionFact ? Omit<F, 'at' | 'sessionId'> : never) : never;

/**
 * The facts of what changed between two looks at a session, for a gateway to a system that tells how things stand and not what
 * happens: what was said of it so far, and what it shows now. No fact where nothing changed. Where a state leads to another by
 * several steps, each is said in the order in which they must have happened; what no step leads to is not said: hand over
 * a `session.snapshot` there.
 *
 * @param at the time of all of them, in ms since the epoch
 */
export const factsOfChanges = (before: SessionBefore, look: SessionLook, at: number): readonly SessionFact[] =>
  [...detailsOf(before, look), ...stepsOf(before, look)].map(
    (draft) => ({ ...draft, sessionId: before.id, at }) as SessionFact,
  );

/** What is said as it is. */
const PLAIN = [
  ['caller', 'caller.identified'],
  ['customer', 'customer.identified'],
  ['externalTask', 'external-task.changed'],
  ['tags', 'tags.changed'],
  ['cannot', 'controls.changed'],
] as const;

function detailsOf(before: SessionBefore, look: SessionLook): readonly Draft[] {
  const { participants, parameters, primaryCode, secondaryCode } = look;
  const drafts: Draft[] = [];
  if (participants) {
    const [joined, left] = differenceOf(before.participants ?? [], participants, ({ id }) => id);
    for (const { id } of left) drafts.push({ type: 'participant.left', participantId: id });
    for (const participant of joined) drafts.push({ type: 'participant.joined', participant });
  }
  if (parameters) {
    const [changed, gone] = differenceOf(before.parameters ?? [], parameters, ({ name }) => name);
    const emptied = gone.flatMap(({ name, state }) => (state === 'empty' ? [] : [{ name, state: 'empty' } as const]));
    const all = [...changed, ...emptied];
    if (all.length > 0) drafts.push({ type: 'parameters.changed', parameters: all });
  }
  const isOther = (now: string | null | undefined, known: string | undefined): boolean =>
    now !== undefined && (now ?? undefined) !== known;
  if (isOther(primaryCode, before.primaryCode) || isOther(secondaryCode, before.secondaryCode))
    drafts.push({
      type: 'codes.chosen',
      ...(primaryCode !== undefined && { primary: primaryCode }),
      ...(secondaryCode !== undefined && { secondary: secondaryCode }),
    });
  for (const [key, type] of PLAIN) {
    const value = look[key];
    const now = Array.isArray(value) ? [...new Set<unknown>(value)] : value;
    if (now && !isSame(now, before[key] ?? (value === now ? undefined : [])))
      drafts.push({ type, [key]: now } as Draft);
  }
  return drafts;
}

/** What is new or otherwise than before, and what is there no more. */
function differenceOf<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly [changed: readonly T[], gone: readonly T[]] {
  const known = new Map(before.map((one) => [keyOf(one), one]));
  const changed = after.filter((one) => !isSame(one, known.get(keyOf(one))));
  for (const one of after) known.delete(keyOf(one));
  return [changed, [...known.values()]];
}

function stepsOf({ state: from }: SessionBefore, look: SessionLook): readonly Draft[] {
  const { state: to, offerOutcome = 'cancelled', result, afterCallWork } = look;
  if (to === undefined || to === from || to === 'offered' || from === 'ended') return [];
  if (from === 'offered' && to === 'ended') {
    if (offerOutcome === 'declined') return [{ type: 'session.declined' }];
    return [offerOutcome === 'missed' ? { type: 'session.missed' } : { type: 'session.ended', offerOutcome }];
  }
  if (from === 'offered' && to === 'accepted') return [{ type: 'session.accepted' }];
  const isNew = from === 'offered' || from === 'accepted';
  const connected: readonly Draft[] = isNew ? [{ type: 'session.connected' }] : [];
  if (from === 'after-call-work') return to === 'ended' ? [{ type: 'after-call-work.finished' }] : [];
  if (isOver(to))
    return [
      ...(to === 'ended' ? [] : connected),
      { type: 'session.ended', ...(result !== undefined && { result }), ...(afterCallWork && { afterCallWork }) },
    ];
  const drafts = [...connected];
  if (from === 'parked' || from === 'unparking') drafts.push({ type: 'session.unparked' });
  if (to === 'parked' || to === 'held') drafts.push({ type: `session.${to}` });
  else if (to === 'active' && from === 'held') drafts.push({ type: 'session.resumed' });
  return drafts;
}
