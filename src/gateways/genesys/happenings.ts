import type { SessionEvent } from '../../core/events/session-event.js';
import { isOngoing } from '../../core/rules/session-phase.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { Changes } from './changes.js';
import type { PlatformClock } from './clock.js';
import { Codes } from './codes.js';
import type { Ledger } from './ledger.js';
import { mentionsIn } from './mentions.js';
import { Messages } from './messages.js';
import { partsOf, sessionIdOf } from './participants.js';
import type { GenesysConversationsApi } from './platform-client.js';
import type { PresenceOfAgent } from './presence.js';
import type { Dict } from './read.js';
import { dict, text } from './read.js';
import { Refused } from './requests.js';
import type { Sessions } from './sessions.js';
import type { Settings } from './settings.js';
import type { Subject } from './subject.js';
import type { Timers } from './timers.js';
import { transcribedIn } from './topics.js';
import type { Reading, View } from './view.js';
import { agentOf, viewOf } from './view.js';

/** The workspace in which things happen. */
export interface Place {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly clock: PlatformClock;
  readonly presence: PresenceOfAgent;
  readonly settings: Settings;
  readonly timers: Timers;
  readonly missedMs: number;
  readonly configuration: unknown;
  readonly conversations: GenesysConversationsApi;
  readonly reading: Reading;
  readonly isOver: boolean;
  /** Asks the platform, at the pace that it wants. */
  ask(call: () => Promise<unknown>): Promise<unknown>;
  /** The same for what helps, but is not needed: undefined where it cannot be had. */
  tried(what: string, call: () => Promise<unknown>): Promise<unknown>;
  rejected(reason: string): void;
  readonly presenceNow: SessionEvent;
  tellConfiguration(): void;
}

/** What happens after the first sight of the conversations, and what is read of them one by one. Loaded behind it. */
export class Happenings {
  readonly changes: Changes;
  readonly messages: Messages;
  readonly #place: Place;
  readonly #codes: Codes;
  readonly #asked = new Set<string>();

  constructor(place: Place) {
    const { ledger, settings, conversations } = place;
    this.#place = place;
    this.#codes = new Codes(place.configuration);
    settings.refine = (document) => this.#codes.into(document);
    ledger.take(transcriptStep);
    this.changes = new Changes({ ...place, reading: () => place.reading });
    this.messages = new Messages({
      threads: () => ledger.threads,
      read: (conversationId, messageId) =>
        place.ask(() => conversations.getConversationsMessageMessage(conversationId, messageId)),
      timeOf: (value) => place.clock.timeOf(value, Date.now()),
      tell: (facts, delivery) => {
        if (!place.isOver) ledger.tell(facts, delivery);
      },
      rejected: place.rejected,
    });
  }

  /** Asks for what is open and not among these conversations, which are all there are now. Answers with what tells the changes. */
  async catchUp(conversations: readonly Dict[]): Promise<() => void> {
    const { sessions, conversations: api, ask } = this.#place;
    const all = [...conversations];
    const there = new Set(all.map(({ id }) => id));
    const gone: string[] = [];
    for (const id of sessions.open) {
      if (there.has(id)) continue;
      try {
        const own = dict(await ask(() => api.getConversation(id)));
        if (own.id === id) all.push(own);
        else gone.push(id);
      } catch (error) {
        // Without an answer nobody knows; what is refused for good is no conversation of this agent's any more.
        if (!(error instanceof Refused) || ![400, 403, 404, 410].includes(error.status)) throw error;
        gone.push(id);
      }
    }
    return () => {
      this.changes.caughtUp(all, gone, [this.#place.presenceNow]);
      for (const conversation of all) this.look(conversation);
    };
  }

  /** Something was subscribed to and has happened. */
  heard(topic: string, body: unknown): void {
    const { ledger, presence, rejected } = this.#place;
    const conversationId = transcribedIn(topic);
    if (conversationId !== undefined) this.#said(conversationId, body);
    else if (topic.endsWith('.conversations')) {
      this.changes.heard(body);
      this.look(body);
    } else if (topic.endsWith('.presence')) {
      presence.chosen(dict(body).presenceDefinition);
      ledger.tell([this.#place.presenceNow], 'live');
    } else if (topic.endsWith('.routingStatus')) {
      presence.routed(dict(body).routingStatus);
      if (presence.isNotResponding) this.changes.missed();
      ledger.tell([this.#place.presenceNow], 'live');
    } else rejected(`nothing is known of the topic ${topic}`);
  }

  /** Fetches what belongs to the sessions of a conversation besides their records. */
  look(said: unknown): void {
    const { reading, sessions } = this.#place;
    const conversation = dict(said);
    const conversationId = text(conversation.id);
    if (conversationId === undefined) return;
    for (const part of partsOf(conversation, reading.agentId)) {
      const subject = sessions.subject(sessionIdOf(conversationId, text(part.participant.id) ?? ''));
      if (subject) this.#seen(subject, viewOf(conversation, part, reading), conversation);
    }
  }

  #said(conversationId: string, body: unknown): void {
    const { sessions, ledger, reading, rejected } = this.#place;
    const subject = sessions.ongoingIn(conversationId);
    if (!subject) return;
    const customer = subject.record.participants.find(({ role }) => role === 'customer');
    const speakers = { customer: customer ?? ({ id: 'customer', role: 'customer' } as const), agent: agentOf(reading) };
    // Who has no calls need not know how they are read.
    import('./transcription.js').then(({ transcriptIn }) => {
      if (!this.#place.isOver) ledger.tell(transcriptIn(subject.record.id, body, speakers), 'live');
    }, rejected);
  }

  #seen({ record, conversationId, participantId, part }: Subject, view: View, conversation: Dict): void {
    if (part.media === 'messages' && isOngoing(record.state))
      this.messages.heard(record.id, conversationId, mentionsIn(conversation, this.#place.reading));
    const key = `${record.serviceId}\n${view.queueId ?? ''}`;
    if (this.#asked.has(key) || !this.#codes.areWantedBy(record.serviceId)) return;
    this.#asked.add(key);
    void this.#readCodes(record.serviceId, conversationId, participantId);
  }

  async #readCodes(serviceId: string, conversationId: string, participantId: string): Promise<void> {
    const { conversations, tried } = this.#place;
    const codes = await tried('wrap-up codes', () =>
      conversations.getConversationParticipantWrapupcodes(conversationId, participantId),
    );
    if (this.#place.isOver || codes === undefined) return;
    this.#codes.add(serviceId, codes);
    this.#place.tellConfiguration();
  }
}
