import type { Configuration } from '../../core/configuration/configuration.js';
import type { ParsedConfiguration } from '../../core/configuration/parse-configuration.js';
import type { LaterChats } from './later-chats.js';
import type { ContactWatch } from './contact-watch.js';
import { withLimits } from './limits.js';
import { presenceSeen } from './presence.js';
import type { ConnectPresences } from './presence.js';
import { askedOf, fieldsOf, isSame, textOf } from './reading.js';
import type { Connect, ConnectAgent } from './sdk.js';
import { unsubscribed } from './sdk.js';
import type { Told } from './told.js';
import type { Wishes } from '../platform/wishes.js';

interface Parts {
  readonly connect: Connect;
  /** The agent where the host has one; otherwise `connect.agent` is asked. */
  readonly given: ConnectAgent | undefined;
  readonly parsed: ParsedConfiguration;
  readonly presences: ConnectPresences;
  readonly told: Told;
  readonly wishes: Wishes;
  readonly watch: () => ContactWatch;
  readonly chats: LaterChats;
}

/**
 * The words of Streams by which a sign-in is over: where it asks for contacts and is refused, it asks no more, and says one of
 * these alone.
 */
const SIGNED_OUT = [
  'auth_fail',
  'terminated',
  'cti_authorize_retries_exhausted',
  'authorize_retries_exhausted',
  'ack_timeout',
];

/** Listens to the SDK while somebody listens here. */
export class Connection {
  readonly #parts: Parts;
  #agent: ConnectAgent | undefined;
  #ofCore: readonly unknown[] = [];
  #ofAgent: readonly unknown[] = [];
  /** What is caught up on happened while nobody was told. */
  #isCatchingUp = false;
  #identity = '';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Who is signed in. */
  get agent(): ConnectAgent | undefined {
    return this.#agent;
  }

  begin(): void {
    const { connect, given, told, chats } = this.#parts;
    chats.load();
    // Whether a socket is back was said to nobody.
    if (told.status !== 'signed-out') told.connection('connecting');
    const bus = connect.core.getEventBus();
    const endsBy = (word: string, ...ending: Parameters<Told['connection']>): unknown =>
      bus.subscribe(
        word,
        this.#guarded(() => {
          this.#isCatchingUp = true;
          told.connection(...ending);
        }),
      );
    const use = this.#guarded((agent: ConnectAgent) => {
      this.#use(agent);
    });
    this.#ofCore = [
      ...SIGNED_OUT.map((word) => endsBy(word, 'signed-out')),
      endsBy('access_denied', 'signed-out', 'not-an-agent'),
      // Its frame cannot be loaded.
      endsBy('iframe_retries_exhausted', 'offline'),
      connect.agent(use),
    ];
    if (given && !this.#agent) use(given);
  }

  end(): void {
    for (const subscription of [...this.#ofCore, ...this.#ofAgent]) unsubscribed(subscription);
    this.#ofCore = [];
    this.#ofAgent = [];
    this.#agent = undefined;
    this.#parts.chats.loaded?.endAll();
  }

  /** Somebody has signed in, for the first time or again: what was heard of an agent before is heard no more. */
  #use(agent: ConnectAgent): void {
    for (const subscription of this.#ofAgent) unsubscribed(subscription);
    this.#agent = agent;
    const { told } = this.#parts;
    const refreshed = this.#guarded(() => {
      try {
        this.#look();
      } finally {
        // Contacts are told to who is signed in; a lost socket says itself when it is back.
        if (told.status !== 'reconnecting') {
          this.#isCatchingUp = false;
          told.connection('live');
        }
      }
    });
    this.#ofAgent = [
      agent.onRefresh(refreshed),
      agent.onWebSocketConnectionLost(
        this.#guarded(() => {
          this.#isCatchingUp = true;
          if (told.status === 'live') told.connection('reconnecting');
        }),
      ),
      agent.onWebSocketConnectionGained(
        this.#guarded(() => {
          if (told.status === 'reconnecting') told.connection('live');
          this.#look();
        }),
      ),
    ];
    this.#isCatchingUp = true;
    this.#look();
    this.#isCatchingUp = false;
    if (told.status === 'connecting') told.connection('live');
  }

  /** Says what has changed, whether an event told of it or not. */
  readonly lookAgain = this.#guarded(() => {
    this.#look();
  });

  #look(): void {
    const { told, watch } = this.#parts;
    const agent = this.#agent;
    if (!agent) return;
    this.#introduce(agent);
    try {
      watch().look(agent);
      this.#presence(agent);
    } finally {
      told.flush(this.#isCatchingUp ? 'replay' : 'live');
    }
  }

  /** Who works here, with which limits: said when it is known, and when it is otherwise. */
  #introduce(agent: ConnectAgent): void {
    const { told, parsed } = this.#parts;
    const { username, name } = fieldsOf(askedOf(() => agent.getConfiguration()));
    const id = textOf(username) ?? textOf(name);
    if (id === undefined) throw new Error('an agent without a name');
    const concurrency = askedOf(() => agent.getChannelConcurrency());
    const identity = JSON.stringify([id, name, concurrency]);
    if (identity === this.#identity) return;
    this.#identity = identity;
    const at = told.now();
    const limited = (configuration: Configuration): Configuration =>
      withLimits(configuration, { id, name: textOf(name) ?? id }, concurrency);
    told.begin(
      id,
      parsed.ok
        ? { type: 'configuration.loaded', configuration: limited(parsed.configuration), at }
        : { type: 'configuration.rejected', problems: parsed.problems, at },
    );
  }

  #presence(agent: ConnectAgent): void {
    const { told, wishes, presences } = this.#parts;
    const userId = told.agentId ?? '';
    const seen = presenceSeen(agent, presences, told.now());
    const before = told.records.users.get(userId)?.presence;
    if (!seen || isSame(Object.entries(seen).sort(), Object.entries(before ?? {}).sort())) return;
    const { since, ...presence } = seen;
    const fact = { type: 'presence.changed', userId, ...presence, at: since } as const;
    for (const explained of wishes.explain([fact], told.now())) told.note(explained);
  }

  /** Nothing is thrown into the SDK: it would swallow it. */
  #guarded<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
    return (...given) => {
      try {
        act(...given);
      } catch (error) {
        this.#parts.told.rejected(String(error));
      }
    };
  }
}
