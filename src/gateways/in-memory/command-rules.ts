import type { CommandFailure, SessionCommand } from '../../core/commands/command.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import { MODALITIES } from '../../core/model/modality.js';
import { PRESENCES } from '../../core/model/presence.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { SESSION_STATES, isInConversation } from '../../core/model/session.js';
import { takesSlot } from '../../core/state/usage.js';
import { messageLength } from '../../core/text/message-length.js';

/** Why a command is not carried out. */
export interface Refusal {
  readonly failure: CommandFailure;
  readonly message: string;
}

/** What a refusal is decided on. */
export interface Situation {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly configuration: Configuration | undefined;
  readonly agentId: string;
  /** Server time in ms since the epoch. */
  readonly now: number;
}

type SessionCommandType = Exclude<SessionCommand['type'], 'presence.change'>;

const TALKING: readonly SessionState[] = ['active', 'held'];
const DESCRIBABLE = SESSION_STATES.filter((state) => state !== 'offered');

/** The states in which a command makes sense. Codes and tags have no end date: they can be added to history. */
const ALLOWED_IN: Readonly<Record<SessionCommandType, readonly SessionState[]>> = {
  'session.accept': ['offered'],
  'session.decline': ['offered'],
  'session.park': TALKING,
  'session.unpark': ['parked'],
  'session.hold': ['active'],
  'session.resume': ['held'],
  'session.transfer': TALKING,
  'session.end': ['accepted', 'active', 'held', 'parking', 'parked', 'unparking'],
  'after-call-work.finish': ['after-call-work'],
  'after-call-work.extend': ['after-call-work'],
  'codes.choose': DESCRIBABLE,
  'tags.change': DESCRIBABLE,
  'message.send': TALKING,
  'email.reply': TALKING,
  'email.mark-as-handled': TALKING,
};

const no = (message: string): Refusal => ({ failure: 'not-allowed', message });

/** Why this command cannot be carried out now; undefined when it can. */
export function refusalOf(command: SessionCommand, situation: Situation): Refusal | undefined {
  if (command.type === 'presence.change') {
    return (PRESENCES as readonly string[]).includes(command.presence)
      ? undefined
      : no(`There is no presence “${command.presence}”.`);
  }
  const session = situation.sessions.get(command.sessionId);
  if (!session) return { failure: 'unknown-session', message: 'This session does not exist any more.' };
  // A command of a later version has no row here.
  const states = (ALLOWED_IN as Partial<Record<string, readonly SessionState[]>>)[command.type];
  if (!states) return no('This system does not know what was asked for.');
  if (!states.includes(session.state)) return no(`This cannot be done while the session is ${wordsOf(session.state)}.`);
  switch (command.type) {
    case 'session.accept':
      return afterCallWorkIn(situation) ?? conversationIn(situation) ?? fullFor(session, situation);
    case 'session.unpark':
      return conversationIn(situation);
    case 'session.hold':
      return session.modality === 'audio-video' ? undefined : no('Only calls can be put on hold.');
    case 'session.transfer':
      return transferRefusal(command.targetServiceId, session, situation);
    case 'after-call-work.finish':
      return session.afterCallWork?.canFinishEarly === false
        ? no('After-call work of this service runs to its end.')
        : undefined;
    case 'after-call-work.extend':
      return session.afterCallWork?.canExtend ? undefined : no('After-call work cannot be extended (again).');
    case 'codes.choose':
      return codeRefusal(command, session, situation);
    case 'message.send':
      return messageRefusal(command, session, situation);
    case 'email.reply':
    case 'email.mark-as-handled':
      return session.modality === 'email' ? undefined : no('Only emails can be answered like this.');
    default:
      return undefined;
  }
}

const wordsOf = (state: SessionState): string => state.replaceAll('-', ' ');

/** "… with Hanne Riis", as far as there is a name. */
function withWhom({ customer, caller, visitorLabel, subject }: Session): string {
  const name = customer?.name ?? caller?.name ?? visitorLabel ?? subject ?? caller?.phone;
  return name === undefined ? '' : ` with ${name}`;
}

/** Nimbus: one task is active at a time; one that is on its way back counts. */
function conversationIn({ sessions, configuration }: Situation): Refusal | undefined {
  if (configuration?.sessionPolicy !== 'single-active') return undefined;
  const other = [...sessions.values()].find(({ state }) => isInConversation(state) || state === 'unparking');
  return other && no(`Park or end the session${withWhom(other)} first.`);
}

/** Nimbus: during after-call work the user cannot be selected by any service. */
function afterCallWorkIn({ sessions }: Situation): Refusal | undefined {
  const other = [...sessions.values()].find(({ state }) => state === 'after-call-work');
  return other && no(`Finish the after-call work of the session${withWhom(other)} first.`);
}

/** How many tasks of one modality, or of all, hold a slot. */
function slotsTaken(sessions: Iterable<Session>, modality?: string): number {
  let count = 0;
  for (const session of sessions) {
    if (takesSlot(session.state) && (modality === undefined || session.modality === modality)) count += 1;
  }
  return count;
}

/** Why this user cannot get a task of this modality: limits, and modalities the user does not handle. */
export function fullFor(
  { modality }: Pick<Session, 'modality'>,
  { sessions, configuration, agentId }: Situation,
): Refusal | undefined {
  const user = configuration?.users.get(agentId);
  if (!user) return undefined;
  const known = MODALITIES.find((own) => own === modality);
  if (known && !user.modalities.includes(known)) return no('You do not handle tasks of this kind.');
  const { enabled, total, perModality } = user.taskParallelization;
  if (slotsTaken(sessions.values()) >= (enabled ? total : 1)) {
    return { failure: 'at-capacity', message: 'You have as many tasks as you may have. Close one first.' };
  }
  const limit = known && enabled ? perModality[known] : undefined;
  return limit !== undefined && slotsTaken(sessions.values(), modality) >= limit
    ? { failure: 'at-capacity', message: 'You have as many tasks of this kind as you may have. Close one first.' }
    : undefined;
}

function transferRefusal(target: string, session: Session, { configuration }: Situation): Refusal | undefined {
  if (target === session.serviceId) return no('The session is with this service already.');
  return configuration?.services.has(target) ? undefined : no('There is no such service to transfer to.');
}

function messageRefusal(
  { text, format }: Extract<SessionCommand, { type: 'message.send' }>,
  { modality, messaging }: Session,
  { now }: Situation,
): Refusal | undefined {
  if (modality !== 'im') return no('Messages can be written in chats only.');
  if (messaging?.closedReason !== undefined) return no(messaging.closedReason);
  if (messaging?.closesAt !== undefined && messaging.closesAt <= now)
    return no('The time in which this channel takes messages is over.');
  return messaging?.maxLength !== undefined && messageLength(text, format) > messaging.maxLength
    ? no('The message is too long for this channel.')
    : undefined;
}

function codeRefusal(
  { primary, secondary }: Extract<SessionCommand, { type: 'codes.choose' }>,
  session: Session,
  { configuration }: Situation,
): Refusal | undefined {
  const extensions = configuration?.services.get(session.serviceId)?.extensions;
  const isListed = (code: string | null | undefined, list: readonly string[] = []): boolean =>
    code === undefined || code === null || list.includes(code);
  return isListed(primary, extensions?.primaryCodes) && isListed(secondary, extensions?.secondaryCodes)
    ? undefined
    : no('This code is not in the list of the service.');
}
