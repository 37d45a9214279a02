import type { ConnectionStatus, SessionEvent } from '../../core/events/session-event.js';
import { pauseBefore } from '../platform/pause-before.js';
import { PlatformClock } from './clock.js';
import type { Happenings } from './happenings.js';
import type { Place } from './place.js';
import type { Ledger } from './ledger.js';
import { Link } from './link.js';
import type { GenesysOptionsRead } from './options.js';
import { PresenceOfAgent } from './presence.js';
import type { Dict } from './read.js';
import { dict, list, text } from './read.js';
import { Refused, Requests, isFinal } from './requests.js';
import { Sessions } from './sessions.js';
import { Settings } from './settings.js';
import { Timers } from './timers.js';
import type { GenesysTimings } from './timings.js';
import { TIMINGS } from './timings.js';
import { transcriptionTopicOf } from './topics.js';
import type { Reading } from './view.js';

/** One run of the gateway: from the first receiver that connects to the last that leaves. */
export class GenesysWorkspace implements Place {
  readonly ledger: Ledger;
  readonly clock = new PlatformClock();
  readonly presence = new PresenceOfAgent();
  readonly requests: Requests;
  readonly sessions: Sessions;
  readonly settings: Settings;
  readonly timers = new Timers();
  readonly missedMs: number;
  readonly conversations;
  isOver = false;
  readonly #options: GenesysOptionsRead;
  readonly #link: Link;
  readonly #timings: GenesysTimings;
  readonly #unwatch: () => void;
  #me: Dict | undefined;
  /** What was seen at first and not looked at since. */
  #unseen: readonly Dict[] = [];
  #happenings: Promise<Happenings> | undefined;
  #begin: () => void = () => undefined;
  /** Resolves when it is known what is true, or that it cannot be known at present. */
  readonly begun = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });

  constructor(options: GenesysOptionsRead, ledger: Ledger) {
    const { platformClient } = options;
    const timings = (this.#timings = { ...TIMINGS, ...options.timings });
    this.#options = options;
    this.ledger = ledger;
    this.missedMs = timings.missedMs;
    this.settings = new Settings(options);
    this.requests = new Requests(this.timers, () => {
      this.#signedOut();
    });
    this.#unwatch = this.requests.watch(platformClient.ApiClient.instance);
    this.conversations = new platformClient.ConversationsApi();
    this.sessions = new Sessions(ledger, this.clock, () => this.reading);
    this.#link = new Link({
      api: new platformClient.NotificationsApi(),
      requests: this.requests,
      clock: this.clock,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      timings,
      prepare: () => this.#prepare(),
      tried: this.tried,
      topics: (isAll) => [
        ...['conversations', 'presence', 'routingStatus'].map((kind) => `v2.users.${this.agentId}.${kind}`),
        ...new Set(isAll ? this.sessions.calls.map(transcriptionTopicOf) : []),
      ],
      catchUp: () => this.#catchUp(),
      listen: async () => {
        const happenings = await this.happenings();
        if (!this.isOver) ledger.connection('live');
        const unseen = this.#unseen;
        this.#unseen = [];
        for (const conversation of unseen) happenings.look(conversation);
        return (topic, body) => {
          happenings.heard(topic, body);
          void this.#link.refresh();
        };
      },
      rejected: this.rejected,
      lost: () => {
        if (!this.isOver) ledger.connection(statusWhenLost());
        this.#begin();
      },
    });
    void this.#link.run();
  }

  get agentId(): string {
    return text(this.#me?.id) ?? '';
  }

  get configuration(): unknown {
    return this.#options.configuration;
  }

  get reading(): Reading {
    return {
      agentId: this.agentId,
      agentName: text(this.#me?.name),
      serviceOf: (queueId) => this.settings.serviceOf(queueId),
      words: this.#options.words,
    };
  }

  /** What is done about what happens: loaded when the first conversations have been shown. Where that fails, it is said and tried again. */
  happenings(): Promise<Happenings> {
    this.#happenings ??= import('./happenings.js')
      .then(({ Happenings }) => new Happenings(this))
      .catch((error: unknown) => {
        this.#happenings = undefined;
        this.rejected(`a part of the gateway to Genesys Cloud could not be loaded (${String(error)})`);
        throw new Refused(0, undefined);
      });
    return this.#happenings;
  }

  /** Ends everything that is under way; the ledger stays as it is. */
  end(): void {
    this.isOver = true;
    this.#begin();
    this.requests.end();
    this.#link.end();
    this.timers.clear();
    this.#unwatch();
  }

  readonly ask = async (call: () => Promise<unknown>): Promise<unknown> => {
    const body = await this.requests.ask(call);
    if (!body) throw new Refused(0, 'an empty answer');
    return body;
  };

  readonly tried = async (
    what: string,
    call: () => Promise<unknown>,
    use?: (answer: unknown) => void,
    tries = 0,
  ): Promise<void> => {
    try {
      const answer = await this.ask(call);
      if (this.isOver || !use) return;
      use(answer);
      // It is part of what a page is told of the agent.
      if (this.ledger.isOf(this.agentId))
        this.ledger.tell([this.#configurationAt(Date.now()), this.presenceNow], 'replay');
    } catch (error) {
      this.rejected(`${what}: ${String(error)}`);
      if (!this.isOver && !isFinal(error)) this.again(tries, () => void this.tried(what, call, use, tries + 1));
    }
  };

  readonly again = (tries: number, act: () => void): (() => void) =>
    this.timers.after(pauseBefore(tries, this.#timings.firstRetryMs, this.#timings.mostRetryMs), act);

  readonly rejected = (reason: string): void => {
    if (!this.isOver) this.ledger.audience.reject(reason);
  };

  #signedOut(): void {
    if (this.isOver) return;
    this.end();
    this.ledger.connection('signed-out');
    this.#options.onSignedOut?.();
  }

  async #prepare(): Promise<void> {
    const { UsersApi, RoutingApi, PresenceApi } = this.#options.platformClient;
    const me = dict(await this.ask(() => new UsersApi().getUsersMe({ expand: ['presence', 'routingStatus'] })));
    if (text(me.id) === undefined) throw new Error();
    const isKnown = me.id === this.#me?.id;
    this.#me = me;
    this.presence.chosen(dict(me.presence).presenceDefinition);
    this.presence.routed(me.routingStatus);
    if (isKnown) return;
    await Promise.all([
      this.tried(
        'utilization',
        () => new RoutingApi().getRoutingUserUtilization(this.agentId),
        (limits) => {
          this.settings.limit(limits);
        },
      ),
      this.tried(
        'presences',
        () => new PresenceApi().getPresencedefinitions(),
        (definitions) => {
          this.presence.learn(definitions);
        },
      ),
    ]);
  }

  /** Reads what is true. What was told of before is compared with it. */
  async #catchUp(): Promise<() => void> {
    const { entities } = dict(await this.ask(() => this.conversations.getConversations()));
    const all = list(entities);
    const tell = this.ledger.isOf(this.agentId) ? await (await this.happenings()).catchUp(all) : undefined;
    return () => {
      if (tell) tell();
      else this.#see(all);
      this.ledger.introduce();
      this.#begin();
    };
  }

  /** The first sight of the conversations of an agent. */
  #see(conversations: readonly Dict[]): void {
    const { agentId, ledger } = this;
    const at = Date.now();
    ledger.begin(agentId);
    const facts = this.sessions.firstSightOf(conversations);
    ledger.tell([...facts, this.#configurationAt(at), this.presenceNow], 'replay');
    this.#unseen = conversations;
  }

  get presenceNow(): SessionEvent {
    return { type: 'presence.changed', userId: this.agentId, at: Date.now(), ...this.presence.now };
  }

  #configurationAt(at: number): SessionEvent {
    return this.settings.fact(this.agentId, text(this.#me?.name), at);
  }
}

const statusWhenLost = (): ConnectionStatus =>
  (globalThis.navigator as Partial<Navigator> | undefined)?.onLine === false ? 'offline' : 'reconnecting';
