import type { SessionEvent } from '../../core/events/session-event.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { unreadAfter } from '../../core/rules/unread.js';
import type { Dict } from './read.js';
import { dict, list, number, present, text } from './read.js';
import type { Place } from './place.js';
import type { Thread } from './threads.js';
import type { Mention } from './mentions.js';

/** How many are read at once. */
const MOST = 100;
/** What cannot be read by then is asked for again with the next that is heard. */
const TRIES = 20;

/** Events say that there are messages, not what they say: those of a session are read together, session by session. */
export class Messages {
  readonly #place: Place;
  readonly #reading = new Set<Thread>();
  #lane: Promise<void> = Promise.resolve();

  constructor(place: Place) {
    this.#place = place;
  }

  /** The messages that a conversation has now. What it has at first sight was written before. */
  heard(sessionId: string, conversationId: string, mentions: readonly Mention[]): void {
    const thread = this.#threadOf(sessionId);
    // An event that comes late has less.
    if (mentions.length >= thread.last.length) thread.last = mentions;
    for (const { id, delivery } of mentions) {
      const segmentId = thread.known.get(id);
      if (segmentId !== undefined && delivery !== undefined)
        this.#place.ledger.tell(
          [{ type: 'message.delivery-changed', sessionId, segmentId, delivery, at: Date.now() }],
          'live',
        );
    }
    this.#look(sessionId, conversationId, thread);
  }

  /** Notes that a message of the agent is on its way. Answers with what to call when it has its id, or has none. */
  sending(
    sessionId: string,
    conversationId: string,
  ): (messageId: string | undefined, segmentId: string, textBody: string) => void {
    const thread = this.#threadOf(sessionId);
    thread.sending += 1;
    return (messageId, segmentId, textBody) => {
      thread.sending -= 1;
      thread.unanswered.delete(textBody);
      if (messageId === undefined) thread.unanswered.set(textBody, segmentId);
      else thread.known.set(messageId, segmentId);
      this.heard(sessionId, conversationId, thread.last);
    };
  }

  #threadOf(sessionId: string): Thread {
    let thread = this.#place.ledger.threads.get(sessionId);
    if (!thread) {
      thread = { known: new Map(), unanswered: new Map(), isFirst: true, sending: 0, last: [] };
      this.#place.ledger.threads.set(sessionId, thread);
    }
    return thread;
  }

  /** Reads what is there and not known, after so many tries that came to nothing. */
  #look(sessionId: string, conversationId: string, thread: Thread, tries = 0): void {
    const { ledger, ask, conversations, rejected, again } = this.#place;
    if (this.#reading.has(thread)) return;
    thread.cancel?.();
    const wanted = thread.last
      .filter(({ id, by }) => !thread.known.has(id) && (by.role !== 'agent' || thread.sending === 0))
      .slice(0, MOST);
    thread.isFirst &&= wanted.length > 0;
    if (wanted.length === 0) return;
    this.#reading.add(thread);
    const body = wanted.map(({ id }) => id);
    this.#lane = this.#lane.then(async () => {
      let found: readonly Dict[] = [];
      try {
        const answer = await ask(() => conversations.postConversationsMessageMessagesBulk(conversationId, { body }));
        found = list(dict(answer).entities);
      } catch (error) {
        rejected(`messages: ${String(error)}`);
      }
      this.#reading.delete(thread);
      // Its session may be gone by now.
      if (this.#place.isOver || ledger.threads.get(sessionId) !== thread) return;
      const segments = wanted.flatMap((mention) =>
        found.filter(({ id }) => id === mention.id).map((message) => this.#segmentOf(mention, message, thread)),
      );
      const isHad = segments.length > 0;
      if (isHad) ledger.tell(toldOf(sessionId, segments, thread.isFirst), thread.isFirst ? 'replay' : 'live');
      const next = (): void => {
        this.#look(sessionId, conversationId, thread, isHad ? 0 : tries + 1);
      };
      // What has come meanwhile is read at once, what could not be had from time to time.
      if (isHad) next();
      else if (tries < TRIES) thread.cancel = again(tries, next);
    }, rejected);
  }

  #segmentOf(mention: Mention, message: Dict, { known, unanswered }: Thread): TranscriptSegment {
    const said = dict(message.normalizedMessage);
    const words = text(said.text) ?? '';
    // What was sent without an answer is what is there now.
    const segmentId = (mention.by.role === 'agent' && unanswered.get(words)) || mention.id;
    unanswered.delete(words);
    known.set(mention.id, segmentId);
    const at = this.#place.clock.timeOf(message.timestamp ?? mention.time, Date.now());
    const attachments = list(said.content).flatMap(({ attachment }, index) => {
      const { id, filename, url, mime, contentSizeBytes } = dict(attachment);
      const address = text(url);
      const key = text(id) ?? `${mention.id}/${String(index)}`;
      const known = present({ mediaType: text(mime), size: number(contentSizeBytes) });
      return address === undefined ? [] : [{ id: key, name: text(filename) ?? key, url: address, ...known }];
    });
    return {
      id: segmentId,
      speaker: mention.by,
      text: words,
      isFinal: true,
      ...present({ at, delivery: mention.delivery }),
      ...(attachments.length > 0 && { attachments }),
    };
  }
}

function toldOf(sessionId: string, segments: readonly TranscriptSegment[], isFirst: boolean): readonly SessionEvent[] {
  const at = Date.now();
  const answer = segments.findLast(({ speaker }) => speaker.role === 'agent');
  return [
    { type: 'transcript.appended', sessionId, segments, at },
    // What the agent has answered was read.
    ...(isFirst && answer
      ? [{ type: 'messages.read', sessionId, unread: unreadAfter(segments, answer.id), at } as const]
      : []),
  ];
}
