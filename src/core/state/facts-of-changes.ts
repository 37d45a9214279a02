import type { SessionFact } from '../events/session-event.js';
import type { Parameter } from '../model/parameter.js';
import type { Participant } from '../model/participant.js';
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

function detailsOf(before: SessionBefore, look: SessionLook): readonly Draft[] {
  const { caller, customer, externalTask, cannot, participants, parameters, primaryCode, secondaryCode, tags } = look;
  const drafts: Draft[] = [];
  if (caller && !isSame(caller, before.caller)) drafts.push({ type: 'caller.identified', caller });
  if (customer && !isSame({ ...before.customer, ...customer }, before.customer))
    drafts.push({ type: 'customer.identified', customer });
  if (externalTask && !isSame(externalTask, before.externalTask))
    drafts.push({ type: 'external-task.changed', externalTask });
  if (participants) drafts.push(...peopleOf(before.participants ?? [], participants));
  const changed = parameters ? parametersOf(before.parameters ?? [], parameters) : [];
  if (changed.length > 0) drafts.push({ type: 'parameters.changed', parameters: changed });
  const isOther = (now: string | null | undefined, known: string | undefined): boolean =>
    now !== undefined && (now ?? undefined) !== known;
  if (isOther(primaryCode, before.primaryCode) || isOther(secondaryCode, before.secondaryCode))
    drafts.push({
      type: 'codes.chosen',
      ...(primaryCode !== undefined && { primary: primaryCode }),
      ...(secondaryCode !== undefined && { secondary: secondaryCode }),
    });
  if (tags && !isSame([...new Set(tags)], before.tags ?? [])) drafts.push({ type: 'tags.changed', tags });
  if (cannot && !isSame(cannot, before.cannot ?? [])) drafts.push({ type: 'controls.changed', cannot });
  return drafts;
}

function peopleOf(before: readonly Participant[], after: readonly Participant[]): readonly Draft[] {
  const known = new Map(before.map((person) => [person.id, person]));
  const there = new Set(after.map(({ id }) => id));
  return [
    ...before
      .filter(({ id }) => !there.has(id))
      .map(({ id }) => ({ type: 'participant.left', participantId: id }) as const),
    ...after
      .filter((person) => !isSame(person, known.get(person.id)))
      .map((participant) => ({ type: 'participant.joined', participant }) as const),
  ];
}

/** What is there no more is empty. */
function parametersOf(before: readonly Parameter[], after: readonly Parameter[]): readonly Parameter[] {
  const known = new Map(before.map((parameter) => [parameter.name, parameter]));
  const there = new Set(after.map(({ name }) => name));
  return [
    ...after.filter((parameter) => !isSame(parameter, known.get(parameter.name))),
    ...before
      .filter(({ name, state }) => !there.has(name) && state !== 'empty')
      .map(({ name }) => ({ name, state: 'empty' }) as const),
  ];
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
  if (to === 'parked') drafts.push({ type: 'session.parked' });
  if (to === 'held') drafts.push({ type: 'session.held' });
  if (to === 'active' && from === 'held') drafts.push({ type: 'session.resumed' });
  if (to === 'active' && from === 'parking') drafts.push({ type: 'session.connected' });
  return drafts;
}
