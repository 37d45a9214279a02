import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import { sessionReducer } from '../../core/state/session-reducer.js';
import type { Part } from './participants.js';
import type { Dict } from './read.js';
import { number, present, text, timeIn } from './read.js';
import type { View } from './view.js';
import { afterCallWorkOf, queuedAtOf } from './view.js';

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

type Fact = Extract<SessionEvent, { sessionId: string }>;

/** What brings a record to what the platform says. Where no fact leads there, the whole of it is said. */
export function differenceOf(record: Session | undefined, truth: Truth, isLive: boolean): readonly SessionEvent[] {
  if (!record) return isLive && truth.state === 'offered' ? [offerOf(truth)] : [snapshotOf(truth)];
  const steps = [...detailsOf(record, truth), ...stepsOf(record, truth, isLive)];
  const after = steps.reduce<Session | undefined>((session, fact) => sessionReducer(session, fact), record);
  return after?.state === truth.state ? steps : [snapshotOf(truth, record)];
}

function offerOf({ sessionId, at, view, conversation, part }: Truth): SessionEvent {
  const { queueId: _, primaryCode: __, tags: ___, ...known } = view;
  const lasts = number(part.participant.alertingTimeoutMs);
  return {
    type: 'session.offered',
    sessionId,
    at,
    offer: {
      ...known,
      ...present({ queuedAt: queuedAtOf(conversation, at) }),
      ...(lasts !== undefined && { expiresAt: at + lasts }),
    },
  };
}

/** The steps of a session's life; ours are told in the order in which they must have happened. */
function stepsOf(record: Session, truth: Truth, isLive: boolean): readonly Fact[] {
  const { sessionId, at, state: to, part } = truth;
  const from = record.state;
  const plain = (type: 'session.accepted' | 'session.connected' | 'session.held' | 'session.resumed'): Fact => ({
    type,
    sessionId,
    at,
  });
  if (from === to) return [];
  if (from === 'offered' && isOver(to)) {
    if (to === 'ended' && truth.leaving === 'declined') return [{ type: 'session.declined', sessionId, at }];
    if (to === 'ended' && truth.leaving === 'missed') return [{ type: 'session.missed', sessionId, at }];
    const wasTalkedTo = text(part.one.connectedTime) !== undefined && to === 'after-call-work';
    if (!wasTalkedTo) return [{ type: 'session.ended', sessionId, at, offerOutcome: truth.leaving }];
  }
  if (isOver(to))
    return from === 'after-call-work'
      ? [{ type: 'after-call-work.finished', sessionId, at }]
      : [...(from === 'offered' ? [plain('session.connected')] : []), ...endOf(truth, isLive)];
  if (from === 'offered' && to === 'accepted') return [plain('session.accepted')];
  const facts: Fact[] = from === 'offered' || from === 'accepted' ? [plain('session.connected')] : [];
  if (from === 'parked') facts.push({ type: 'session.unparked', sessionId, at });
  if (to === 'parked') facts.push({ type: 'session.parked', sessionId, at });
  if (from === 'held' && to === 'active') facts.push(plain('session.resumed'));
  if (to === 'held') facts.push(plain('session.held'));
  return facts;
}

function endOf({ sessionId, at, state, part, target }: Truth, isLive: boolean): readonly Fact[] {
  const isTransfer = text(part.one.disconnectType)?.startsWith('transfer') === true;
  return [
    ...(isTransfer && target !== undefined ? [{ type: 'session.transferring', sessionId, at, target } as const] : []),
    {
      type: 'session.ended',
      sessionId,
      at,
      ...(isTransfer && { result: 'transferred-by-user' }),
      ...(state === 'after-call-work' && { afterCallWork: afterCallWorkOf(part, at, isLive) }),
    },
  ];
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** What is said of a session without moving it along. */
function detailsOf(record: Session, { sessionId, at, view }: Truth): readonly Fact[] {
  const facts: Fact[] = [];
  if (view.caller && !isSame(view.caller, record.caller))
    facts.push({ type: 'caller.identified', sessionId, at, caller: view.caller });
  if (view.customer && !isSame(view.customer, record.customer))
    facts.push({ type: 'customer.identified', sessionId, at, customer: view.customer });
  const known = new Map(record.participants.map((person) => [person.id, person]));
  for (const person of view.participants) {
    if (!isSame(known.get(person.id), person))
      facts.push({ type: 'participant.joined', sessionId, at, participant: person });
    known.delete(person.id);
  }
  for (const participantId of known.keys()) facts.push({ type: 'participant.left', sessionId, at, participantId });
  const values = new Map(record.parameters.map((parameter) => [parameter.name, parameter]));
  const changed = view.parameters.filter((parameter) => !isSame(values.get(parameter.name), parameter));
  for (const { name } of view.parameters) values.delete(name);
  const gone = [...values.values()].filter(({ state }) => state === 'value');
  if (changed.length + gone.length > 0)
    facts.push({
      type: 'parameters.changed',
      sessionId,
      at,
      parameters: [...changed, ...gone.map(({ name }) => ({ name, state: 'empty' }) as const)],
    });
  if (view.primaryCode !== record.primaryCode)
    facts.push({ type: 'codes.chosen', sessionId, at, primary: view.primaryCode ?? null });
  if (!isSame([...new Set(view.tags)], record.tags))
    facts.push({ type: 'tags.changed', sessionId, at, tags: view.tags });
  if (!isSame(view.cannot, record.cannot)) facts.push({ type: 'controls.changed', sessionId, at, cannot: view.cannot });
  return facts;
}

/** The whole of a session. What only this side knows of it stays. */
function snapshotOf({ sessionId, at, state, view, part, conversation }: Truth, record?: Session): SessionEvent {
  const { queueId: _, ...known } = view;
  const { one, participant } = part;
  const lasts = number(participant.alertingTimeoutMs);
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
