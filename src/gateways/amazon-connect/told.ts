import type { ConnectionStatus, SessionEvent, SignedOutReason } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import { isOver } from '../../core/rules/session-phase.js';
import { factsOfRecords } from '../../core/state/facts-of-records.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { StateTables } from '../../core/store/state-tables.js';
import { askedOf } from './reading.js';

/** A fact whose time is filled in: that of now, or of the platform, as far as it goes forward within its session. */
export type Happening = SessionEvent extends infer F
  ? F extends SessionEvent
    ? Omit<F, 'at'> & { readonly at?: number | undefined }
    : never
  : never;

/** So many sessions that are over are kept for receivers that come later. */
const KEPT = 200;

const sessionIdOf = (fact: Happening): string | undefined =>
  fact.type === 'session.snapshot' ? fact.session.id : 'sessionId' in fact ? fact.sessionId : undefined;

/** What was said so far, to whom, and what is said next. */
export class Told {
  readonly #tables = new StateTables(() => (this.#changes += 1), transcriptStep);
  #changes = 0;
  readonly #receivers = new Set<GatewayReceiver>();
  /** The time of the platform, in ms since the epoch. */
  readonly now: () => number;
  /** When the last fact of each session was. */
  readonly #last = new Map<string, number>();
  #batch: SessionEvent[] = [];
  #agentId: string | undefined;
  #configuration: SessionEvent | undefined;
  #status: ConnectionStatus = 'connecting';
  #reason: SignedOutReason | undefined;

  constructor(now: () => number) {
    this.now = now;
  }

  get records(): Readonly<Pick<StateTables, 'sessions' | 'transcripts' | 'users'>> {
    return this.#tables;
  }

  get agentId(): string | undefined {
    return this.#agentId;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get hasReceivers(): boolean {
    return this.#receivers.size > 0;
  }

  /** Hands over what is true now. */
  add(receiver: GatewayReceiver): void {
    this.#receivers.add(receiver);
    if (this.#agentId === undefined) this.#hand(receiver, [this.#connection()], 'live');
    else this.#hand(receiver, this.#truth(this.#agentId), 'replay');
  }

  /** Returns whether it was there. */
  remove(receiver: GatewayReceiver): boolean {
    return this.#receivers.delete(receiver);
  }

  /** Somebody works here, by a configuration. Another agent than before is told from the beginning. */
  begin(agentId: string, configuration: SessionEvent): void {
    const isOther = this.#agentId !== agentId;
    this.#agentId = agentId;
    this.#configuration = configuration;
    if (!isOther) {
      this.#deliver([configuration], 'live');
      return;
    }
    this.#batch = [];
    this.#last.clear();
    this.#tables.apply({ type: 'workspace.reset', agentId, at: this.now() });
    this.#deliver(this.#truth(agentId), 'replay');
  }

  /** Takes a fact in, to be said with the next `flush`. What changes nothing is not said. */
  note(happening: Happening): boolean {
    const id = sessionIdOf(happening);
    const now = this.now();
    const last = id === undefined ? 0 : (this.#last.get(id) ?? 0);
    const fact = { ...happening, at: Math.max(last, Math.min(happening.at ?? now, now)) } as SessionEvent;
    const changes = this.#changes;
    // Of a session that is not there nothing is said.
    const isIntroduced = fact.type === 'session.offered' || fact.type === 'session.snapshot';
    if (id === undefined || isIntroduced || this.#tables.sessions.has(id)) this.#tables.apply(fact);
    if (this.#changes === changes) return false;
    if (id !== undefined) this.#last.set(id, fact.at);
    this.#batch.push(fact);
    return true;
  }

  /** Says what was taken in as one change. An offer that rings does so now, whatever else is caught up on. */
  flush(delivery: Delivery): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#forgetOldest();
    const ringing = new Set(batch.flatMap((fact) => (fact.type === 'session.offered' ? [fact.sessionId] : [])));
    const isNow = (fact: SessionEvent): boolean => delivery === 'live' || ringing.has(sessionIdOf(fact) ?? '');
    this.#deliver(
      batch.filter((fact) => !isNow(fact)),
      'replay',
    );
    this.#deliver(batch.filter(isNow), 'live');
  }

  connection(status: ConnectionStatus, reason?: SignedOutReason): void {
    if (status === this.#status && reason === this.#reason) return;
    this.#status = status;
    this.#reason = reason;
    this.#deliver([this.#connection()], 'live');
  }

  rejected(reason: string): void {
    for (const receiver of [...this.#receivers])
      askedOf(() => {
        receiver.rejected(reason);
      });
  }

  #connection(): SessionEvent {
    const reason = this.#reason;
    return { type: 'connection.changed', status: this.#status, ...(reason && { reason }), at: this.now() };
  }

  #truth(agentId: string): readonly SessionEvent[] {
    const at = this.now();
    return [
      { type: 'workspace.reset', agentId, at },
      ...(this.#configuration ? [this.#configuration] : []),
      this.#connection(),
      ...factsOfRecords(this.#tables, at),
    ];
  }

  #forgetOldest(): void {
    const { sessions, transcripts } = this.#tables;
    const over = [...sessions.values()].filter(({ state }) => isOver(state));
    for (const { id } of over.slice(0, Math.max(0, over.length - KEPT))) {
      for (const table of [sessions, transcripts, this.#last]) table.delete(id);
    }
  }

  #deliver(facts: readonly SessionEvent[], delivery: Delivery): void {
    if (facts.length === 0) return;
    for (const receiver of [...this.#receivers])
      if (this.#receivers.has(receiver)) this.#hand(receiver, facts, delivery);
  }

  /** What a receiver throws is its own: it reaches neither the others nor the SDK. */
  #hand(receiver: GatewayReceiver, facts: readonly SessionEvent[], delivery: Delivery): void {
    try {
      receiver.facts(facts, delivery);
    } catch (error) {
      askedOf(() => {
        receiver.rejected(String(error));
      });
    }
  }
}
