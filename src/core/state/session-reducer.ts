import { keptContextOf } from '../context-data/kept-context.js';
import type { SessionFact, TranscriptFact } from '../events/session-event.js';
import type { Parameter } from '../model/parameter.js';
import type { Session, SessionState } from '../model/session.js';
import { isInConversation, isOngoing, isOver, isSetAside } from '../rules/session-phase.js';

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
  if (fact.type === 'session.snapshot') return { ...fact.session, isSelected: session?.isSelected ?? false };
  if (fact.type === 'session.offered') return session ?? offered(fact);
  return session && next(session, fact);
}

type LaterFact = Exclude<SessionFact | TranscriptFact, { type: 'session.snapshot' | 'session.offered' }>;

function next(session: Session, fact: LaterFact): Session | undefined {
  switch (fact.type) {
    case 'session.accepted':
      return session.state === 'offered'
        ? {
            ...enter(session, 'accepted', fact.at),
            offerOutcome: 'accepted',
            times: { ...session.times, accepted: fact.at },
          }
        : session;
    case 'session.connected':
      return session.state === 'offered' || session.state === 'accepted'
        ? {
            ...enter(session, 'active', fact.at),
            offerOutcome: 'accepted',
            times: { ...session.times, accepted: session.times.accepted ?? fact.at, connected: fact.at },
          }
        : session;
    case 'session.declined':
      return session.state === 'offered' ? { ...closed(session, fact.at), offerOutcome: 'declined' } : session;
    case 'session.missed':
      return session.state === 'offered' ? { ...closed(session, fact.at), offerOutcome: 'missed' } : session;
    case 'session.held':
      return session.state === 'active' ? enter(session, 'held', fact.at) : session;
    case 'session.resumed':
      return session.state === 'held' ? enter(session, 'active', fact.at) : session;
    case 'session.parking':
      return isInConversation(session.state) && session.state !== 'parking'
        ? enter(session, 'parking', fact.at)
        : session;
    case 'session.parked':
      if (isInConversation(session.state)) return { ...enter(session, 'parked', fact.at), parkedSince: fact.at };
      // The backend gave up on unparking: the session was set aside all the time.
      return session.state === 'unparking' ? enter(session, 'parked', session.parkedSince ?? fact.at) : session;
    case 'session.unparking':
      return session.state === 'parked' ? enter(session, 'unparking', fact.at) : session;
    case 'session.unparked':
      return isSetAside(session.state) ? enter(session, 'active', fact.at) : session;
    case 'session.park-failed':
      return session.state === 'parking' ? failed(session, 'active', 'park', fact) : session;
    case 'session.unpark-failed':
      return session.state === 'unparking' ? failed(session, 'parked', 'unpark', fact) : session;
    case 'session.transferring':
      return isOngoing(session.state) && session.state !== 'transferring'
        ? { ...enter(session, 'transferring', fact.at), transferTarget: fact.target }
        : session;
    case 'session.transfer-failed':
      return session.state === 'transferring'
        ? failed(session, session.parkedSince === undefined ? 'active' : 'parked', 'transfer', fact)
        : session;
    case 'session.ended':
      return end(session, fact);
    case 'after-call-work.extended':
      return session.state === 'after-call-work' && session.afterCallWork
        ? {
            ...session,
            afterCallWork: { ...session.afterCallWork, startedAt: fact.at, dueAt: fact.dueAt, canExtend: false },
          }
        : session;
    case 'after-call-work.finished':
      return session.state === 'after-call-work' ? closed(session, fact.at) : session;
    case 'session.removed':
      return undefined;
    case 'session.selected':
      return session.isSelected ? session : lookedAt(session);
    case 'session.deselected':
      return session.isSelected ? { ...session, isSelected: false } : session;
    case 'transcript.appended':
      return countUnread(session, fact);
    case 'transcript.unavailable':
      return { ...session, transcriptUnavailable: fact.reason };
    case 'transcript.eligibility-changed':
      return replaced(session, 'isTranscribable', fact.isTranscribable);
    case 'transcript.corrected':
    case 'message.delivery-changed':
      return session;
    default:
      return describe(session, fact);
  }
}

type DescribingFact = Extract<
  LaterFact,
  {
    type:
      | 'caller.identified'
      | 'customer.identified'
      | 'participant.joined'
      | 'participant.left'
      | 'parameters.changed'
      | 'sentiment.changed'
      | 'codes.chosen'
      | 'tags.changed'
      | 'codes.suggested'
      | 'summary.changed'
      | 'messages.read'
      | 'typing.changed'
      | 'messaging.changed'
      | 'email.received'
      | 'external-task.changed'
      | 'context.recorded';
  }
>;

