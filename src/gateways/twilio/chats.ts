import type { SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing } from '../../core/rules/session-phase.js';
import { unreadAfter } from '../../core/rules/unread.js';
import { pauseBefore } from '../platform/pause-before.js';
import { Chat } from './chat.js';
import { CHAT_WORDS } from './chat-words.js';
import type { TwilioConversation, TwilioConversations } from './conversations.js';
import type { Desk } from './desk.js';
import type { Listeners } from './listeners.js';
import { Renewal } from './renewal.js';
import type { Reading } from './sighting.js';
import { CONVERSATION_NAMES } from './sighting.js';

function conversationSidOf({ modality, state, parameters }: Session): string | undefined {
  if (modality !== 'im' || !isOngoing(state)) return undefined;
  for (const name of CONVERSATION_NAMES) {
    const parameter = parameters.find((one) => one.name === name);
    if (parameter?.state === 'value') return parameter.value;
  }
  return undefined;
}

/** What is asked of a conversation, and what comes of it. */
interface ChatAct {
  readonly about: string;
  readonly types: readonly SessionEvent['type'][];
  carryOut(): Promise<unknown>;
}

/** The conversations of the sessions that go on. */
export class Chats {
  readonly #desk: Desk;
  readonly #reading: Reading;
  /** By session; undefined while it is asked for, or where it cannot be had. */
  readonly #chats = new Map<string, Chat | undefined>();
  /** What could not be read is tried again: how often it was, and when it is next, by session. */
  readonly #again = new Map<string, { readonly tries: number; readonly timer: ReturnType<typeof setTimeout> }>();
  #renewal: Renewal | undefined;

  constructor(desk: Desk, reading: Reading) {
    this.#desk = desk;
    this.#reading = reading;
  }

  listen(listeners: Listeners): void {
    const { conversations, newToken } = this.#reading.options;
    if (!conversations) return;
    const renew = (): void => {
      this.#renewal?.begin((token) => conversations.updateToken(token));
    };
    listeners.hear(conversations, 'connectionStateChanged', (state: string) => {
      if (state === 'denied') renew();
      if (state !== 'connected') return;
      // What could not be had without a connection is asked for once more.
      for (const sessionId of [...this.#chats.keys()]) this.#readAgain(sessionId);
    });
    // The agent is in the conversation a moment after the task was accepted.
    listeners.hear(conversations, 'conversationJoined', (conversation: TwilioConversation) => {
      for (const [sessionId, chat] of this.#chats)
        if (!chat && this.#wanted(sessionId) === conversation.sid) this.#open(sessionId, conversations, conversation);
    });
    if (!newToken) return;
    this.#renewal = new Renewal(
      () => newToken('conversations'),
      (error) => {
        this.#desk.reject(`no new token for conversations: ${String(error)}`);
      },
    );
    for (const event of ['tokenAboutToExpire', 'tokenExpired']) listeners.hear(conversations, event, renew);
  }

  /** Opens the conversations of sessions that have begun, and closes those of sessions that are over. */
  follow(): void {
    const { conversations } = this.#reading.options;
    if (!conversations || !this.#desk.isWatched) return;
    for (const [sessionId, chat] of this.#chats) {
      if (this.#wanted(sessionId) === chat?.conversation.sid) continue;
      if (!chat && this.#wanted(sessionId) !== undefined) continue;
      chat?.close();
      this.#settle(sessionId);
      this.#chats.delete(sessionId);
    }
    for (const sessionId of this.#desk.records.sessions.keys()) {
      const sid = this.#wanted(sessionId);
      if (sid === undefined || this.#chats.has(sessionId)) continue;
      this.#chats.set(sessionId, undefined);
      Promise.resolve()
        .then(() => conversations.getConversationBySid(sid))
        .then((conversation) => {
          if (this.#chats.has(sessionId) && !this.#chats.get(sessionId))
            this.#open(sessionId, conversations, conversation);
        })
        .catch((error: unknown) => {
          this.#fail(sessionId, error);
        });
    }
  }

  /** What a command about messages comes to; why not, in words, where it comes to nothing. */
  answer(command: Extract<SessionCommand, { type: 'message.send' | 'messages.mark-read' }>): ChatAct | string {
    const words = { ...CHAT_WORDS, ...this.#reading.words };
    const { sessionId, segmentId } = command;
    const chat = this.#chats.get(sessionId);
    if (!chat) return words.noMessages;
    const { conversation } = chat;
    if (command.type === 'message.send') {
      if (command.attachments?.length) return words.noAttachments;
      const carryOut = (): Promise<unknown> => conversation.sendMessage(command.text, { segmentId });
      return { about: segmentId, types: ['transcript.appended'], carryOut };
    }
    const index = chat.indexOf(segmentId);
    if (index === undefined) return words.noMessage;
    return {
      about: sessionId,
      types: ['messages.read'],
      carryOut: async () => {
        await conversation.advanceLastReadMessageIndex(index);
        const unread = unreadAfter(this.#desk.records.transcripts.get(sessionId) ?? [], segmentId);
        this.#desk.say([{ type: 'messages.read', sessionId, unread, at: this.#desk.now() }], 'live');
      },
    };
  }

  typing(sessionId: string): void {
    this.#chats
      .get(sessionId)
      ?.conversation.typing()
      .catch(() => undefined);
  }

  clear(): void {
    this.#renewal?.stop();
    for (const sessionId of [...this.#again.keys()]) this.#settle(sessionId);
    for (const chat of this.#chats.values()) chat?.close();
    this.#chats.clear();
  }

  #wanted(sessionId: string): string | undefined {
    const session = this.#desk.records.sessions.get(sessionId);
    return session && conversationSidOf(session);
  }

  #open(sessionId: string, { user }: TwilioConversations, conversation: TwilioConversation): void {
    const { options, words } = this.#reading;
    const closed = words.chatClosed ?? CHAT_WORDS.chatClosed;
    const own = { identity: user.identity, agentId: options.worker.sid };
    const chat = new Chat(this.#desk, sessionId, conversation, own, closed);
    this.#chats.set(sessionId, chat);
    this.#load(sessionId, chat);
  }

  #load(sessionId: string, chat: Chat): void {
    chat.load().then(
      () => {
        this.#settle(sessionId);
      },
      (error: unknown) => {
        this.#fail(sessionId, error);
      },
    );
  }

  #readAgain(sessionId: string): void {
    const chat = this.#chats.get(sessionId);
    if (chat) this.#load(sessionId, chat);
    else if (this.#chats.delete(sessionId)) this.follow();
  }

  /** Nothing more is to be tried. */
  #settle(sessionId: string): void {
    clearTimeout(this.#again.get(sessionId)?.timer);
    this.#again.delete(sessionId);
  }

  #fail(sessionId: string, error: unknown): void {
    const { tries = 0 } = this.#again.get(sessionId) ?? {};
    this.#settle(sessionId);
    if (!this.#chats.has(sessionId)) return;
    const next = setTimeout(() => {
      this.#readAgain(sessionId);
    }, pauseBefore(tries));
    this.#again.set(sessionId, { tries: tries + 1, timer: next });
    this.#desk.reject(`a conversation could not be read: ${String(error)}`);
    const messaging = { closedReason: this.#reading.words.chatUnreachable ?? CHAT_WORDS.chatUnreachable };
    this.#desk.say([{ type: 'messaging.changed', sessionId, messaging, at: this.#desk.now() }], 'live');
  }
}
