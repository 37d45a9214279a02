import type { AgentWish, CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { KnownPresence } from '../../core/model/presence.js';
import { impedimentTo, obstacleTo } from '../../core/rules/permissions.js';
import { wrapupOf } from './participants.js';
import type { GenesysConversationsApi, GenesysPresenceApi, GenesysUsersApi } from './platform-client.js';
import type { PresenceOfAgent } from './presence.js';
import { present, text } from './read.js';
import type { Subject } from './subject.js';
import { presenceIdOf } from './wanted-presence.js';
import type { GenesysWords } from './words.js';

export interface Apis {
  readonly conversations: GenesysConversationsApi;
  readonly presence: GenesysPresenceApi;
  readonly users: GenesysUsersApi;
}

export interface Asking {
  readonly apis: Apis;
  readonly words: GenesysWords;
  readonly agentId: string;
  readonly presence: PresenceOfAgent;
  readonly presences: Partial<Record<KnownPresence, string>>;
  /** The queue of a service. */
  queueOf(serviceId: string): string;
}

type OnSession = { readonly sessionId: string };
type Step = () => Promise<unknown>;

/** What is asked of the platform, or why it is not. */
export type Plan = { readonly steps: readonly Step[] } | { readonly refused: CommandReply };

const refuse = (message: string): Plan => ({ refused: { ok: false, failure: 'not-allowed', message } });

/** By which calls a wish of a session is carried out. */
export function planOf(command: Extract<SessionCommand, OnSession>, subject: Subject, asking: Asking): Plan {
  const { words } = asking;
  if (command.type === 'session.release' || command.type === 'work-item.pick') return refuse(words.notHere);
  const { record } = subject;
  const obstacle = obstacleTo(command.type, record);
  if (obstacle === 'platform') return refuse(impedimentTo(command.type, record) ?? words.notHere);
  if (obstacle === 'notes' || obstacle === 'service') return refuse(words.notHere);
  if (obstacle) return refuse(words.notNow);
  return stepsOf(command, subject, asking);
}

function stepsOf(command: Extract<AgentWish, OnSession>, subject: Subject, asking: Asking): Plan {
  const { apis, words } = asking;
  const { conversationId, participantId } = subject;
  const patch = (body: object): Plan => ({ steps: [() => patchOf(subject, asking.apis, body)] });
  switch (command.type) {
    case 'session.accept':
      return patch({ state: 'connected' });
    case 'session.decline':
    case 'session.end':
    case 'email.mark-as-handled':
      return patch({ state: 'disconnected' });
    case 'session.hold':
      return patch({ held: true });
    case 'session.resume':
      return patch({ held: false });
    case 'session.park':
      return parkingOf(subject, asking, 'parked');
    case 'session.unpark':
      return parkingOf(subject, asking, 'resumed');
    case 'session.transfer': {
      const { targetServiceId, targetUserId, targetNumber } = command;
      const aim = present({
        queueId: targetServiceId === undefined ? undefined : asking.queueOf(targetServiceId),
        userId: targetUserId,
        address: targetNumber,
      });
      if (Object.keys(aim).length !== 1) return refuse(words.noAim);
      return {
        steps: [() => apis.conversations.postConversationParticipantReplace(conversationId, participantId, aim)],
      };
    }
    case 'after-call-work.finish':
      return subject.record.primaryCode === undefined
        ? patch({ wrapupSkipped: true })
        : patch({ wrapup: wrapupWith(subject, {}, false) });
    case 'codes.choose':
      if (text(command.secondary) !== undefined) return refuse(words.oneCode);
      return command.primary === undefined ? { steps: [] } : patch({ wrapup: wrapupWith(subject, command) });
    case 'tags.change':
      return Array.isArray(command.tags) ? patch({ wrapup: wrapupWith(subject, command) }) : refuse(words.notHere);
    default:
      return refuse(words.notHere);
  }
}

/** What is chosen before the work is done is kept as provisional: it finishes nothing. */
function wrapupWith(
  { record, part }: Subject,
  { primary, tags = record.tags }: { readonly primary?: string | null; readonly tags?: readonly string[] },
  isProvisional = record.state !== 'ended',
): object {
  const code = primary === undefined ? record.primaryCode : (primary ?? undefined);
  return {
    ...present({ code, notes: text(wrapupOf(part).notes) }),
    tags,
    ...(isProvisional && { provisional: true }),
  };
}

function patchOf({ conversationId, participantId, part }: Subject, { conversations }: Apis, body: object) {
  switch (part.media) {
    case 'calls':
      return conversations.patchConversationsCallParticipant(conversationId, participantId, body);
    case 'callbacks':
      return conversations.patchConversationsCallbackParticipant(conversationId, participantId, body);
    case 'messages':
      return conversations.patchConversationsMessageParticipant(conversationId, participantId, { body });
    case 'emails':
      return conversations.patchConversationsEmailParticipant(conversationId, participantId, body);
    default:
      return conversations.patchConversationParticipant(conversationId, participantId, body);
  }
}

function parkingOf({ conversationId, participantId, part }: Subject, { apis, words }: Asking, state: string): Plan {
  const { conversations } = apis;
  switch (part.media) {
    case 'messages':
      return {
        steps: [
          () =>
            conversations.patchConversationsMessageParticipantParkingstate(conversationId, participantId, { state }),
        ],
      };
    case 'emails':
      return {
        steps: [
          () => conversations.patchConversationsEmailParticipantParkingstate(conversationId, participantId, { state }),
        ],
      };
    default:
      return refuse(words.noCallParking);
  }
}

/** A presence is set at once, with work in hand or without. */
export function presencePlanOf(wanted: string, asking: Asking): Plan {
  const { apis, agentId, presence, presences, words } = asking;
  const id = presenceIdOf(wanted, presences, presence);
  if (id === undefined) return refuse(words.noPresence);
  const isBack = wanted === 'available' && presence.isNotResponding;
  return {
    steps: [
      () => apis.presence.patchUserPresencesPurecloud(agentId, { presenceDefinition: { id } }),
      ...(isBack ? [() => apis.users.putUserRoutingstatus(agentId, { status: 'IDLE' })] : []),
    ],
  };
}
