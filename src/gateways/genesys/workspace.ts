import type { ConnectionStatus, SessionEvent } from '../../core/events/session-event.js';
import type { Subject } from './commands.js';
import type { GenesysGatewayOptions } from './options.js';
import type { Ledger } from './ledger.js';
import { Link } from './link.js';
import { Messages } from './messages.js';
import { PresenceOfAgent } from './presence.js';
import type { Dict } from './read.js';
import { dict, list, text } from './read.js';
import { Refused, Requests } from './requests.js';
import { Sessions } from './sessions.js';
import { Settings } from './settings.js';
import { TIMINGS } from './timings.js';
import { Timers } from './timers.js';
import { segmentsIn, transcribedIn, transcriptFact, transcriptionTopicOf } from './transcription.js';
import type { Reading, View } from './view.js';
import { agentOf, mentionsIn } from './view.js';
import type { GenesysWords } from './words.js';
import { isOngoing } from '../../core/rules/session-phase.js';

/** One run of the gateway: from the first receiver that connects to the last that leaves. */
export class GenesysWorkspace {
  readonly presence = new PresenceOfAgent();
  readonly requests: Requests;
  readonly sessions: Sessions;
  readonly messages: Messages;
  readonly #options: GenesysGatewayOptions;
  readonly #words: GenesysWords;
  readonly #ledger: Ledger;
  readonly #settings: Settings;
  readonly #timers = new Timers();
  readonly #apis;
  readonly #link: Link;
  readonly #unwatch: () => void;
  readonly #asked = new Set<string>();
  #me: Dict | undefined;
  #begin: () => void = () => undefined;
  /** Resolves when it is known what is true, or that it cannot be known at present. */
  readonly begun = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });
  #isOver = false;

  constructor(options: GenesysGatewayOptions, words: GenesysWords, ledger: Ledger) {
    const { platformClient } = options;
    const timings = { ...TIMINGS, ...options.timings };
    this.#options = options;
    this.#words = words;
    this.#ledger = ledger;
    this.#settings = new Settings(options);
    this.requests = new Requests(this.#timers, () => {
      this.#signedOut();
    });
    this.#unwatch = this.requests.watch(platformClient.ApiClient.instance);
    this.#apis = {
      conversations: new platformClient.ConversationsApi(),
      presence: new platformClient.PresenceApi(),
      routing: new platformClient.RoutingApi(),
      users: new platformClient.UsersApi(),
    };
    this.sessions = new Sessions({
      ledger,
      presence: this.presence,
      timers: this.#timers,
      missedMs: timings.missedMs,
      reading: () => this.reading,
      seen: (subject, view, conversation) => {
        this.#seen(subject, view, conversation);
      },
    });
    this.messages = new Messages({
      threads: () => ledger.threads,
      read: (conversationId, messageId) =>
        this.requests.ask(() => this.#apis.conversations.getConversationsMessageMessage(conversationId, messageId)),
      tell: (facts, delivery) => {
        if (!this.#isOver) ledger.tell(facts, delivery);
      },
      rejected: this.#rejected,
    });
    this.#link = new Link({
      api: new platformClient.NotificationsApi(),
      requests: this.requests,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      timings,
      prepare: () => this.#prepare(),
      topics: () => this.#topics,
      catchUp: () => this.#catchUp(),
      heard: (topic, body) => {
        this.#heard(topic, body);
      },
      rejected: this.#rejected,
      lost: () => {
        if (!this.#isOver) ledger.connection(statusWhenLost());
        this.#begin();
      },
    });
    void this.#link.run();
  }

  get agentId(): string {
    return text(this.#me?.id) ?? '';
  }

  get reading(): Reading {
    return {
      agentId: this.agentId,
      agentName: text(this.#me?.name),
      serviceOf: (queueId) => this.#settings.serviceOf(queueId),
      words: this.#words,
    };
  }

  /** Ends everything that is under way; the ledger stays as it is. */
  end(): void {
    this.#isOver = true;
    this.#begin();
    this.requests.end();
    this.#link.end();
    this.#timers.clear();
    this.#unwatch();
  }

  readonly #rejected = (reason: string): void => {
    if (!this.#isOver) this.#ledger.audience.reject(reason);
  };

  #signedOut(): void {
    if (this.#isOver) return;
    this.end();
    this.#ledger.connection('signed-out');
    this.#options.onSignedOut?.();
  }

  get #topics(): readonly string[] {
    const own = ['conversations', 'presence', 'routingStatus'].map((kind) => `v2.users.${this.agentId}.${kind}`);
    return [...own, ...new Set(this.sessions.calls.map(transcriptionTopicOf))];
  }

  async #prepare(): Promise<void> {
    const { users, routing, presence } = this.#apis;
    const isFirst = this.#me === undefined;
    const me = dict(await this.requests.ask(() => users.getUsersMe({ expand: ['presence', 'routingStatus'] })));
    if (text(me.id) === undefined) throw new Error('The platform does not say who works here.');
    this.#me = me;
    this.presence.chosen(dict(me.presence).presenceDefinition);
    this.presence.routed(me.routingStatus);
    if (!isFirst) return;
    const [limits, definitions] = await Promise.all([
      this.#tried('utilization', () => routing.getRoutingUserUtilization(this.agentId)),
      this.#tried('presences', () => presence.getPresencedefinitions()),
    ]);
    this.#settings.limit(limits);
    this.presence.learn(definitions);
  }

  /** What helps, but is not needed. */
  async #tried(what: string, call: () => Promise<unknown>): Promise<unknown> {
    try {
      return await this.requests.ask(call);
    } catch (error) {
      this.#rejected(`${what} cannot be read (${String(error)})`);
      return undefined;
    }
  }

  async #catchUp(): Promise<() => void> {
    const { conversations } = this.#apis;
    const answer = dict(await this.requests.ask(() => conversations.getConversations()));
    const all = [...list(answer.entities)];
    const there = new Set(all.map(({ id }) => id));
    const gone: string[] = [];
    for (const id of this.sessions.open) {
      if (there.has(id)) continue;
      try {
        const own = await this.requests.ask(() => conversations.getConversation(id));
        if (dict(own).id === id) all.push(dict(own));
        else gone.push(id);
      } catch (error) {
        // Without an answer nobody knows; what is refused is no conversation of this agent's any more.
        if (!(error instanceof Refused) || error.status === 0) throw error;
        gone.push(id);
      }
    }
    return () => {
      this.#take(all, gone);
    };
  }

  #take(conversations: readonly Dict[], gone: readonly string[]): void {
    const at = Date.now();
    const { agentId } = this;
    const isFirst = !this.#ledger.isOf(agentId);
    if (isFirst) this.#ledger.begin(agentId);
    const facts: SessionEvent[] = isFirst ? [this.#configurationAt(at)] : [];
    this.sessions.caughtUp(conversations, gone, [...facts, this.#presenceAt(at)]);
    this.#ledger.connection('live');
    this.#ledger.introduce();
    this.#begin();
  }

  #heard(topic: string, body: unknown): void {
    const conversationId = transcribedIn(topic);
    if (conversationId !== undefined) this.#said(conversationId, body);
    else if (topic.endsWith('.conversations')) this.sessions.heard(body);
    else if (topic.endsWith('.presence')) {
      this.presence.chosen(dict(body).presenceDefinition);
      this.#tellPresence();
    } else if (topic.endsWith('.routingStatus')) {
      this.presence.routed(dict(body).routingStatus);
      if (this.presence.isNotResponding) this.sessions.missed();
      this.#tellPresence();
    } else this.#rejected(`nothing is known of the topic ${topic}`);
    this.#link.refresh();
  }

  #tellPresence(): void {
    this.#ledger.tell([this.#presenceAt(Date.now())], 'live');
  }

  #presenceAt(at: number): SessionEvent {
    return { type: 'presence.changed', userId: this.agentId, at, ...this.presence.now };
  }

  #configurationAt(at: number): SessionEvent {
    return this.#settings.fact(this.agentId, text(this.#me?.name), at);
  }

  #said(conversationId: string, body: unknown): void {
    const subject = this.sessions.ongoingIn(conversationId);
    if (!subject) return;
    const customer = subject.record.participants.find(({ role }) => role === 'customer');
    const segments = segmentsIn(body, {
      customer: customer ?? { id: 'customer', role: 'customer' },
      agent: agentOf(this.reading),
    });
    if (segments.length > 0) this.#ledger.tell([transcriptFact(subject.record.id, segments, Date.now())], 'live');
  }

  #seen({ record, conversationId, participantId, part }: Subject, view: View, conversation: Dict): void {
    if (part.media === 'messages' && isOngoing(record.state))
      this.messages.heard(record.id, conversationId, mentionsIn(conversation, this.reading));
    const key = `${record.serviceId}\n${view.queueId ?? ''}`;
    if (this.#asked.has(key) || !this.#settings.wantsCodes(record.serviceId)) return;
    this.#asked.add(key);
    void this.#readCodes(record.serviceId, conversationId, participantId);
  }

  async #readCodes(serviceId: string, conversationId: string, participantId: string): Promise<void> {
    const { conversations } = this.#apis;
    const codes = await this.#tried('wrap-up codes', () =>
      conversations.getConversationParticipantWrapupcodes(conversationId, participantId),
    );
    if (this.#isOver || codes === undefined) return;
    this.#settings.addCodes(serviceId, codes);
    this.#ledger.tell([this.#configurationAt(Date.now())], 'replay');
  }
}

const statusWhenLost = (): ConnectionStatus =>
  (globalThis.navigator as Partial<Navigator> | undefined)?.onLine === false ? 'offline' : 'reconnecting';
