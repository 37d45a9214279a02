import type { CommandFailure, SessionCommand } from '../../core/commands/command.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import type { OpenItem } from '../../core/model/open-item.js';
import type { Modality } from '../../core/model/modality.js';
import { PRESENCES } from '../../core/model/presence.js';
import type { Presence } from '../../core/model/presence.js';
import { SESSION_STATES } from '../../core/model/session.js';
import type { Session } from '../../core/model/session.js';
import type { TransferAim } from '../../core/model/transfer.js';
import { acceptanceOf } from '../../core/rules/acceptance-of.js';
import type { Acceptance } from '../../core/rules/acceptance-of.js';
import type { AcceptanceStop, Usage } from '../../core/rules/acceptance.js';
import { releaseOf } from '../../core/rules/leaving.js';
import { commandsIn, impedimentTo, obstacleTo, obstacleToWriting } from '../../core/rules/permissions.js';
import type { SessionCommandType } from '../../core/rules/permissions.js';
import { obstacleToAim } from '../../core/rules/transfer-targets.js';
import type { AimObstacle } from '../../core/rules/transfer-targets.js';
import { blocksNewWork } from '../../core/rules/session-phase.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { UserStatus } from '../../core/state/user-reducer.js';
import { shown } from '../../core/text/blank.js';
import { messageLength } from '../../core/text/message-length.js';

/** Why a command is not carried out. */
export interface Refusal {
  readonly failure: CommandFailure;
  readonly message: string;
}

/** What a refusal is decided on. */
export interface Situation {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly transcripts: ReadonlyMap<string, SegmentList>;
  readonly usage: Usage;
  readonly configuration: Configuration | undefined;
  readonly agentId: string;
  readonly presence: Presence | undefined;
  /** What is known of users, the agent among them. */
  readonly users?: ReadonlyMap<string, UserStatus>;
  /** Server time in ms since the epoch. */
  readonly now: number;
  /** Work that waits to be picked, by its id. */
  openItem?(id: string): OpenItem | undefined;
  /** Whether a file was uploaded for a session. */
  hasFile(sessionId: string, attachmentId: string): boolean;
}

const no = (message: string): Refusal => ({ failure: 'not-allowed', message });

/** Picked by a colleague, or given up by its customer. */
const NOBODYS: Refusal = { failure: 'unknown-session', message: 'This does not wait any more: somebody else has it.' };

/** Why this command cannot be carried out now; undefined when it can. */
export function refusalOf(command: SessionCommand, situation: Situation): Refusal | undefined {
  if (command.type === 'presence.change') {
    return (PRESENCES as readonly string[]).includes(command.presence)
      ? undefined
      : no(`There is no presence “${command.presence}”.`);
  }
  if (command.type === 'work-item.pick') {
    const item = situation.openItem?.(command.sessionId);
    return item ? acceptRefusal(item, situation) : NOBODYS;
  }
  const session = situation.sessions.get(command.sessionId);
  if (!session) return { failure: 'unknown-session', message: 'This session does not exist any more.' };
  if (command.type === 'session.release') return releaseRefusal(session, situation);
  // A command of a later version makes sense in no state that is known here.
  if (!SESSION_STATES.some((state) => commandsIn(state).includes(command.type)))
    return no('This system does not know what was asked for.');
  switch (obstacleTo(command.type, contextAt(session, situation.now))) {
    case 'state':
      return no(inState(session));
    case 'modality':
      return no(ONLY[command.type] ?? 'This cannot be done with a session of this kind.');
    case 'service':
      return no(
        command.type === 'after-call-work.finish'
          ? 'After-call work of this service runs to its end.'
          : 'After-call work of this service cannot be extended.',
      );
    case 'extended':
      return no('After-call work can be extended once.');
    case 'platform':
      return no(shown(impedimentTo(command.type, session)) ?? 'This cannot be done now.');
    case 'notes':
      return no('No notes are kept of this session.');
    case undefined:
      return detailRefusal(command, session, situation);
  }
}

const ONLY: Readonly<Partial<Record<SessionCommandType, string>>> = {
  'session.hold': 'Only calls can be put on hold.',
  'message.send': 'Messages can be written in chats only.',
  'email.reply': 'Only emails can be answered like this.',
  'email.mark-as-handled': 'Only emails can be answered like this.',
};

