import { keptContextOf } from '../context-data/kept-context.js';
import type { SessionFact, TranscriptFact } from '../events/session-event.js';
import type { Parameter } from '../model/parameter.js';
import type { Session, SessionState } from '../model/session.js';
import { isAtHand, isInConversation, isOngoing, isOver, isSetAside } from '../rules/session-phase.js';
import { isInSight, isToRead } from '../rules/unread.js';

/**
 * The record of one session after a fact. A fact that does not fit the session's state (it came late, twice or out of
 * order) leaves the record identical: that is how repeated and reordered delivery becomes harmless. What was not kept of
 * a session that is over does not come back with a late fact.
 */
export function sessionReducer(session: Session | undefined, fact: SessionFact | TranscriptFact): Session | undefined {
  const after = afterFact(session, fact);
  return after === undefined || after === session ? after : keptContextOf(after);
}

function afterFact(session: Session | undefined, fact: SessionFact | TranscriptFact): Session | undefined {
  if (fact.type === 'session.snapshot') return replaced(fact.session, 'isSelected', session?.isSelected ?? false);
  if (fact.type === 'session.offered') return session ?? offered(fact);
  // The type of a fact picks the step for just that fact, which the compiler cannot follow.
  return session && (STEPS[fact.type] as (session: Session, fact: LaterFact) => Session | undefined)(session, fact);
}

type LaterFact = Exclude<SessionFact | TranscriptFact, { type: 'session.snapshot' | 'session.offered' }>;

type DetailFact = Exclude<SessionFact, { type: `session.${string}` | `after-call-work.${string}` }>;

/** What each fact makes of a record that is there. */
type Steps<F extends LaterFact> = {
  readonly [T in F['type']]: (session: Session, fact: Extract<F, { readonly type: T }>) => Session | undefined;
};

function replaced<K extends keyof Session>(session: Session, key: K, value: Session[K]): Session {
  if (session[key] === value) return session;
  // Set in the copy, not named beside what is copied: that takes half as long again, and most facts are of this kind.
  const after: { -readonly [P in keyof Session]: Session[P] } = { ...session };
  after[key] = value;
  return after;
}

/** From one state to another, and nowhere from any other. */
const moves =
  (from: SessionState, to: SessionState) =>
  (session: Session, { at }: { readonly at: number }): Session =>
    session.state === from ? enter(session, to, at) : session;

/** What a fact says under the name that it has in the record. */
const sets =
  <K extends keyof Session>(key: K) =>
  (session: Session, { [key]: value }: { readonly [P in K]: Session[P] }): Session =>
    replaced(session, key, value);

/** The same, of what is newer than what is known. */
const setsNewer =
  <K extends 'summary' | 'notes'>(key: K) =>
  (session: Session, { [key]: value }: { readonly [P in K]: NonNullable<Session[P]> }): Session =>
    value.version > (session[key]?.version ?? -1) ? { ...session, [key]: value } : session;

