import type { SessionEvent } from '../../core/events/session-event.js';
import type { Delivery } from '../../core/ports/gateway.js';
import type { Messaging } from '../../core/model/messaging.js';
import type { TwilioConversation, TwilioMessage, TwilioMessagePage, TwilioParticipant } from './conversations.js';
import type { Desk } from './desk.js';
import { Listeners } from './listeners.js';
import { messageFacts, removalFacts, segmentIdOf, segmentOf } from './messages.js';
import type { Own } from './messages.js';

const PAGE = 100;
/** What is older than this many pages is not read. */
const MOST_PAGES = 20;

/** The conversation of a session. */
export class Chat {
  readonly conversation: TwilioConversation;
  readonly #desk: Desk;
  readonly #sessionId: string;
  readonly #own: Own;
  readonly #closed: string;
  readonly #listeners: Listeners;
  readonly #messages = new Map<string, TwilioMessage>();
  readonly #readBy = new Map<string, number>();
  #isOpen = true;

  constructor(desk: Desk, sessionId: string, conversation: TwilioConversation, own: Own, closed: string) {
    this.conversation = conversation;
    this.#desk = desk;
    this.#sessionId = sessionId;
    this.#own = own;
    this.#closed = closed;
    this.#listeners = new Listeners(desk.reject);
    const hear = (event: string, act: (told: never) => void): void => {
      this.#listeners.hear(conversation, event, act);
    };
    hear('messageAdded', (message: TwilioMessage) => {
      this.#say(this.#factsOf([message]), 'live');
    });
    hear('messageUpdated', ({ message }: { readonly message: TwilioMessage }) => {
      this.#say(this.#factsOf([message]), 'live');
    });
    hear('messageRemoved', (message: TwilioMessage) => {
      this.#messages.delete(message.sid);
      // Of the others nothing is known where they are still being read.
      const gone = segmentIdOf(message, this.#own);
      this.#say(
        this.#removals((id) => id !== gone),
        'live',
      );
    });
    hear('participantUpdated', ({ participant }: { readonly participant: TwilioParticipant }) => {
      this.#read(participant);
      this.#say(this.#factsOf([...this.#messages.values()]), 'live');
    });
    hear('typingStarted', (participant: TwilioParticipant) => {
      this.#type(participant, true);
    });
    hear('typingEnded', (participant: TwilioParticipant) => {
      this.#type(participant, false);
    });
    hear('updated', () => {
      this.#say(this.#messaging(), 'live');
    });
  }

  close(): void {
    this.#isOpen = false;
    this.#listeners.clear();
  }

  /** Reads all of it and says what is not known yet, as nothing that happens now. */
  async load(): Promise<void> {
    for (const participant of await this.conversation.getParticipants()) this.#read(participant);
    const found: TwilioMessage[] = [];
    let page: TwilioMessagePage | undefined = await this.conversation.getMessages(PAGE);
    for (let pages = 1; page; pages += 1) {
      found.unshift(...page.items);
      page = page.hasPrevPage && pages < MOST_PAGES ? await page.prevPage() : undefined;
    }
    if (!this.#isOpen) return;
    this.#forget(found);
    const facts = this.#factsOf(found);
    const ids = new Set([...this.#messages.values()].map((message) => segmentIdOf(message, this.#own)));
    this.#say([...this.#messaging(), ...facts, ...this.#removals((id) => ids.has(id))], 'replay');
    const { lastReadMessageIndex } = this.conversation;
    const unread = found.filter(
      ({ author, index }) =>
        author !== this.#own.identity && author !== 'system' && index > (lastReadMessageIndex ?? -1),
    ).length;
    if (facts.length > 0) this.#say([{ type: 'messages.read', unread, ...this.#about() }], 'replay');
  }

  /** The index of the message that a segment is. */
  indexOf(segmentId: string): number | undefined {
    for (const message of this.#messages.values())
      if (segmentIdOf(message, this.#own) === segmentId) return message.index;
    return undefined;
  }

  /** What is there no more, of the stretch that was read; what came meanwhile stands behind it. */
  #forget(found: readonly TwilioMessage[]): void {
    const sids = new Set(found.map(({ sid }) => sid));
    const [first, last] = [found[0]?.index ?? 0, found.at(-1)?.index ?? -1];
    for (const { sid, index } of this.#messages.values())
      if (index >= first && index <= last && !sids.has(sid)) this.#messages.delete(sid);
  }

  #about(): { readonly sessionId: string; readonly at: number } {
    return { sessionId: this.#sessionId, at: this.#desk.now() };
  }

  #say(facts: readonly SessionEvent[], delivery: Delivery): void {
    if (facts.length > 0) this.#desk.say(facts, delivery);
  }

  #factsOf(messages: readonly TwilioMessage[]): readonly SessionEvent[] {
    const segments = messages.flatMap((message) => {
      try {
        const segment = segmentOf(message, this.#own, this.#readBy);
        this.#messages.set(message.sid, message);
        return [segment];
      } catch (error) {
        this.#desk.reject(`a message could not be read: ${String(error)}`);
        return [];
      }
    });
    const { sessionId, at } = this.#about();
    return messageFacts(sessionId, segments, this.#desk.records.transcripts.get(sessionId), at);
  }

  #removals(isThere: (segmentId: string) => boolean): readonly SessionEvent[] {
    const { sessionId, at } = this.#about();
    return removalFacts(sessionId, isThere, this.#desk.records.transcripts.get(sessionId), at);
  }

  #read({ identity, sid, lastReadMessageIndex }: TwilioParticipant): void {
    if (identity !== this.#own.identity && typeof lastReadMessageIndex === 'number')
      this.#readBy.set(identity ?? sid, lastReadMessageIndex);
  }

  #type({ identity, sid }: TwilioParticipant, isTyping: boolean): void {
    if (identity === this.#own.identity) return;
    const id = identity ?? sid;
    const others = (this.#desk.records.sessions.get(this.#sessionId)?.typing ?? []).filter((other) => other !== id);
    this.#say([{ type: 'typing.changed', typing: isTyping ? [...others, id] : others, ...this.#about() }], 'live');
  }

  #messaging(): readonly SessionEvent[] {
    const isClosed = this.conversation.state?.current === 'closed';
    const messaging: Messaging = isClosed ? { closedReason: this.#closed } : { takesTyping: true };
    const known = this.#desk.records.sessions.get(this.#sessionId)?.messaging;
    return JSON.stringify(known) === JSON.stringify(messaging)
      ? []
      : [{ type: 'messaging.changed', messaging, ...this.#about() }];
  }
}
