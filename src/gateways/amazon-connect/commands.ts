import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import { impedimentTo, obstacleTo } from '../../core/rules/permissions.js';
import type { SessionCommandType } from '../../core/rules/permissions.js';
import { unreadAfter } from '../../core/rules/unread.js';
import { agentSideOf, answerTo, customerSideOf, isNotThere, replyOf } from './calls.js';
import type { LaterChats } from './later-chats.js';
import type { ContactWatch } from './contact-watch.js';
import { LATER_WORDS } from './later-words.js';
import type { ConnectPresences } from './presence.js';
import { reasonOf } from './reading.js';
import type { ConnectAgent, ConnectCallbacks, ConnectContact } from './sdk.js';
import type { ConnectServices } from './services.js';
import { statusFor } from './status-for.js';
import type { Happening, Told } from './told.js';
import { transfer } from './transfer.js';
import type { Wishes } from '../platform/wishes.js';
import type { ConnectWords, FirstWords } from './words.js';

/** What an agent says of the work on a contact. A key that is absent says nothing; null takes a code back. */
export interface ConnectWork {
  readonly primary?: string | null;
  readonly secondary?: string | null;
  readonly tags?: readonly string[];
}

/** Keeps what an agent says of the work on a contact; a rejection is the reason that the agent reads. */
export type SaveWork = (contactId: string, work: ConnectWork) => void | PromiseLike<void>;

interface Means {
  readonly told: Told;
  readonly watch: ContactWatch;
  readonly wishes: Wishes;
  readonly chats: LaterChats;
  readonly services: ConnectServices;
  readonly presences: ConnectPresences;
  readonly words: ConnectWords;
  readonly save: SaveWork | undefined;
}

export type CommandMeans = Omit<Means, 'words'> & { readonly words: FirstWords };

type OfSession = Exclude<SessionCommand, { type: 'presence.change' }>;
type Act = (contact: ConnectContact, callbacks: ConnectCallbacks) => void;

const endedBy: Act = (contact, callbacks) => {
  agentSideOf(contact).destroy(callbacks);
};

/** What the SDK is asked for by a command, where one call is all there is to it. */
const ACTS: Readonly<Partial<Record<SessionCommand['type'], Act>>> = {
  'session.accept': (contact, callbacks) => {
    contact.accept(callbacks);
  },
  'session.decline': (contact, callbacks) => {
    contact.reject(callbacks);
  },
  'session.park': (contact, callbacks) => {
    contact.pause(callbacks);
  },
  'session.unpark': (contact, callbacks) => {
    contact.resume(callbacks);
  },
  'session.hold': (contact, callbacks) => {
    customerSideOf(contact).hold(callbacks);
  },
  'session.resume': (contact, callbacks) => {
    customerSideOf(contact).resume(callbacks);
  },
  'session.end': endedBy,
  'email.mark-as-handled': endedBy,
  'after-call-work.finish': (contact, callbacks) => {
    contact.clear(callbacks);
  },
};

/** Asks the platform for what the agent wants. */
export async function carryOut(
  command: SessionCommand,
  agent: ConnectAgent,
  given: CommandMeans,
): Promise<CommandReply> {
  const means: Means = { ...given, words: { ...LATER_WORDS, ...given.words } };
  const { told, wishes } = means;
  if (command.type === 'presence.change') return changePresence(command, agent, means);
  const session = told.records.sessions.get(command.sessionId);
  if (!session) return { ok: false, failure: 'unknown-session', message: means.words.notThere };
  const refusal = refusalOf(command, session, means);
  if (refusal !== undefined) return { ok: false, failure: 'not-allowed', message: refusal };
  wishes.add(command, told.now());
  const reply = await asked(command, session, agent, means);
  if (!reply.ok) wishes.drop(command.commandId);
  return reply;
}

function refusalOf(command: OfSession, session: Session, { words }: Means): string | undefined {
  if (command.type === 'session.release' || command.type === 'work-item.pick') return words.notOfThisPlatform;
  const type: SessionCommandType = command.type;
  if (obstacleTo(type, session) === undefined) return undefined;
  return impedimentTo(type, session) ?? words.notNow;
}

async function asked(command: OfSession, session: Session, agent: ConnectAgent, means: Means): Promise<CommandReply> {
  const { watch, words, chats, told } = means;
  switch (command.type) {
    case 'codes.choose':
    case 'tags.change':
      return saved(command, means);
    case 'messages.mark-read':
      return read(command, means);
    case 'message.send':
      return (await chats.loaded?.send(command)) ?? { ok: false, failure: 'not-allowed', message: words.noChat };
    default: {
      const contact = watch.contactOf(session.id);
      if (!contact) return { ok: false, failure: 'unknown-session', message: words.notThere };
      const isCall = session.modality === 'audio-video';
      if (command.type === 'session.transfer') return transfer(command, { ...means, agent, contact, isCall, told });
      const act = ACTS[command.type];
      if (!act) return { ok: false, failure: 'not-allowed', message: words.notOfThisPlatform };
      const answer = await answerTo((callbacks) => {
        act(contact, callbacks);
      });
      // What is gone already is finished: the snapshot says so, if later.
      const isFinished = command.type === 'after-call-work.finish' && answer?.ok === false && isNotThere(answer);
      return isFinished ? { ok: true } : replyOf(answer, words);
    }
  }
}

/** Wrap-up codes and tags have no place on the platform: a host's function keeps them, or this page does. */
async function saved(
  command: Extract<SessionCommand, { type: 'codes.choose' | 'tags.change' }>,
  { told, save }: Means,
): Promise<CommandReply> {
  const { commandId: causedBy, type, ...work } = command;
  const { sessionId, ...said } = work;
  try {
    await save?.(sessionId, said);
  } catch (error) {
    return { ok: false, failure: 'failed', message: reasonOf(error) };
  }
  const told_ = type === 'codes.choose' ? 'codes.chosen' : 'tags.changed';
  told.note({ type: told_, ...work, causedBy } as Happening);
  told.flush('live');
  return { ok: true };
}

/** The count is kept here. The customer hears of it when the SDK thinks fit, which nobody waits for. */
function read(
  { sessionId, segmentId, commandId: causedBy }: Extract<SessionCommand, { type: 'messages.mark-read' }>,
  { told, chats, words }: Means,
): CommandReply {
  const segments = told.records.transcripts.get(sessionId);
  if (!segments?.get(segmentId)) return { ok: false, failure: 'not-allowed', message: words.notNow };
  const session = told.records.sessions.get(sessionId);
  if (session?.state === 'active')
    chats.loaded
      ?.feedOf(sessionId)
      ?.tellRead(segmentId)
      .catch((error: unknown) => {
        told.rejected(String(error));
      });
  told.note({ type: 'messages.read', sessionId, unread: unreadAfter(segments, segmentId), causedBy });
  told.flush('live');
  return { ok: true };
}

/** With work in hand the platform keeps what was asked for until that is done. */
async function changePresence(
  command: Extract<SessionCommand, { type: 'presence.change' }>,
  agent: ConnectAgent,
  { told, wishes, presences, words }: Means,
): Promise<CommandReply> {
  const status = statusFor(agent, command.presence, presences);
  if (status === undefined) return { ok: false, failure: 'not-allowed', message: words.noState };
  wishes.add(command, told.now());
  const reply = replyOf(
    await answerTo((callbacks) => {
      agent.setState(status as never, callbacks, { enqueueNextState: true });
    }),
    words,
  );
  if (!reply.ok) wishes.drop(command.commandId);
  return reply;
}