const SESSION_STEPS: Steps<Exclude<Extract<LaterFact, SessionFact>, DetailFact>> = {
  'session.accepted': (session, { at, offerOutcome = 'accepted' }) =>
    session.state === 'offered'
      ? { ...enter(session, 'accepted', at), offerOutcome, times: { ...session.times, accepted: at } }
      : session,
  'session.connected': (session, { at, offerOutcome = session.offerOutcome ?? 'accepted' }) =>
    session.state === 'offered' || session.state === 'accepted'
      ? {
          ...enter(session, 'active', at),
          offerOutcome,
          times: { ...session.times, accepted: session.times.accepted ?? at, connected: at },
        }
      : session,
  'session.declined': (session, { at }) =>
    session.state === 'offered' ? { ...closed(session, at), offerOutcome: 'declined' } : session,
  'session.missed': (session, { at }) =>
    session.state === 'offered' ? { ...closed(session, at), offerOutcome: 'missed' } : session,
  'session.held': moves('active', 'held'),
  'session.resumed': moves('held', 'active'),
  'session.parking': (session, { at }) =>
    isInConversation(session.state) && session.state !== 'parking' ? enter(session, 'parking', at) : session,
  'session.parked': (session, { at }) => {
    if (isInConversation(session.state)) return { ...enter(session, 'parked', at), parkedSince: at };
    // The backend gave up on unparking: the session was set aside all the time.
    return session.state === 'unparking' ? enter(session, 'parked', session.parkedSince ?? at) : session;
  },
  'session.unparking': moves('parked', 'unparking'),
  'session.unparked': (session, { at }) => (isSetAside(session.state) ? enter(session, 'active', at) : session),
  'session.park-failed': (session, fact) =>
    session.state === 'parking' ? failed(session, 'active', 'park', fact) : session,
  'session.unpark-failed': (session, fact) =>
    session.state === 'unparking' ? failed(session, 'parked', 'unpark', fact) : session,
  'session.transferring': (session, { at, target }) =>
    isOngoing(session.state) && session.state !== 'transferring'
      ? { ...enter(session, 'transferring', at), transferTarget: target }
      : session,
  'session.transfer-failed': (session, fact) =>
    session.state === 'transferring'
      ? failed(session, session.parkedSince === undefined ? 'active' : 'parked', 'transfer', fact)
      : session,
  'session.ended': end,
  'after-call-work.extended': (session, { at, dueAt }) =>
    session.state === 'after-call-work' && session.afterCallWork
      ? {
          ...session,
          afterCallWork: { ...session.afterCallWork, startedAt: at, dueAt, canExtend: false, isExtended: true },
        }
      : session,
  'after-call-work.finished': (session, { at }) =>
    session.state === 'after-call-work' ? closed(session, at) : session,
  'session.removed': () => undefined,
  'session.forgotten': () => undefined,
  'session.selected': (session) => (session.isSelected ? session : lookedAt(session)),
  'session.deselected': (session) => (session.isSelected ? { ...session, isSelected: false } : session),
};

/** What says more about a session without moving it along: its place in the list and its slot stay what they were. */
const DETAIL_STEPS: Steps<DetailFact> = {
  'caller.identified': (session, { caller }) => ({ ...session, caller }),
  'customer.identified': (session, { customer }) => ({ ...session, customer: { ...session.customer, ...customer } }),
  'participant.joined': (session, { participant }) => {
    const at = session.participants.findIndex(({ id }) => id === participant.id);
    const participants = at < 0 ? [...session.participants, participant] : session.participants.with(at, participant);
    return { ...session, participants };
  },
  'participant.left': (session, { participantId }) =>
    session.participants.some(({ id }) => id === participantId)
      ? { ...session, participants: session.participants.filter(({ id }) => id !== participantId) }
      : session,
  'parameters.changed': (session, { parameters }) => ({
    ...session,
    parameters: mergeParameters(session.parameters, parameters),
  }),
  'sentiment.changed': sets('sentiment'),
  'codes.chosen': chooseCodes,
  'tags.changed': (session, { tags }) => ({ ...session, tags: [...new Set(tags)] }),
  'codes.suggested': sets('suggested'),
  'summary.changed': setsNewer('summary'),
  'notes.changed': setsNewer('notes'),
  'messages.read': (session, { unread }) => markRead(session, unread),
  'controls.changed': sets('cannot'),
  'typing.changed': sets('typing'),
  'messaging.changed': sets('messaging'),
  'email.received': sets('email'),
  'external-task.changed': sets('externalTask'),
  'context.recorded': sets('contextRecord'),
};

const TRANSCRIPT_STEPS: Steps<TranscriptFact> = {
  'transcript.appended': countUnread,
  'transcript.corrected': (session) => session,
  'transcript.unavailable': (session, { reason }) => replaced(session, 'transcriptUnavailable', reason),
  'transcript.eligibility-changed': sets('isTranscribable'),
  'message.delivery-changed': (session) => session,
};

const STEPS = { ...SESSION_STEPS, ...DETAIL_STEPS, ...TRANSCRIPT_STEPS };

export const SESSION_FACTS = ['session.snapshot', 'session.offered', ...Object.keys(SESSION_STEPS)] as readonly Exclude<
  SessionFact,
  DetailFact
>['type'][];
export const DETAIL_FACTS = Object.keys(DETAIL_STEPS) as readonly DetailFact['type'][];
export const TRANSCRIPT_FACTS = Object.keys(TRANSCRIPT_STEPS) as readonly TranscriptFact['type'][];

function offered({ sessionId, at, offer }: Extract<SessionFact, { type: 'session.offered' }>): Session {
  const { queuedAt, expiresAt, participants = [], parameters = [], ...known } = offer;
  return {
    ...known,
    id: sessionId,
    state: 'offered',
    since: at,
    times: { ...(queuedAt !== undefined && { queued: queuedAt }), offered: at },
    ...(expiresAt !== undefined && { offerExpiresAt: expiresAt }),
    participants,
    parameters,
    tags: [],
    unread: 0,
    isSelected: false,
  };
}

