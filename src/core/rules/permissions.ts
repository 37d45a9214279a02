import type { SessionCommand, SessionControl } from '../commands/command.js';
import type { KnownModality } from '../model/modality.js';
import type { Session, SessionState } from '../model/session.js';
import { SESSION_STATES } from '../model/session.js';
import { isAtHand, isOver } from './session-phase.js';

/** What is asked of one session. */
export type SessionCommandType = Exclude<SessionCommand['type'], 'presence.change'>;

interface Permission {
  readonly states: readonly SessionState[];
  /** The only modality that has it; without one, all have. */
  readonly modality?: KnownModality;
  /** Whether it also makes sense in a state that only a newer backend knows. */
  readonly inAnyOther?: boolean;
}

const AT_HAND = SESSION_STATES.filter(isAtHand);
const DESCRIBABLE = SESSION_STATES.filter((state) => state !== 'offered');

/**
 * In which state and modality what can be asked for makes sense. Both sides go by it: the buttons, and the engine that
 * refuses.
 *
 * - A session on its way aside or to another service is asked for nothing until it has arrived: it is somebody else's
 *   to end, or ends by itself, or comes back (the state machine of the domain: transferring → ended or active).
 * - One on its way back can be parked again: that takes the invitation back, which may ring for long.
 * - Hold keeps a caller on the line, so only calls have it (Nimbus). A foreign backend may hold something else: that can
 *   be resumed.
 * - While held nothing is said: the customer hears music. A mail can be answered, because the agent stays in the task.
 * - Codes and tags have no end date: they can be added to history (Nimbus).
 */
const PERMISSIONS: Readonly<Record<SessionCommandType, Permission>> = {
  'session.accept': { states: ['offered'] },
  'session.decline': { states: ['offered'] },
  'session.park': { states: [...AT_HAND, 'unparking'] },
  'session.unpark': { states: ['parked'] },
  'session.hold': { states: ['active'], modality: 'audio-video' },
  'session.resume': { states: ['held'] },
  'session.transfer': { states: AT_HAND },
  'session.end': { states: ['accepted', ...AT_HAND, 'parked', 'unparking'], inAnyOther: true },
  'after-call-work.finish': { states: ['after-call-work'] },
  'after-call-work.extend': { states: ['after-call-work'] },
  'codes.choose': { states: DESCRIBABLE, inAnyOther: true },
  'tags.change': { states: DESCRIBABLE, inAnyOther: true },
  'message.send': { states: ['active'], modality: 'im' },
  'email.reply': { states: AT_HAND, modality: 'email' },
  'email.mark-as-handled': { states: AT_HAND, modality: 'email' },
};

/**
 * What forbids something:
 *
 * - `unknown`: nobody here knows what is asked for;
 * - `state`, `modality`: it makes no sense in the state, or for the modality, of the session;
 * - `service`: the service does not let after-call work be finished early, or extended (again).
 */
export type Obstacle = 'unknown' | 'state' | 'modality' | 'service';

export type Asked = Pick<Session, 'state' | 'modality' | 'afterCallWork'>;

/** What forbids this of a session now; undefined when nothing does. */
export function obstacleTo(type: SessionCommandType, { state, modality, afterCallWork }: Asked): Obstacle | undefined {
  // A command of a later version has no row here.
  if (!Object.hasOwn(PERMISSIONS, type)) return 'unknown';
  const permission = PERMISSIONS[type];
  const isKnown = SESSION_STATES.includes(state);
  if (isKnown ? !permission.states.includes(state) : !permission.inAnyOther) return 'state';
  if (permission.modality !== undefined && permission.modality !== modality) return 'modality';
  // Without a word on it, it lasts until the agent finishes it.
  if (type === 'after-call-work.finish') return afterCallWork?.canFinishEarly === false ? 'service' : undefined;
  if (type === 'after-call-work.extend') return afterCallWork?.canExtend ? undefined : 'service';
  return undefined;
}

/** Whether this can be asked of a session now. */
export const may = (type: SessionCommandType, session: Asked): boolean => obstacleTo(type, session) === undefined;

/** The buttons in the order in which they stand, the most likely first in every state. */
const CONTROLS: readonly SessionControl[] = [
  'session.accept',
  'session.decline',
  'session.resume',
  'session.unpark',
  'session.park',
  'session.hold',
  'session.transfer',
  'session.end',
  'after-call-work.finish',
  'after-call-work.extend',
];

/** What can be done with a session in its state, the most likely first. */
export const controlsOfSession = (session: Asked): readonly SessionControl[] =>
  CONTROLS.filter((control) => may(control, session));

/** Whether this makes the session the conversation the agent is in, so that another one must be parked first. */
export const takesFocus = (type: SessionControl): boolean => type === 'session.accept' || type === 'session.unpark';

/**
 * Why no message can be sent now:
 *
 * - `over`: the conversation is;
 * - `channel`: the channel says why it is closed;
 * - `window`: the time in which the channel takes messages is over, such as WhatsApp's day after the last message;
 * - `state`: not in this state; it will be possible again;
 * - `modality`: this is no chat.
 */
export type WritingObstacle = 'over' | 'channel' | 'window' | 'state' | 'modality';

/** What keeps the agent from writing in a conversation at `now` (server time, ms); undefined when nothing does. */
export function obstacleToWriting(
  session: Asked & Pick<Session, 'messaging'>,
  now: number,
): WritingObstacle | undefined {
  const { state, messaging } = session;
  if (isOver(state)) return 'over';
  if (messaging?.closedReason !== undefined) return 'channel';
  if (messaging?.closesAt !== undefined && messaging.closesAt <= now) return 'window';
  const obstacle = obstacleTo('message.send', session);
  return obstacle === 'modality' ? obstacle : obstacle && 'state';
}
