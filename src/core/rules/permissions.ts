import type { SessionCommand, SessionControl } from '../commands/command.js';
import type { KnownModality } from '../model/modality.js';
import type { Session, SessionState } from '../model/session.js';
import { isOver } from './session-phase.js';

/** What is asked of one session by its state; leaving it depends on its service, too (`leaving.ts`), and to pick it there is none yet. */
export type SessionCommandType = Exclude<
  SessionCommand['type'],
  'presence.change' | 'session.release' | 'work-item.pick'
>;

/** Codes, tags and notes have no end date: they can be added to history (Nimbus). Neither has reading. */
const NOTES = ['codes.choose', 'tags.change', 'notes.save', 'messages.mark-read'] as const;
const MAIL = ['email.reply', 'email.mark-as-handled'] as const;

/**
 * What makes sense in which state: buttons first, in the order in which they stand, the most likely one first. Both
 * sides go by it, the buttons and the engine that refuses.
 *
 * - A session on its way aside or to another service is asked for nothing until it has arrived: a transfer ends or comes
 *   back (the state machine of the domain), and its customer is no longer this agent's to cut off.
 * - One on its way back can be parked again: that takes the invitation back, which may ring for long.
 * - While held nothing is said, the customer hears music; a mail can be answered, because the agent stays in the task
 *   (Nimbus).
 */
const COMMANDS_IN: Readonly<Record<SessionState, readonly SessionCommandType[]>> = {
  offered: ['session.accept', 'session.decline'],
  accepted: ['session.end', ...NOTES],
  active: ['session.park', 'session.hold', 'session.transfer', 'session.end', 'message.send', ...MAIL, ...NOTES],
  held: ['session.resume', 'session.park', 'session.transfer', 'session.end', ...MAIL, ...NOTES],
  parking: NOTES,
  parked: ['session.unpark', 'session.end', ...NOTES],
  unparking: ['session.park', 'session.end', ...NOTES],
  transferring: NOTES,
  'after-call-work': ['after-call-work.finish', 'after-call-work.extend', ...NOTES],
  ended: NOTES,
  // No backend knows of it.
  opened: [],
};

/**
 * What only one modality has. Hold keeps a caller on the line, so calls alone have it (Nimbus); what a foreign backend
 * holds besides can be resumed.
 */
const ONLY: Readonly<Partial<Record<string, KnownModality>>> = {
  'session.hold': 'audio-video',
  'message.send': 'im',
  'email.reply': 'email',
  'email.mark-as-handled': 'email',
};

/** What makes sense in a state. In one of a newer backend, to end it always does: else nobody could get rid of it. */
export const commandsIn = (state: SessionState): readonly SessionCommandType[] =>
  Object.hasOwn(COMMANDS_IN, state) ? COMMANDS_IN[state] : COMMANDS_IN.accepted;

/**
 * What forbids something: it makes no sense in the `state`, or for the `modality`, of the session; its `platform` says
 * that it cannot be done now; the `service` does not let after-call work be finished early, or extended; it is `extended`
 * already; or no `notes` are kept, of any session or, with its context data, of this one.
 */
export type Obstacle = 'state' | 'modality' | 'platform' | 'service' | 'extended' | 'notes';

type Asked = Pick<Session, 'state' | 'modality' | 'afterCallWork' | 'cannot' | 'notes'>;

/** What forbids this of a session now; undefined when nothing does. */
export function obstacleTo(type: SessionCommandType, session: Asked): Obstacle | undefined {
  const { state, modality, afterCallWork, notes } = session;
  if (!commandsIn(state).includes(type)) return 'state';
  if ((ONLY[type] ?? modality) !== modality) return 'modality';
  if (type === 'notes.save' && !notes) return 'notes';
  if (impedimentTo(type, session) !== undefined) return 'platform';
  // Without a word on it, it lasts until the agent finishes it.
  if (type === 'after-call-work.finish' && afterCallWork?.canFinishEarly === false) return 'service';
  if (type !== 'after-call-work.extend' || afterCallWork?.canExtend) return undefined;
  return afterCallWork?.isExtended ? 'extended' : 'service';
}

/** Why the platform of a session does not do this now, in words for the agent. */
export const impedimentTo = (type: string, { cannot }: Pick<Session, 'cannot'>): string | undefined =>
  cannot?.find(({ command }) => command === type)?.reason;

/** Whether this can be asked of a session now. */
export const may = (type: SessionCommandType, session: Asked): boolean => obstacleTo(type, session) === undefined;

const isControl = (type: SessionCommandType): type is SessionControl => /^(session|after)/.test(type);

/** What can be done with a session in its state, the most likely first. */
export const controlsOfSession = (session: Asked): readonly SessionControl[] =>
  commandsIn(session.state)
    .filter(isControl)
    .filter((type) => may(type, session));

/** A control of a session, and what keeps it from being used now. */
export interface ShownControl {
  readonly type: SessionControl;
  readonly obstacle: Exclude<Obstacle, 'state' | 'modality' | 'notes'> | undefined;
}

/**
 * The controls that a session has in its state, usable now or not. What its kind or its service never has is none of
 * them; that its work runs to its end is said, since the agent waits for that.
 */
export const shownControls = (session: Asked): readonly ShownControl[] =>
  commandsIn(session.state)
    .filter(isControl)
    .flatMap((type) => {
      const obstacle = obstacleTo(type, session);
      const isNever =
        obstacle === 'state' ||
        obstacle === 'modality' ||
        obstacle === 'notes' ||
        (obstacle === 'service' && type === 'after-call-work.extend');
      return isNever ? [] : [{ type, obstacle }];
    });

/**
 * Why no message can be sent now:
 *
 * - `over`: the conversation is;
 * - `channel`: the channel says why it is closed;
 * - `window`: the time in which the channel takes messages is over, such as WhatsApp's day after the last message;
 * - `platform`: the platform says that nothing can be sent now;
 * - `state`: not in this state; it will be possible again;
 * - `modality`: this is no chat.
 */
export type WritingObstacle = 'over' | 'channel' | 'window' | 'platform' | 'state' | 'modality';

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
  return obstacle === 'modality' || obstacle === 'platform' ? obstacle : obstacle && 'state';
}