/** Into a state; whatever failed before is no longer news, and what only belongs to another state is let go. */
function enter(session: Session, state: SessionState, at: number): Session {
  const { failure: _, offerExpiresAt: __, parkedSince, transferTarget, before = stretchOf(session), ...rest } = session;
  return {
    ...rest,
    state,
    since: at,
    ...(before && (state === 'parking' || state === 'transferring') && { before }),
    // A transfer may begin from parked, and fails back to it.
    ...(parkedSince !== undefined && (isSetAside(state) || state === 'transferring') ? { parkedSince } : {}),
    ...(transferTarget !== undefined && !isOngoing(state) && { transferTarget }),
  };
}

/** What a session on its way out of it comes back to when that fails; one that is set aside knows `parkedSince`. */
const stretchOf = ({ state, since }: Session): Session['before'] =>
  state === 'accepted' || isAtHand(state) ? { state, since } : undefined;

function failed(
  session: Session,
  usual: SessionState,
  action: 'park' | 'unpark' | 'transfer',
  { at, reason }: { at: number; reason: string },
): Session {
  // What goes on goes on since it began: a failed unpark must not cost the session its place in the list.
  const usualSince = usual === 'parked' ? session.parkedSince : session.times.connected;
  const { state, since } = session.before ?? { state: usual, since: usualSince ?? at };
  return { ...enter(session, state, since), failure: { action, reason, at } };
}

function closed(session: Session, at: number): Session {
  const { afterCallWork: _, ...rest } = session;
  return { ...enter(rest, 'ended', at), times: { ...rest.times, ended: rest.times.ended ?? at } };
}

function end(
  session: Session,
  { at, result, offerOutcome = 'cancelled', afterCallWork }: Extract<SessionFact, { type: 'session.ended' }>,
): Session {
  if (isOver(session.state)) {
    return session.result === undefined && result !== undefined ? { ...session, result } : session;
  }
  const isOffer = session.state === 'offered';
  const done: Session = {
    ...closed(session, at),
    ...(result !== undefined && { result }),
    ...(isOffer ? { offerOutcome } : {}),
  };
  return afterCallWork && !isOffer ? { ...done, state: 'after-call-work', afterCallWork } : done;
}

/** What customers write while the agent looks elsewhere; speech is not unread. */
function countUnread(
  session: Session,
  { segments }: Extract<TranscriptFact, { type: 'transcript.appended' }>,
): Session {
  if (session.modality === 'audio-video' || !isOngoing(session.state)) return session;
  const count = segments.filter(isToRead).length;
  if (count === 0) return session;
  if (isInSight(session)) return session.seen ? session : { ...session, seen: true };
  return { ...session, unread: session.unread + count };
}

/** The record of a session that is looked at: what was unread is seen now, and its backend has yet to hear of that. */
export const lookedAt = ({ unread, isCovered: _, ...session }: Session): Session => ({
  ...session,
  isSelected: true,
  unread: 0,
  ...(unread > 0 && { seen: true }),
});

/** What the backend counts from now on. Of a session that is looked at, that is seen already. */
function markRead(session: Session, unread: number): Session {
  const { seen, ...rest } = session;
  if (isInSight(session)) return seen === undefined || unread > 0 ? session : rest;
  return seen === undefined && session.unread === unread ? session : { ...rest, unread };
}

function chooseCodes(session: Session, fact: Extract<SessionFact, { type: 'codes.chosen' }>): Session {
  const { primary = session.primaryCode, secondary = session.secondaryCode } = fact;
  return withCode(withCode(session, 'primaryCode', primary), 'secondaryCode', secondary);
}

function withCode(session: Session, key: 'primaryCode' | 'secondaryCode', code: string | null | undefined): Session {
  if (typeof code === 'string') return replaced(session, key, code);
  if (session[key] === undefined) return session;
  const { [key]: _, ...rest } = session;
  return rest;
}

/** Known names keep their place, new ones are added at the end. */
function mergeParameters(known: readonly Parameter[], changed: readonly Parameter[]): readonly Parameter[] {
  const byName = new Map(known.map((parameter) => [parameter.name, parameter]));
  for (const parameter of changed) byName.set(parameter.name, parameter);
  return [...byName.values()];
}
