import type { Offer, SessionFact } from '../../core/events/session-event.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import type { LaterChats } from './later-chats.js';
import { detailsOf, isAt, isDead, recordOf, stepsOf } from './differences.js';
import { impedimentsTo } from './impediments.js';
import { askedOf, isSame, textOf } from './reading.js';
import type { ConnectAgent, ConnectContact } from './sdk.js';
import { seenContact } from './seen-contact.js';
import type { SeenContact } from './seen-contact.js';
import type { ConnectServices } from './services.js';
import type { Told } from './told.js';
import type { Wishes } from '../platform/wishes.js';
import type { FirstWords } from './words.js';

interface Parts {
  readonly told: Told;
  readonly wishes: Wishes;
  readonly chats: LaterChats;
  readonly services: ConnectServices;
  readonly words: FirstWords;
  /** Whether `amazon-connect-taskjs` is there. */
  readonly hasTaskSession: () => boolean;
}

const ignored = { success: (): void => undefined, failure: (): void => undefined };

/** Compares what the platform lists with what was said, and says the difference. */
export class ContactWatch {
  readonly #parts: Parts;
  /** What the platform lists. */
  #listed: ReadonlyMap<string, SeenContact> = new Map();
  /** Contacts that could not be read, by their ids: nothing is concluded from them. */
  #unread: ReadonlySet<string> = new Set();
  /** Contacts of which nothing is left to do, and which the platform was asked to take away. */
  readonly #cleared = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  contactOf(sessionId: string): ConnectContact | undefined {
    return this.#listed.get(sessionId)?.contact;
  }

  /** Takes in what is true now; whoever asks says it. */
  look(agent: ConnectAgent): void {
    const { told } = this.#parts;
    const before = this.#listed;
    const { seen, unread, isWhole } = this.#read(agent.getContacts());
    this.#listed = seen;
    this.#unread = unread;
    for (const one of seen.values()) this.#compare(one, before.get(one.id));
    for (const { id, state } of [...told.records.sessions.values()]) {
      // What is already history is not expected to be listed.
      if (state !== 'ended' && isWhole && !seen.has(id) && !unread.has(id)) this.#gone(id);
    }
    for (const id of [...this.#cleared]) if (isWhole && !seen.has(id) && !unread.has(id)) this.#cleared.delete(id);
  }

  #read(contacts: readonly ConnectContact[]): {
    readonly seen: ReadonlyMap<string, SeenContact>;
    readonly unread: ReadonlySet<string>;
    readonly isWhole: boolean;
  } {
    const { told, services } = this.#parts;
    const seen = new Map<string, SeenContact>();
    const unread = new Set<string>();
    let isWhole = true;
    for (const contact of contacts) {
      try {
        const one = seenContact(contact, services);
        seen.set(one.id, one);
      } catch (error) {
        const id = textOf(askedOf(() => contact.getContactId()));
        if (id === undefined) isWhole = false;
        else unread.add(id);
        // The platform tells it with each snapshot, until it is over.
        if (id === undefined || !this.#unread.has(id)) told.rejected(String(error));
      }
    }
    return { seen, unread, isWhole };
  }

  #compare(seen: SeenContact, last: SeenContact | undefined): void {
    const { told, wishes } = this.#parts;
    const { id, phase, word } = seen;
    if (phase === 'strange' && last?.word !== word) told.rejected(`a contact in an unknown state: ${word}`);
    const session = told.records.sessions.get(id);
    if (!session || (isOver(session.state) && (!isDead(phase) || (session.state === 'ended' && !last))))
      this.#introduce(seen);
    else {
      const isDeclined = wishes.find('session.decline', id, told.now()) !== undefined;
      for (const step of stepsOf(session, phase, seen.at ?? told.now(), isDeclined)) this.#note(step, seen.at);
      const now = told.records.sessions.get(id);
      if (now && !isOver(now.state))
        for (const step of detailsOf(now, this.#offerOf(seen), told.now())) this.#note(step);
      this.#settle(seen);
    }
    this.#follow(seen);
  }

  /** A contact that is met, or met again under its id: after a miss the platform offers it once more. */
  #introduce(seen: SeenContact): void {
    const { told } = this.#parts;
    const offer = this.#offerOf(seen);
    if (seen.phase === 'offered') {
      told.note({ type: 'session.forgotten', sessionId: seen.id });
      told.note({ type: 'session.offered', sessionId: seen.id, offer, at: seen.at });
      return;
    }
    const session = recordOf({ ...seen, offer }, seen.at ?? told.now());
    if (!session) return;
    told.note({ type: 'session.forgotten', sessionId: seen.id });
    told.note({ type: 'session.snapshot', session, at: seen.at });
  }

  /** Where the steps do not lead to what is, such as with a state that is not known here, the record itself is said. */
  #settle(seen: SeenContact): void {
    const { told } = this.#parts;
    const session = told.records.sessions.get(seen.id);
    if (!session || isAt(session, seen)) return;
    const record = recordOf(seen, seen.at ?? told.now());
    if (record)
      told.note({ type: 'session.snapshot', session: { ...session, state: record.state, since: record.since } });
  }

  /** What is done about a contact as it is now. */
  #follow({ id, type, phase, contact }: SeenContact): void {
    const { told, chats } = this.#parts;
    const state = told.records.sessions.get(id)?.state;
    if (type === 'chat') {
      if (state && isOngoing(state)) chats.loaded?.begin(id, contact);
      else chats.loaded?.end(id);
      const messaging = chats.loaded?.messagingOf(id);
      if (messaging && !isSame(messaging, told.records.sessions.get(id)?.messaging))
        told.note({ type: 'messaging.changed', sessionId: id, messaging });
    }
    // It stays in the list, and in the agent's way, until it is taken out.
    const isDone = (state === undefined || state === 'ended') && isDead(phase);
    if (isDone && told.hasReceivers && !this.#cleared.has(id)) {
      this.#cleared.add(id);
      askedOf(() => {
        contact.clear(ignored);
      });
    }
  }

  #gone(id: string): void {
    const { told, wishes, chats } = this.#parts;
    const session = told.records.sessions.get(id);
    if (!session) return;
    const isDeclined = wishes.find('session.decline', id, told.now()) !== undefined;
    for (const step of stepsOf(session, 'gone', told.now(), isDeclined)) this.#note(step);
    chats.loaded?.end(id);
  }

  #note(step: SessionFact, at?: number): void {
    const { told, wishes } = this.#parts;
    for (const fact of wishes.explain([step], told.now())) told.note({ ...fact, at });
  }

  #offerOf({ id, type, offer }: SeenContact): Offer {
    const { chats, words, hasTaskSession } = this.#parts;
    const session = this.#parts.told.records.sessions.get(id);
    const isWritten = session !== undefined && isOngoing(session.state);
    const chatObstacle = isWritten && type === 'chat' ? chats.obstacleTo(id) : undefined;
    return { ...offer, cannot: impedimentsTo(type, words, { hasTaskSession: hasTaskSession(), chatObstacle }) };
  }
}
