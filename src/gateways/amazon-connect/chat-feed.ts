import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { Participant } from '../../core/model/participant.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Delivery } from '../../core/ports/gateway.js';
import type { UploadedFile } from '../../core/ports/upload.js';
import { TYPING_LASTS_MS } from '../../core/rules/own-typing.js';
import { chatItemOf, participantOf } from './chat-items.js';
import type { ChatItem } from './chat-items.js';
import { fieldsOf, listOf, momentOf, textOf } from './reading.js';
import type { ConnectChat } from './sdk.js';
import type { Happening, Told } from './told.js';

const TYPING = 'application/vnd.amazonaws.connect.event.typing';
const READ = 'application/vnd.amazonaws.connect.event.message.read';
const PAGE = 100;
const MOST_PAGES = 20;

type Message = Extract<SessionCommand, { type: 'message.send' }>;

/** One chat: what is written in it becomes facts, and what the agent writes is sent. */
export class ChatFeed {
  readonly #told: Told;
  readonly #sessionId: string;
  readonly #chat: ConnectChat;
  readonly #ownId: string | undefined;
  /** Our ids of own messages, by the platform's. */
  readonly #ids = new Map<string, string>();
  /** Our ids of messages that are nothing but a file, by its name, until the platform has told of it. */
  readonly #files = new Map<string, string>();
  /** Own messages that came while one was on its way: its id is not known before it is answered. */
  #held: unknown[] = [];
  #sending = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(told: Told, sessionId: string, chat: ConnectChat) {
    this.#told = told;
    this.#sessionId = sessionId;
    this.#chat = chat;
    this.#ownId = textOf(fieldsOf(chat.getChatDetails()).participantId);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#typing);
  }

  /** A message, a file, an event or a receipt, as it came. */
  heard(event: unknown): void {
    const { data } = fieldsOf(event);
    if (this.#sending > 0 && participantOf(data, this.#ownId).role === 'agent') {
      this.#held.push(data);
      return;
    }
    this.#take([data], 'live');
  }

  /** Somebody writes; nobody says when it is over. */
  typed(event: unknown): void {
    const writer = participantOf(fieldsOf(event).data, this.#ownId);
    if (writer.role === 'agent' || this.#isStopped) return;
    this.#meet(writer);
    this.#writes([writer.id]);
    this.#told.flush('live');
    this.#typing = setTimeout(() => {
      this.#writes([]);
      this.#told.flush('live');
    }, TYPING_LASTS_MS);
  }

  /** What was written while nobody listened is in the transcript alone. */
  async catchUp(): Promise<void> {
    const items: unknown[] = [];
    let nextToken: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const query = {
        maxResults: PAGE,
        sortOrder: 'ASCENDING',
        ...(nextToken !== undefined && { nextToken }),
      } as const;
      const { Transcript, NextToken } = fieldsOf(fieldsOf(await this.#chat.getTranscript(query)).data);
      // Each further page is older.
      items.unshift(...listOf(Transcript));
      nextToken = textOf(NextToken);
      if (nextToken === undefined) break;
    }
    this.#take(items, 'replay');
  }

  tellTyping(): Promise<unknown> {
    return this.#chat.sendEvent({ contentType: TYPING });
  }

  tellRead(segmentId: string): Promise<unknown> {
    const [messageId = segmentId] = [...this.#ids].find(([, own]) => own === segmentId) ?? [];
    return this.#chat.sendEvent({ contentType: READ, content: JSON.stringify({ messageId }) });
  }

  /** Sends a message and its files, one after the other; each file is a message of its own there. Rejects as the SDK does. */
  async send(command: Message, files: readonly UploadedFile[]): Promise<CommandReply> {
    const { text, format, segmentId, commandId } = command;
    this.#sending += 1;
    try {
      const [first] = files;
      if (text === '' && first) this.#files.set(first.name, segmentId);
      for (const file of files) await this.#chat.sendAttachment({ attachment: file as never });
      if (text !== '') {
        const contentType = format === 'markdown' ? 'text/markdown' : 'text/plain';
        const { Id, AbsoluteTime } = fieldsOf(
          fieldsOf(await this.#chat.sendMessage({ contentType, message: text })).data,
        );
        const id = textOf(Id);
        if (id !== undefined) this.#ids.set(id, segmentId);
        this.#append(
          {
            ...{ id: segmentId, speaker: this.#own(), text, isFinal: true, delivery: 'sent' },
            at: momentOf(AbsoluteTime) ?? this.#told.now(),
            ...(format && { format }),
          },
          commandId,
        );
        this.#told.flush('live');
      }
      return { ok: true };
    } finally {
      this.#sending -= 1;
      if (this.#sending === 0) this.#take(this.#held.splice(0), 'live');
    }
  }

  #own(): Participant {
    return { id: this.#ownId ?? 'agent', role: 'agent' };
  }

  #take(data: readonly unknown[], delivery: Delivery): void {
    if (this.#isStopped) return;
    for (const one of data) {
      try {
        const item = chatItemOf(one, this.#ownId);
        if (item) this.#tell(item);
      } catch (error) {
        this.#told.rejected(String(error));
      }
    }
    this.#told.flush(delivery);
  }

  #tell(item: ChatItem): void {
    switch (item.kind) {
      case 'said':
        this.#said(item.segment, item.isOwn);
        break;
      case 'receipt':
        this.#note({
          type: 'message.delivery-changed',
          segmentId: this.#ids.get(item.id) ?? item.id,
          delivery: item.delivery,
        });
        break;
      case 'joined':
        this.#meet(item.participant);
        break;
      case 'left':
        this.#note({ type: 'participant.left', participantId: item.participant.id });
        break;
      case 'ended':
        this.#writes([]);
        this.onEnded?.();
    }
  }

  /** Hears that the chat is over. */
  onEnded?: () => void;

  #said(given: TranscriptSegment, isOwn: boolean): void {
    const [file] = given.attachments ?? [];
    const ofFile = isOwn && file ? this.#files.get(file.name) : undefined;
    if (file && ofFile !== undefined) {
      this.#files.delete(file.name);
      this.#ids.set(given.id, ofFile);
    }
    const segment = { ...given, id: this.#ids.get(given.id) ?? given.id };
    if (isOwn) this.#ids.set(given.id, segment.id);
    else {
      this.#meet(segment.speaker);
      this.#writes([]);
    }
    if (segment.attachments) void this.#withAddresses(segment);
    else this.#append(segment);
  }

  /** Files are told with where they are fetched from: their addresses hold for a short time, and are asked for one by one. */
  async #withAddresses(segment: TranscriptSegment): Promise<void> {
    const attachments = await Promise.all(
      (segment.attachments ?? []).map(async (attachment) => {
        const url = await this.#chat.getAttachmentURL({ attachmentId: attachment.id }).catch(() => undefined);
        const address = textOf(url);
        return address === undefined ? attachment : { ...attachment, url: address };
      }),
    );
    if (this.#isStopped) return;
    this.#append({ ...segment, attachments });
    this.#told.flush('live');
  }

  #append(segment: TranscriptSegment, causedBy?: string): void {
    this.#note({ type: 'transcript.appended', segments: [segment], ...(causedBy !== undefined && { causedBy }) });
  }

  /** Whoever writes takes part; a customer says who is called, too. */
  #meet(participant: Participant): void {
    const session = this.#told.records.sessions.get(this.#sessionId);
    if (!session || participant.role === 'system') return;
    const known = session.participants.find(({ id }) => id === participant.id);
    if (!known || known.name !== participant.name) this.#note({ type: 'participant.joined', participant });
    const { role, name } = participant;
    if (role === 'customer' && name !== undefined && session.caller?.name !== name)
      this.#note({ type: 'caller.identified', caller: { ...session.caller, name } });
  }

  #writes(typing: readonly string[]): void {
    clearTimeout(this.#typing);
    const before = this.#told.records.sessions.get(this.#sessionId)?.typing ?? [];
    if (before.join() !== typing.join()) this.#note({ type: 'typing.changed', typing });
  }

  #note(step: OfSession): void {
    this.#told.note({ sessionId: this.#sessionId, ...step });
  }
}

type OfSession = Happening extends infer F
  ? F extends { readonly sessionId: string }
    ? Omit<F, 'sessionId'>
    : never
  : never;
