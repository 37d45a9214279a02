import type { SessionCommand } from '../../core/commands/command.js';
import type { Participant } from '../../core/model/participant.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Delivery } from '../../core/ports/gateway.js';
import type { UploadedFile } from '../../core/ports/upload.js';
import { TYPING_LASTS_MS } from '../../core/rules/own-typing.js';
import { inTime, untilDone } from './calls.js';
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
  readonly sessionId: string;
  readonly #chat: ConnectChat;
  readonly #ownId: string | undefined;
  /** Our ids of own messages, by the platform's. */
  readonly #ids = new Map<string, string>();
  /**
   * Our ids of messages whose ids there are not known, until the platform has told of them: of one that is nothing but a file
   * by the name of that, of one that was not answered by its text.
   */
  readonly #awaited = new Map<string, string>();
  /** Own messages that came while one was on its way: its id is not known before it is answered. */
  #held: unknown[] = [];
  #sending = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** The transcript is asked for by one at a time. */
  #turn = 0;
  #isStopped = false;

  constructor(told: Told, sessionId: string, chat: ConnectChat) {
    this.#told = told;
    this.sessionId = sessionId;
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

  /** What was written while nobody listened is in the transcript alone: it is asked for until it is there. */
  async catchUp(): Promise<void> {
    const turn = (this.#turn += 1);
    await untilDone(
      () => turn === this.#turn && !this.#isStopped,
      async () => {
        this.#take(await this.#transcript(), 'replay');
      },
      (reason) => {
        this.#told.rejected(`no chat transcript: ${reason}`);
      },
    );
  }

  async #transcript(): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    let nextToken: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const query = {
        maxResults: PAGE,
        sortOrder: 'ASCENDING',
        ...(nextToken !== undefined && { nextToken }),
      } as const;
      const { Transcript, NextToken } = fieldsOf(fieldsOf(await inTime(this.#chat.getTranscript(query))).data);
      // Each further page is older.
      items.unshift(...listOf(Transcript));
      nextToken = textOf(NextToken);
      if (nextToken === undefined) break;
    }
    return items;
  }

  async tellTyping(): Promise<void> {
    await this.#chat.sendEvent({ contentType: TYPING });
  }

  async tellRead(segmentId: string): Promise<void> {
    const [messageId = segmentId] = [...this.#ids].find(([, own]) => own === segmentId) ?? [];
    await this.#chat.sendEvent({ contentType: READ, content: JSON.stringify({ messageId }) });
  }

  /**
   * Sends a message and its files, one after the other; each file is a message of its own there. Rejects as the SDK does, or
   * where it does not answer.
   *
   * @param files by their ids: none is sent twice where the message is tried again
   */
  async send(command: Message, ids: readonly string[], files: Map<string, UploadedFile | undefined>): Promise<void> {
    const { text, segmentId } = command;
    this.#sending += 1;
    try {
      for (const id of ids) {
        const file = files.get(id);
        if (!file) continue;
        if (text === '' && id === ids[0]) this.#awaited.set(file.name, segmentId);
        await this.#chat.sendAttachment({ attachment: file as never });
        files.set(id, undefined);
      }
      if (text !== '') await inTime(this.#write(command));
    } catch (error) {
      // It may be there all the same.
      if (text !== '') this.#awaited.set(text, segmentId);
      throw error;
    } finally {
      this.#sending -= 1;
      if (this.#sending === 0) this.#take(this.#held.splice(0), 'live');
    }
  }

  async #write({ text, format, segmentId, commandId }: Message): Promise<void> {
    const contentType = format === 'markdown' ? 'text/markdown' : 'text/plain';
    const { Id, AbsoluteTime } = fieldsOf(
      fieldsOf(await this.#chat.sendMessage({ contentType, message: text, clientToken: segmentId })).data,
    );
    const id = textOf(Id);
    if (id !== undefined) this.#ids.set(id, segmentId);
    this.#awaited.delete(text);
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

  #own(): Participant {
    return { id: this.#ownId ?? 'agent', role: 'agent' };
  }

  #take(data: readonly unknown[], delivery: Delivery): void {
    if (this.#isStopped) return;
    let isEnded = false;
    for (const one of data) {
      try {
        const item = chatItemOf(one, this.#ownId);
        if (!item) continue;
        this.#tell(item);
        // A chat that was taken up again tells of its end before that, too.
        if (item.kind !== 'receipt') isEnded = item.kind === 'ended';
      } catch (error) {
        this.#told.rejected(String(error));
      }
    }
    if (isEnded) this.onEnded?.();
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
    }
  }

  /** Hears that the chat is over. */
  onEnded?: () => void;

  #said(given: TranscriptSegment, isOwn: boolean): void {
    const words = given.attachments?.[0]?.name ?? given.text;
    const awaited = isOwn && !this.#ids.has(given.id) ? this.#awaited.get(words) : undefined;
    if (awaited !== undefined) {
      this.#awaited.delete(words);
      this.#ids.set(given.id, awaited);
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
        const url = await inTime(this.#chat.getAttachmentURL({ attachmentId: attachment.id })).catch(() => undefined);
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
    const session = this.#told.records.sessions.get(this.sessionId);
    if (!session || participant.role === 'system') return;
    const known = session.participants.find(({ id }) => id === participant.id);
    if (!known || known.name !== participant.name) this.#note({ type: 'participant.joined', participant });
    const { role, name } = participant;
    if (role === 'customer' && name !== undefined && session.caller?.name !== name)
      this.#note({ type: 'caller.identified', caller: { ...session.caller, name } });
  }

  #writes(typing: readonly string[]): void {
    clearTimeout(this.#typing);
    const before = this.#told.records.sessions.get(this.sessionId)?.typing ?? [];
    if (before.join() !== typing.join()) this.#note({ type: 'typing.changed', typing });
  }

  #note(step: OfSession): void {
    this.#told.note({ sessionId: this.sessionId, ...step });
  }
}

type OfSession = Happening extends infer F
  ? F extends { readonly sessionId: string }
    ? Omit<F, 'sessionId'>
    : never
  : never;
