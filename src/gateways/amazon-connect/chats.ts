import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Messaging } from '../../core/model/messaging.js';
import type { UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { ChatFeed } from './chat-feed.js';
import type { ConnectChat, ConnectContact } from './sdk.js';
import type { Told } from './told.js';
import { LATER_WORDS } from './later-words.js';
import type { ConnectWords, FirstWords } from './words.js';

/** Makes the chat of a contact, or finds the one that is there, connected; undefined where there is none. */
export type ChatOf = (contact: ConnectContact) => ConnectChat | PromiseLike<ConnectChat | undefined> | undefined;

/** What Amazon Connect takes in a chat: files of 20 MB. */
const MESSAGING: Messaging = {
  isFormatted: true,
  takesTyping: true,
  files: { types: ['*'], maxBytes: 20_000_000, maxCount: 10 },
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
  readonly #ears = new WeakMap<ConnectChat, { feed: ChatFeed | undefined }>();
  readonly #files = new Map<string, UploadedFile>();
  #fileCount = 0;

  /** @param changed hears when something can be written in a chat, or no more */
  constructor(told: Told, words: FirstWords, chatOf: ChatOf, changed: () => void) {
    this.#told = told;
    this.#words = { ...LATER_WORDS, ...words };
    this.#chatOf = chatOf;
    this.#changed = changed;
  }

  /** Why nothing can be written in a chat now. */
  obstacleTo(sessionId: string): string | undefined {
    const line = this.#lines.get(sessionId);
    return line ? line.obstacle : this.#words.chatConnecting;
  }

  /** What its channel allows. */
  messagingOf(sessionId: string): Messaging | undefined {
    return this.#lines.get(sessionId)?.feed && MESSAGING;
  }

  /** The agent has a chat: it is listened to from now on. */
  begin(sessionId: string, contact: ConnectContact): void {
    if (this.#lines.has(sessionId)) return;
    const line: Line = { obstacle: this.#words.chatConnecting };
    this.#lines.set(sessionId, line);
    this.#connect(sessionId, contact, line).catch((error: unknown) => {
      if (this.#lines.get(sessionId) !== line) return;
      line.obstacle = this.#words.chatBroken;
      this.#told.rejected(`A chat could not be connected: ${String(error)}`);
      this.#changed();
    });
  }

  async #connect(sessionId: string, contact: ConnectContact, line: Line): Promise<void> {
    const chat = await this.#chatOf(contact);
    if (!chat) throw new Error('there is none');
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
    await feed.catchUp();
  }

  #listen(chat: ConnectChat, feed: ChatFeed): void {
    const known = this.#ears.get(chat);
    if (known) {
      known.feed = feed;
      return;
    }
    const ear: { feed: ChatFeed | undefined } = { feed };
    this.#ears.set(chat, ear);
    const guarded =
      (act: (feed: ChatFeed, event: unknown) => void) =>
      (event: unknown): void => {
        try {
          if (ear.feed) act(ear.feed, event);
        } catch (error) {
          this.#told.rejected(String(error));
        }
      };
    const heard = guarded((own, event) => {
      own.heard(event);
    });
    chat.onMessage(heard);
    chat.onReadReceipt(heard);
    chat.onDeliveredReceipt(heard);
    chat.onTyping(
      guarded((own, event) => {
        own.typed(event);
      }),
    );
    chat.onEnded(guarded((own) => own.onEnded?.()));
    chat.onConnectionEstablished(
      guarded((own) => {
        own.catchUp().catch((error: unknown) => {
          this.#told.rejected(`The transcript of a chat could not be had: ${String(error)}`);
        });
      }),
    );
  }

  /** A chat is over, or nobody listens any more. */
  end(sessionId: string): void {
    this.#lines.get(sessionId)?.feed?.stop();
    this.#lines.delete(sessionId);
  }

  /** Chats that could not be connected are tried again. */
  retry(): void {
    for (const [sessionId, { obstacle }] of [...this.#lines])
      if (obstacle === this.#words.chatBroken) this.end(sessionId);
  }

  endAll(): void {
    for (const sessionId of [...this.#lines.keys()]) this.end(sessionId);
    this.#files.clear();
  }

  /** Keeps a file until the message is sent that names it: there is no other way to hand one over there. */
  keep(sessionId: string, file: UploadedFile): UploadReply {
    if (!this.#lines.get(sessionId)?.feed) return { ok: false, failure: 'not-taken', message: this.#words.noChat };
    if (file.size > (MESSAGING.files?.maxBytes ?? Infinity)) return { ok: false, failure: 'too-large' };
    const attachmentId = `file-${String((this.#fileCount += 1))}`;
    this.#files.set(attachmentId, file);
    return { ok: true, attachmentId };
  }

  async send(command: Extract<SessionCommand, { type: 'message.send' }>): Promise<CommandReply> {
    const feed = this.#lines.get(command.sessionId)?.feed;
    const ids = (command.attachments ?? []).map(({ id }) => id);
    const files = ids.flatMap((id) => this.#files.get(id) ?? []);
    if (!feed || files.length < ids.length) return { ok: false, failure: 'not-allowed', message: this.#words.notNow };
    const reply = await feed.send(command, files);
    for (const id of ids) this.#files.delete(id);
    return reply;
  }

  async typing(sessionId: string): Promise<void> {
    await this.#lines.get(sessionId)?.feed?.tellTyping();
  }

  async read(sessionId: string, segmentId: string): Promise<void> {
    await this.#lines.get(sessionId)?.feed?.tellRead(segmentId);
  }
}
