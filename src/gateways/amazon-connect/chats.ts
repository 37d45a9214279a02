import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Messaging } from '../../core/model/messaging.js';
import type { UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { inTime, untilDone } from './calls.js';
import { ChatFeed } from './chat-feed.js';
import type { ConnectChat, ConnectContact } from './sdk.js';
import type { Told } from './told.js';
import { LATER_WORDS } from './later-words.js';
import type { ConnectWords, FirstWords } from './words.js';

/** Makes the chat of a contact, or finds the one that is there, connected; undefined where there is none. */
export type ChatOf = (contact: ConnectContact) => ConnectChat | PromiseLike<ConnectChat | undefined> | undefined;

const MAX_BYTES = 20_000_000;

/** What Amazon Connect takes in a chat: files of 20 MB. */
const MESSAGING: Messaging = {
  isFormatted: true,
  takesTyping: true,
  files: { types: ['*'], maxBytes: MAX_BYTES, maxCount: 10 },
};

/** One chat that was asked for. */
interface Line {
  feed?: ChatFeed;
  obstacle: string | undefined;
}

/** The chats of the agent, as far as a host hands them over. */
export class Chats {
  readonly #told: Told;
  readonly #words: ConnectWords;
  readonly #chatOf: ChatOf;
  readonly #changed: () => void;
  readonly #lines = new Map<string, Line>();
  /** Who listens to each chat: the SDK takes no ear off again, so that each chat is given one. */
  readonly #ears = new WeakMap<ConnectChat, ChatFeed>();
  /** By their ids; undefined once it is there, of a message that is not there as a whole. */
  readonly #files = new Map<string, UploadedFile | undefined>();
  #fileCount = 0;

  /** @param changed hears when something can be written in a chat, or no more */
  constructor(told: Told, words: FirstWords, chatOf: ChatOf, changed: () => void) {
    this.#told = told;
    this.#words = { ...LATER_WORDS, ...words };
    this.#chatOf = chatOf;
    this.#changed = changed;
  }

  feedOf(sessionId: string): ChatFeed | undefined {
    return this.#lines.get(sessionId)?.feed;
  }

  /** Why nothing can be written in a chat now. */
  obstacleTo(sessionId: string): string | undefined {
    const line = this.#lines.get(sessionId);
    return line ? line.obstacle : this.#words.chatConnecting;
  }

  /** What its channel allows. */
  messagingOf(sessionId: string): Messaging | undefined {
    return this.feedOf(sessionId) && MESSAGING;
  }

  /** The agent has a chat: it is listened to from now on. */
  begin(sessionId: string, contact: ConnectContact): void {
    if (this.#lines.has(sessionId)) return;
    const line: Line = { obstacle: this.#words.chatConnecting };
    this.#lines.set(sessionId, line);
    void untilDone(
      () => this.#lines.get(sessionId) === line,
      () => this.#connect(sessionId, contact, line),
      (reason) => {
        line.obstacle = this.#words.chatBroken;
        this.#told.rejected(`${line.obstacle} ${reason}`);
        this.#changed();
      },
    );
  }

  async #connect(sessionId: string, contact: ConnectContact, line: Line): Promise<void> {
    const chat = await inTime(this.#chatOf(contact));
    if (!chat) throw new Error('no chat');
    if (this.#lines.get(sessionId) !== line) return;
    const feed = new ChatFeed(this.#told, sessionId, chat);
    line.feed = feed;
    line.obstacle = undefined;
    feed.onEnded = () => {
      line.obstacle = this.#words.chatEnded;
      this.#changed();
    };
    this.#listen(chat, feed);
    this.#changed();
    void feed.catchUp();
  }

  #listen(chat: ConnectChat, feed: ChatFeed): void {
    const isKnown = this.#ears.has(chat);
    this.#ears.set(chat, feed);
    if (isKnown) return;
    const guarded =
      (act: (feed: ChatFeed, event: unknown) => unknown) =>
      (event: unknown): void => {
        const own = this.#ears.get(chat);
        try {
          if (own) act(own, event);
        } catch (error) {
          this.#told.rejected(String(error));
        }
      };
    const heard = guarded((own, event) => own.heard(event));
    chat.onMessage(heard);
    chat.onReadReceipt(heard);
    chat.onDeliveredReceipt(heard);
    chat.onTyping(guarded((own, event) => own.typed(event)));
    chat.onConnectionEstablished(guarded((own) => own.catchUp()));
    chat.onConnectionBroken?.(
      guarded(({ sessionId }) => {
        this.end(sessionId);
        this.#changed();
      }),
    );
  }

  /** A chat is over, or nobody listens any more. */
  end(sessionId: string): void {
    this.feedOf(sessionId)?.stop();
    this.#lines.delete(sessionId);
  }

  endAll(): void {
    for (const sessionId of [...this.#lines.keys()]) this.end(sessionId);
    this.#files.clear();
  }

  /** Keeps a file until the message is sent that names it: there is no other way to hand one over there. */
  keep(sessionId: string, file: UploadedFile): UploadReply {
    if (!this.feedOf(sessionId)) return { ok: false, failure: 'not-taken', message: this.#words.noChat };
    if (file.size > MAX_BYTES) return { ok: false, failure: 'too-large' };
    const attachmentId = `file-${String((this.#fileCount += 1))}`;
    this.#files.set(attachmentId, file);
    return { ok: true, attachmentId };
  }

  async send(command: Extract<SessionCommand, { type: 'message.send' }>): Promise<CommandReply> {
    const feed = this.feedOf(command.sessionId);
    const ids = (command.attachments ?? []).map(({ id }) => id);
    if (!feed || ids.some((id) => !this.#files.has(id)))
      return { ok: false, failure: 'not-allowed', message: this.#words.notNow };
    await feed.send(command, ids, this.#files);
    for (const id of ids) this.#files.delete(id);
    return { ok: true };
  }
}
