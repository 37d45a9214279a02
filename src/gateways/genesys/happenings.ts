import { isOngoing } from '../../core/rules/session-phase.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { Changes } from './changes.js';
import { Codes } from './codes.js';
import { mentionsIn } from './mentions.js';
import { Messages } from './messages.js';
import { partsOf, sessionIdOf } from './participants.js';
import type { Dict } from './read.js';
import { dict, text } from './read.js';
import { isFinal } from './requests.js';
import type { Place } from './place.js';
import type { Subject } from './subject.js';
import { transcribedIn } from './topics.js';
import { agentOf } from './view.js';

/** What happens after the first sight of the conversations, and what is read of them one by one. Loaded behind it. */
export class Happenings {
  readonly changes: Changes;
  readonly messages: Messages;
  readonly #place: Place;
  readonly #codes: Codes;
  readonly #asked = new Set<string>();

  constructor(place: Place) {
    const { ledger, settings } = place;
    this.#place = place;
    this.#codes = new Codes(place.configuration);
    settings.refine = (document) => this.#codes.into(document);
    ledger.take(transcriptStep);
    this.changes = new Changes(place);
    this.messages = new Messages(place);
  }

  /** Asks for what is open and not among these conversations, which are all there are now. Answers with what tells the changes. */
  async catchUp(conversations: readonly Dict[]): Promise<() => void> {
    const { sessions } = this.#place;
    const all = [...conversations];
    const there = new Set(all.map(({ id }) => id));
    const gone: string[] = [];
    for (const id of sessions.open) {
      if (there.has(id)) continue;
      const { own } = await this.#read(id);
      if (own) all.push(own);
      else gone.push(id);
    }
    return () => {
      this.changes.caughtUp(all, gone);
      for (const conversation of all) this.look(conversation);
    };
  }

  /** What is shown of a conversation may not be so. */
  reread(id: string): void {
    void this.#place.tried('conversation', async () => {
      const { own } = await this.#read(id);
      if (this.#place.isOver) return this;
      if (own) this.heard('.conversations', own);
      else this.changes.caughtUp([], [id]);
      return this;
    });
  }

  /** Something was subscribed to and has happened. */
  heard(topic: string, body: unknown): void {
    const { ledger, presence, rejected } = this.#place;
    const conversationId = transcribedIn(topic);
    if (conversationId !== undefined) this.#said(conversationId, body);
    else if (topic.endsWith('.conversations')) {
      this.changes.heard(body);
      this.look(body);
    } else {
      if (topic.endsWith('.presence')) presence.chosen(dict(body).presenceDefinition);
      else if (topic.endsWith('.routingStatus')) {
        presence.routed(dict(body).routingStatus);
        if (presence.isNotResponding) this.changes.missed();
      } else rejected(`unknown topic ${topic}`);
      ledger.tell([this.#place.presenceNow], 'live');
    }
  }

  /** Fetches what belongs to the sessions of a conversation besides their records. */
  look(said: unknown): void {
    const { reading, sessions } = this.#place;
    const conversation = dict(said);
    const conversationId = text(conversation.id);
    if (conversationId === undefined) return;
    for (const { participant } of partsOf(conversation, reading.agentId)) {
      const subject = sessions.subject(sessionIdOf(conversationId, text(participant.id) ?? ''));
      if (subject) this.#seen(subject, conversation);
    }
  }

  /** Without one: it is no conversation of this agent's any more. */
  async #read(id: string): Promise<{ readonly own?: Dict }> {
    const { conversations, ask } = this.#place;
    try {
      const own = dict(await ask(() => conversations.getConversation(id)));
      return own.id === id ? { own } : {};
    } catch (error) {
      // Without an answer nobody knows.
      if (!isFinal(error)) throw error;
      return {};
    }
  }

  #said(conversationId: string, body: unknown): void {
    const { sessions, ledger, reading, rejected } = this.#place;
    const subject = sessions.ongoingIn(conversationId);
    if (!subject) return;
    const role = 'customer';
    const customer = subject.record.participants.find((one) => one.role === role) ?? ({ id: role, role } as const);
    const speakers = { customer, agent: agentOf(reading) };
    // Who has no calls need not know how they are read.
    import('./transcription.js').then(({ transcriptIn }) => {
      if (!this.#place.isOver) ledger.tell(transcriptIn(subject.record.id, body, speakers), 'live');
    }, rejected);
  }

  #seen({ record, conversationId, participantId, part }: Subject, conversation: Dict): void {
    if (part.media === 'messages' && isOngoing(record.state))
      this.messages.heard(record.id, conversationId, mentionsIn(conversation, this.#place.reading));
    const key = `${record.serviceId}\n${String(part.participant.queueId)}`;
    if (this.#asked.has(key) || !this.#codes.areWantedBy(record.serviceId)) return;
    this.#asked.add(key);
    const { conversations, tried } = this.#place;
    void tried(
      'codes',
      () => conversations.getConversationParticipantWrapupcodes(conversationId, participantId),
      (codes) => {
        this.#codes.add(record.serviceId, codes);
      },
    );
  }
}