/** What stands against a command that makes sense in the state of its session. */
function detailRefusal(
  command: Exclude<SessionCommand, { type: 'presence.change' | 'session.release' | 'work-item.pick' }>,
  session: Session,
  situation: Situation,
): Refusal | undefined {
  switch (command.type) {
    case 'session.accept':
      return acceptRefusal(session, situation);
    case 'session.unpark':
      return conversationIn(situation, session);
    case 'session.transfer':
      return transferRefusal(command, session, situation);
    case 'codes.choose':
      return codeRefusal(command, session, situation);
    case 'notes.save':
      return command.version === session.notes?.version
        ? undefined
        : { failure: 'failed', message: 'The notes have been changed meanwhile.' };
    case 'messages.mark-read':
      return situation.transcripts.get(command.sessionId)?.get(command.segmentId)
        ? undefined
        : no('There is no such message.');
    case 'message.send':
      return messageRefusal(command, session, situation);
    default:
      return undefined;
  }
}

/** "… with Hanne Riis", as far as there is a name. */
function withWhom({ customer, caller, visitorLabel, subject }: Partial<Session> = {}): string {
  const name = customer?.name ?? caller?.name ?? visitorLabel ?? subject ?? caller?.phone;
  return name === undefined ? '' : ` with ${name}`;
}

/** Whether a task of this modality can come now. */
export function acceptanceIn(situation: Situation, modality: Modality): Acceptance {
  const { usage, configuration, agentId, presence } = situation;
  const { sessionPolicy } = configuration ?? {};
  return acceptanceOf({ user: configuration?.users.get(agentId), presence, sessionPolicy, usage }, modality);
}

function acceptRefusal(session: Pick<Session, 'modality'>, situation: Situation): Refusal | undefined {
  // Presence keeps new tasks from being offered; one that rings already can be taken.
  const stop = acceptanceIn(situation, session.modality).stops.find((own) => own !== 'presence');
  return stop === undefined ? conversationIn(situation, session) : stopRefusal(stop, situation);
}

function stopRefusal(stop: AcceptanceStop, { sessions }: Situation): Refusal {
  switch (stop) {
    case 'after-call-work': {
      const other = [...sessions.values()].find(({ state }) => blocksNewWork(state));
      return no(`Finish the after-call work of the session${withWhom(other)} first.`);
    }
    case 'modality-disabled':
      return no('You do not handle tasks of this kind.');
    case 'modality-limit':
      return {
        failure: 'at-capacity',
        message: 'You have as many tasks of this kind as you may have. Close one first.',
      };
    default:
      return { failure: 'at-capacity', message: 'You have as many tasks as you may have. Close one first.' };
  }
}

/** Nimbus: one task is active at a time; one that is on its way back counts. */
function conversationIn(situation: Situation, { modality }: Pick<Session, 'modality'>): Refusal | undefined {
  const { parkFirst } = acceptanceIn(situation, modality);
  if (parkFirst === undefined) return undefined;
  return no(`Park or end the session${withWhom(situation.sessions.get(parkFirst))} first.`);
}

function releaseRefusal(session: Session, { configuration }: Situation): Refusal | undefined {
  const service = configuration?.services.get(session.serviceId);
  if (releaseOf(session, service)) return undefined;
  return no((service?.release ?? 'off') === 'off' ? 'Sessions of this service cannot be released.' : inState(session));
}

const inState = ({ state }: Session): string =>
  `This cannot be done while the session is ${state.replaceAll('-', ' ')}.`;

function transferRefusal(aim: TransferAim, session: Session, situation: Situation): Refusal | undefined {
  const { configuration, agentId, users } = situation;
  const obstacle = obstacleToAim(aim, session, { configuration, agentId, userOf: (id) => users?.get(id) });
  return obstacle && no(NOT_THERE[obstacle]);
}

const NOT_THERE: Readonly<Record<AimObstacle, string>> = {
  'not-one': 'Say where the session is to go: to one service, one person or one number.',
  kind: 'This service does not pass sessions on like this.',
  here: 'The session is there already.',
  unknown: 'There is nobody of that name to transfer to.',
  'not-a-number': 'This is no phone number with a country code.',
  busy: 'This person cannot take one more now.',
};

function messageRefusal(
  { text, format, attachments = [] }: Extract<SessionCommand, { type: 'message.send' }>,
  session: Session,
  { now, hasFile }: Situation,
): Refusal | undefined {
  const { closedReason = '', maxLength } = session.messaging ?? {};
  switch (obstacleToWriting(session, now)) {
    case 'channel':
      return no(closedReason);
    case 'window':
      return no('The time in which this channel takes messages is over.');
    default:
      if (attachments.length > 0 && !session.messaging?.files) return no('This channel takes no files.');
      if (attachments.some(({ id }) => !hasFile(session.id, id))) return no('A file is not there. Attach it again.');
      return maxLength !== undefined && messageLength(text, format) > maxLength
        ? no('The message is too long for this channel.')
        : undefined;
  }
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
