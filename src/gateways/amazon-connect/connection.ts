import type { Configuration } from '../../core/configuration/configuration.js';
import type { ParsedConfiguration } from '../../core/configuration/parse-configuration.js';
import type { Delivery } from '../../core/ports/gateway.js';
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
    this.#ofCore = [
      connect.core.onAuthFail(
        this.#guarded(() => {
          told.connection('signed-out');
        }),
      ),
      connect.agent((agent) => {
        this.#guarded(() => {
          this.#use(agent);
        })();
      }),
    ];
    if (given && !this.#agent) this.#guarded(() => this.#use(given))();
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
    this.#isCatchingUp = false;
    const refreshed = this.#guarded(() => {
      this.#look('live');
    });
    this.#ofAgent = [
      agent.onRefresh(refreshed),
      agent.onWebSocketConnectionLost(
        this.#guarded(() => {
          this.#isCatchingUp = true;
          this.#parts.told.connection('reconnecting');
        }),
      ),
      agent.onWebSocketConnectionGained(
        this.#guarded(() => {
          this.#parts.chats.loaded?.retry();
          this.#parts.told.connection('live');
          this.#look('replay');
        }),
      ),
    ];
    this.#look('replay');
  }

  /** Says what has changed, whether an event told of it or not. */
  lookAgain(): void {
    this.#guarded(() => {
      this.#look('live');
    })();
  }

  #look(delivery: Delivery): void {
    const { told, watch } = this.#parts;
    const agent = this.#agent;
    if (!agent) return;
    this.#introduce(agent);
    try {
      watch().look(agent);
      this.#presence(agent);
    } finally {
      const isCaughtUp = delivery === 'live' && this.#isCatchingUp;
      if (told.status !== 'reconnecting' && delivery === 'live') this.#isCatchingUp = false;
      told.flush(isCaughtUp ? 'replay' : delivery);
      // A snapshot comes to who is signed in; a lost socket says itself when it is back.
      if (told.status === 'connecting' || told.status === 'signed-out') told.connection('live');
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
  #guarded(act: () => void): () => void {
    return () => {
      try {
        act();
      } catch (error) {
        this.#parts.told.rejected(String(error));
      }
    };
  }
}
