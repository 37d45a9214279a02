import type { ConnectionStatus, SessionEvent } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import { FACT_KINDS } from '../../core/state/fact-kinds.js';
import { factsOfRecords } from '../../core/state/facts-of-records.js';
import type { TranscriptStep } from '../../core/state/transcript-step.js';
import { StateTables } from '../../core/store/state-tables.js';
import { Audience } from './audience.js';
import type { Listener } from './audience.js';
import type { Known } from './subject.js';
import type { Threads } from './threads.js';
import type { Wishes } from '../platform/wishes.js';

const sessionIdOf = (fact: SessionEvent): string | undefined =>
  fact.type === 'session.snapshot' ? fact.session.id : 'sessionId' in fact ? fact.sessionId : undefined;

/** What has been said so far, by the reducers that receivers use: whoever comes later is told the same. */
export class Ledger {
  readonly audience = new Audience();
  /** What was asked for: only those who give commands know. */
  wishes: Wishes | undefined;
  /** How the platform knows the sessions, by our ids. */
  known = new Map<string, Known>();
  threads: Threads = new Map();
  #isNews = false;
  #step: TranscriptStep | undefined;
  #records = this.#empty();
  #lastAt = new Map<string, number>();
  #agentId: string | undefined;
  #configuration: SessionEvent | undefined;
  #connection: Extract<SessionEvent, { type: 'connection.changed' }> | undefined;

  get records(): StateTables {
    return this.#records;
  }

  /** What is written and spoken is told from now on, too. */
  take(transcriptStep: TranscriptStep): void {
    this.#step = this.#records.transcriptStep = transcriptStep;
  }

  isOf(agentId: string): boolean {
    return this.#agentId === agentId;
  }

  /** Begins anew, for this agent: everybody has to be told. */
  begin(agentId: string): void {
    const connection = this.#connection;
    this.forget();
    this.audience.unsettle();
    this.#agentId = agentId;
    this.#connection = connection;
  }

  forget(): void {
    this.known = new Map();
    this.threads = new Map();
    this.#records = this.#empty();
    this.#lastAt = new Map();
    this.#agentId = this.#configuration = this.#connection = undefined;
  }

  /** Hands on what is news of it, as one batch. */
  tell(facts: readonly SessionEvent[], delivery: Delivery): void {
    const news = facts.map((fact) => this.#inOrder(fact)).filter((fact) => this.#apply(fact));
    if (news.length > 0) this.audience.tell(this.wishes?.explain(news, Date.now()) ?? news, delivery);
  }

  /** To those who know nothing yet, what is true now. */
  introduce(): void {
    if (this.#agentId !== undefined) this.audience.introduce(() => this.#truth());
  }

  connection(status: ConnectionStatus): void {
    if (this.#connection?.status === status) return;
    this.#connection = { type: 'connection.changed', status, at: Date.now() };
    // To who waits for what is true, that comes first.
    this.audience.announce([this.#connection], status !== 'live');
  }

  /** A receiver that comes later hears how the platform is reached, if nothing else. */
  welcome(receiver: GatewayReceiver): Listener {
    const listener = this.audience.add(receiver);
    if (this.#agentId !== undefined && this.#configuration) this.introduce();
    else if (this.#connection) receiver.facts([this.#connection], 'replay');
    return listener;
  }

  #apply(fact: SessionEvent): boolean {
    if (fact.type === 'configuration.loaded' || fact.type === 'configuration.rejected') this.#configuration = fact;
    // Of a session that is not there nothing is said.
    if (FACT_KINDS.get(fact.type) === 'transcript' && !this.#records.sessions.has(sessionIdOf(fact) ?? ''))
      return false;
    this.#isNews = false;
    this.#records.apply(fact);
    return this.#isNews;
  }

  #empty(): StateTables {
    return new StateTables(() => {
      this.#isNews = true;
    }, this.#step);
  }

  /** Times of one session never go back, whoever's clock they are by. */
  #inOrder(fact: SessionEvent): SessionEvent {
    const id = sessionIdOf(fact);
    if (id === undefined) return fact;
    const at = Math.max(fact.at, this.#lastAt.get(id) ?? 0);
    this.#lastAt.set(id, at);
    return at === fact.at ? fact : { ...fact, at };
  }

  #truth(): readonly SessionEvent[] {
    const at = Date.now();
    return [
      { type: 'workspace.reset', agentId: this.#agentId ?? '', at },
      ...(this.#configuration ? [this.#configuration] : []),
      ...factsOfRecords(this.#records, at),
      ...(this.#connection ? [this.#connection] : []),
    ];
  }
}