/** Facts that say more about a session without moving it along. */
function describe(session: Session, fact: DescribingFact): Session {
  switch (fact.type) {
    case 'caller.identified':
      return { ...session, caller: fact.caller };
    case 'customer.identified':
      return { ...session, customer: { ...session.customer, ...fact.customer } };
    case 'participant.joined': {
      const { participant } = fact;
      const { id } = participant;
      const at = session.participants.findIndex((other) => other.id === id);
      const participants = at < 0 ? [...session.participants, participant] : session.participants.with(at, participant);
      return { ...session, participants };
    }
    case 'participant.left':
      return session.participants.some(({ id }) => id === fact.participantId)
        ? { ...session, participants: session.participants.filter(({ id }) => id !== fact.participantId) }
        : session;
    case 'parameters.changed':
      return { ...session, parameters: mergeParameters(session.parameters, fact.parameters) };
    case 'sentiment.changed':
      return replaced(session, 'sentiment', fact.sentiment);
    case 'codes.chosen':
      return chooseCodes(session, fact);
    case 'tags.changed':
      return { ...session, tags: [...new Set(fact.tags)] };
    case 'codes.suggested':
      return replaced(session, 'suggested', fact.suggested);
    case 'summary.changed':
      return fact.summary.version > (session.summary?.version ?? -1)
        ? replaced(session, 'summary', fact.summary)
        : session;
    case 'messages.read':
      return markRead(session, fact.unread);
    case 'typing.changed':
      return replaced(session, 'typing', fact.typing);
    case 'messaging.changed':
      return replaced(session, 'messaging', fact.messaging);
    case 'email.received':
      return replaced(session, 'email', fact.email);
    case 'external-task.changed':
      return replaced(session, 'externalTask', fact.externalTask);
    case 'context.recorded':
      return replaced(session, 'contextRecord', fact.contextRecord);
  }
}

const replaced = <K extends keyof Session>(session: Session, key: K, value: Session[K]): Session =>
  session[key] === value ? session : { ...session, [key]: value };

function offered({ sessionId, at, offer }: Extract<SessionFact, { type: 'session.offered' }>): Session {
  const { queuedAt, expiresAt, participants = [], parameters = [], ...known } = offer;
  return {
    ...known,
    id: sessionId,
    state: 'offered',
    since: at,
    times: { ...(queuedAt === undefined ? {} : { queued: queuedAt }), offered: at },
    ...(expiresAt === undefined ? {} : { offerExpiresAt: expiresAt }),
    participants,
    parameters,
    tags: [],
    unread: 0,
    isSelected: false,
  };
}

/** Into a state; whatever failed before is no longer news, and what only belongs to another state is let go. */
function enter(session: Session, state: SessionState, at: number): Session {
  const { failure: _, offerExpiresAt: __, parkedSince, transferTarget, ...rest } = session;
  return {
    ...rest,
    state,
    since: at,
    // A transfer may begin from parked, and fails back to it.
    ...(parkedSince !== undefined && (isSetAside(state) || state === 'transferring') ? { parkedSince } : {}),
    ...(transferTarget !== undefined && !isOngoing(state) ? { transferTarget } : {}),
  };
}

function failed(
  session: Session,
  state: SessionState,
  action: 'park' | 'unpark' | 'transfer',
  { at, reason }: { at: number; reason: string },
): Session {
  // What goes on goes on since it began: a failed unpark must not cost the session its place in the list.
  const since = (state === 'parked' ? session.parkedSince : session.times.connected) ?? at;
  return { ...enter(session, state, since), failure: { action, reason, at } };
}

function closed(session: Session, at: number): Session {
  const { afterCallWork: _, ...rest } = session;
  return { ...enter(rest, 'ended', at), times: { ...rest.times, ended: rest.times.ended ?? at } };
}

function end(
  session: Session,
  { at, result, afterCallWork }: Extract<SessionFact, { type: 'session.ended' }>,
): Session {
  if (isOver(session.state)) {
    return session.result === undefined && result !== undefined ? { ...session, result } : session;
  }
  const isOffer = session.state === 'offered';
  const done: Session = {
    ...closed(session, at),
    ...(result === undefined ? {} : { result }),
    ...(isOffer ? { offerOutcome: 'cancelled' as const } : {}),
  };
  return afterCallWork && !isOffer ? { ...done, state: 'after-call-work', afterCallWork } : done;
}

/** What customers write while the agent looks elsewhere; speech is not unread. */
function countUnread(
  session: Session,
  { segments }: Extract<TranscriptFact, { type: 'transcript.appended' }>,
): Session {
  if (session.modality === 'audio-video' || !isOngoing(session.state)) return session;
  const count = segments.filter(({ isFinal, speaker }) => isFinal && speaker.role === 'customer').length;
  if (count === 0) return session;
  const after = { ...session, unread: session.unread + count };
  return session.isSelected ? lookedAt(after) : after;
}

/** The record of a session that is looked at: what was unread is seen now, and its backend has yet to hear of that. */
export const lookedAt = ({ unread, seen = 0, ...session }: Session): Session => ({
  ...session,
  isSelected: true,
  unread: 0,
  ...(seen + unread > 0 ? { seen: seen + unread } : {}),
});

/** What the backend counts from now on. Of a session that is looked at, that is seen already. */
function markRead(session: Session, unread: number): Session {
  const { seen, ...rest } = session;
  if (session.isSelected) return seen === undefined || unread > 0 ? session : rest;
  return seen === undefined && session.unread === unread ? session : { ...rest, unread };
}

function chooseCodes(session: Session, fact: Extract<SessionFact, { type: 'codes.chosen' }>): Session {
  const { primaryCode, secondaryCode, ...rest } = session;
  const primary = fact.primary === undefined ? primaryCode : (fact.primary ?? undefined);
  const secondary = fact.secondary === undefined ? secondaryCode : (fact.secondary ?? undefined);
  if (primary === primaryCode && secondary === secondaryCode) return session;
  return {
    ...rest,
    ...(primary === undefined ? {} : { primaryCode: primary }),
    ...(secondary === undefined ? {} : { secondaryCode: secondary }),
  };
}

/** Known names keep their place, new ones are added at the end. */
function mergeParameters(known: readonly Parameter[], changed: readonly Parameter[]): readonly Parameter[] {
  const byName = new Map(known.map((parameter) => [parameter.name, parameter]));
  for (const parameter of changed) byName.set(parameter.name, parameter);
  return [...byName.values()];
}
