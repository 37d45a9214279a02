import type { SessionEvent } from '../../core/events/session-event.js';
import type { MessageDelivery } from '../../core/model/messaging.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { unreadAfter } from '../../core/rules/unread.js';
import type { Delivery } from '../../core/ports/gateway.js';
import { dict, list, number, own, present, text } from './read.js';
import { Refused } from './requests.js';
import type { Mention } from './mentions.js';

interface Messenger {
  readonly threads: () => Threads;
  /** The whole of a message; rejects where it cannot be had. */
  read(conversationId: string, messageId: string): Promise<unknown>;
  /** A time of the platform by the machine's clock. */
  timeOf(value: unknown): number | undefined;
  tell(facts: readonly SessionEvent[], delivery: Delivery): void;
  rejected(reason: string): void;
}

export type Threads = Map<string, Thread>;

/** What is known of the messages of one session. */
interface Thread {
  /** Ids of the platform, and of ours where the agent has written it here. */
  readonly known: Map<string, string>;
  readonly waiting: Mention[];
  isReading: boolean;
  /** How many messages of the agent have no id yet: what is heard of such meanwhile may be one of them. */
  sending: number;
  last: readonly Mention[];
}

const DELIVERY: Readonly<Record<string, MessageDelivery>> = {
  queued: 'sent',
  sent: 'sent',
  published: 'sent',
  received: 'delivered',
  'delivery-success': 'delivered',
  read: 'read',
  'delivery-failed': 'failed',
  failed: 'failed',
};

const deliveryOf = (status: string | undefined): MessageDelivery | undefined =>
  own(DELIVERY, status?.toLowerCase()) ?? status;

/** Events say that there is a message, not what it says: each is read by itself, one after the other. */
export class Messages {
  readonly #messenger: Messenger;
  #lane: Promise<void> = Promise.resolve();

  constructor(messenger: Messenger) {
    this.#messenger = messenger;
  }

  /** The messages that a conversation has now. What it has at first sight was written before. */
  heard(sessionId: string, conversationId: string, mentions: readonly Mention[]): void {
    const isFirst = !this.#threads.has(sessionId);
    const thread = this.#threadOf(sessionId);
    thread.last = mentions;
    for (const mention of mentions) {
      const segmentId = thread.known.get(mention.id);
      if (segmentId !== undefined) this.#delivered(sessionId, segmentId, mention);
      else if (mention.by.role === 'agent' && thread.sending > 0) continue;
      else {
        thread.known.set(mention.id, mention.id);
        thread.waiting.push(mention);
      }
    }
    if (thread.isReading || thread.waiting.length === 0) return;
    thread.isReading = true;
    this.#lane = this.#lane.then(() => this.#readAll(sessionId, conversationId, thread, isFirst));
  }

  /** Notes that a message of the agent is on its way. Answers with what to call when it has its id, or has none. */
  sending(sessionId: string, conversationId: string): (messageId: string | undefined, segmentId: string) => void {
    const thread = this.#threadOf(sessionId);
    thread.sending += 1;
    return (messageId, segmentId) => {
      thread.sending -= 1;
      if (messageId !== undefined) thread.known.set(messageId, segmentId);
      this.heard(sessionId, conversationId, thread.last);
    };
  }

  get #threads(): Threads {
    return this.#messenger.threads();
  }

  #threadOf(sessionId: string): Thread {
    let thread = this.#threads.get(sessionId);
    if (!thread) {
      thread = { known: new Map(), waiting: [], isReading: false, sending: 0, last: [] };
      this.#threads.set(sessionId, thread);
    }
    return thread;
  }

  #delivered(sessionId: string, segmentId: string, { by, status }: Mention): void {
    const delivery = by.role === 'agent' ? deliveryOf(status) : undefined;
    if (delivery === undefined) return;
    this.#messenger.tell(
      [{ type: 'message.delivery-changed', sessionId, segmentId, delivery, at: Date.now() }],
      'live',
    );
  }

  async #readAll(sessionId: string, conversationId: string, thread: Thread, isFirst: boolean): Promise<void> {
    const segments: TranscriptSegment[] = [];
    for (let next = thread.waiting.shift(); next; next = thread.waiting.shift()) {
      const segment = await this.#read(conversationId, next, thread);
      // Its session may be gone by now.
      if (this.#threads.get(sessionId) !== thread) return;
      if (segment && isFirst) segments.push(segment);
      else if (segment) this.#tell(sessionId, [segment], 'live');
    }
    thread.isReading = false;
    if (segments.length > 0) this.#tell(sessionId, segments, 'replay');
  }

  #tell(sessionId: string, segments: readonly TranscriptSegment[], delivery: Delivery): void {
    const at = Date.now();
    const said = { type: 'transcript.appended', sessionId, segments, at } as const;
    const answer = segments.findLast(({ speaker }) => speaker.role === 'agent');
    // What the agent has answered was read.
    const read =
      delivery === 'replay' && answer
        ? [{ type: 'messages.read', sessionId, unread: unreadAfter(segments, answer.id), at } as const]
        : [];
    this.#messenger.tell([said, ...read], delivery);
  }

  async #read(conversationId: string, mention: Mention, thread: Thread): Promise<TranscriptSegment | undefined> {
    try {
      const message = dict(await this.#messenger.read(conversationId, mention.id));
      const at = this.#messenger.timeOf(message.timestamp ?? mention.time);
      const attachments = list(message.media).flatMap(({ id, name, url, mediaType, contentLengthBytes }, index) => {
        const address = text(url);
        const key = text(id) ?? `${mention.id}/${String(index)}`;
        return address === undefined
          ? []
          : [
              {
                id: key,
                name: text(name) ?? key,
                url: address,
                ...present({ mediaType: text(mediaType), size: number(contentLengthBytes) }),
              },
            ];
      });
      return {
        id: mention.id,
        speaker: mention.by,
        text: text(message.textBody) ?? text(dict(message.normalizedMessage).text) ?? '',
        isFinal: true,
        ...present({ at, delivery: mention.by.role === 'agent' ? deliveryOf(mention.status) : undefined }),
        ...(attachments.length > 0 && { attachments }),
      };
    } catch (error) {
      // Without an answer it is asked for again with the next that is heard of the conversation.
      if (error instanceof Refused && error.status === 0) thread.known.delete(mention.id);
      this.#messenger.rejected(`message ${mention.id} could not be read (${String(error)})`);
      return undefined;
    }
  }
}
