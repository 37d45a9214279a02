import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing, isOver } from '../../core/rules/session-phase.js';
import type { Known, Subject } from './commands.js';
import type { Leaving, Truth } from './difference.js';
import { differenceOf } from './difference.js';
import type { Ledger } from './ledger.js';
import type { Part } from './participants.js';
import { isCustomer, isThere, participantsOf, partsOf, sessionIdOf } from './participants.js';
import { phaseOf } from './phase.js';
import type { PresenceOfAgent } from './presence.js';
import type { Dict } from './read.js';
import { dict, span, text } from './read.js';
import type { Timers } from './timers.js';
import type { Reading, View } from './view.js';
import { viewOf } from './view.js';

interface SessionsParts {
  readonly ledger: Ledger;
  readonly presence: PresenceOfAgent;
  readonly timers: Timers;
  readonly missedMs: number;
  reading(): Reading;
  /** A session was looked at: what belongs to it besides its record can be fetched. */
  seen(subject: Subject, view: View, conversation: Dict): void;
}

/** Whole conversations, as sessions: what one says now is compared with what was said of it. */
export class Sessions {
  readonly #parts: SessionsParts;
  /** Offers that are gone: whether they were missed is told a moment later. */
  readonly #leaving = new Map<string, { readonly conversation: Dict; readonly cancel: () => void }>();

  constructor(parts: SessionsParts) {
    this.#parts = parts;
  }

  subject(sessionId: string): Subject | undefined {
    const known = this.#known.get(sessionId);
    const record = this.#records.get(sessionId);
    return known && record && { ...known, record };
  }

  /** Conversations in which a call goes on. */
  get calls(): readonly string[] {
    return this.#subjects(({ record }) => isOngoing(record.state) && record.modality === 'audio-video').map(
      ({ conversationId }) => conversationId,
    );
  }

  /** The session of a conversation that goes on. */
  ongoingIn(conversationId: string): Subject | undefined {
    return this.#subjects((own) => own.conversationId === conversationId && isOngoing(own.record.state)).at(-1);
  }

  /** Conversations of which the agent is not done. */
  get open(): readonly string[] {
    return [...new Set(this.#subjects(({ record }) => record.state !== 'ended').map((own) => own.conversationId))];
  }

  heard(conversation: unknown): void {
    this.#parts.ledger.tell(this.#factsOf(conversation, true), 'live');
    this.#look(conversation);
  }

  /** What is true after an outage, of all that is open. `gone`: ids of conversations of which nothing is known any more. */
  caughtUp(conversations: readonly unknown[], gone: readonly string[], connected: readonly SessionEvent[]): void {
    const facts = conversations.flatMap((conversation) => this.#factsOf(conversation, false));
    const ended = gone.flatMap((id) => this.#endOf(id));
    this.#parts.ledger.tell([...facts, ...ended, ...connected], 'replay');
    for (const conversation of conversations) this.#look(conversation);
  }

  /** The agent's status says that what has just gone was not answered. */
  missed(): void {
    for (const [sessionId] of [...this.#leaving]) this.#settle(sessionId, 'missed');
  }

  get #known(): Map<string, Known> {
    return this.#parts.ledger.known;
  }

  get #records(): ReadonlyMap<string, Session> {
    return this.#parts.ledger.records.sessions;
  }

  #subjects(isWanted: (subject: Subject) => boolean): readonly Subject[] {
    return [...this.#known.keys()].flatMap((id) => {
      const subject = this.subject(id);
      return subject && isWanted(subject) ? [subject] : [];
    });
  }

  #factsOf(said: unknown, isLive: boolean, decided?: Leaving): readonly SessionEvent[] {
    const { ledger, reading } = this.#parts;
    try {
      const conversation = dict(said);
      const conversationId = text(conversation.id);
      if (conversationId === undefined || !Array.isArray(conversation.participants)) {
        ledger.audience.reject('a conversation without id or participants');
        return [];
      }
      const by = reading();
      return partsOf(conversation, by.agentId).flatMap((part) =>
        this.#factsOfPart(conversation, conversationId, part, by, isLive, decided),
      );
    } catch (error) {
      ledger.audience.reject(`a conversation could not be read (${String(error)})`);
      return [];
    }
  }

  #factsOfPart(
    conversation: Dict,
    conversationId: string,
    part: Part,
    reading: Reading,
    isLive: boolean,
    decided: Leaving | undefined,
  ): readonly SessionEvent[] {
    const participantId = text(part.participant.id) ?? '';
    const sessionId = sessionIdOf(conversationId, participantId);
    const record = this.#records.get(sessionId);
    const wasConnected = record !== undefined && record.state !== 'offered' && record.state !== 'ended';
    const phase = phaseOf(part, wasConnected);
    if (phase === 'unknown')
      this.#parts.ledger.audience.reject(`state “${String(part.one.state)}” of session ${sessionId} is not known`);
    // In a state that nobody knows it is still in the agent's hands, and stays as it was.
    const state = phase === 'unknown' ? (record?.state ?? 'accepted') : phase;
    if (state === 'none' || (!record && state === 'ended')) return [];
    this.#known.set(sessionId, { conversationId, participantId, part });
    let leaving: Leaving = 'cancelled';
    if (record?.state === 'offered' && isOver(state)) {
      const found = decided ?? this.#leavingOf(sessionId, record, conversation, part, isLive);
      if (found === undefined) {
        this.#wait(sessionId, conversation);
        return [];
      }
      leaving = found;
    }
    this.#leaving.get(sessionId)?.cancel();
    this.#leaving.delete(sessionId);
    const at = Date.now();
    const wish = this.#parts.ledger.wishes.find('session.transfer', sessionId, at);
    const target =
      wish?.type === 'session.transfer' ? (wish.targetServiceId ?? wish.targetUserId ?? wish.targetNumber) : undefined;
    const view = viewOf(conversation, part, reading);
    const truth: Truth = { sessionId, state, conversation, part, view, leaving, target, at };
    return differenceOf(record, truth, isLive);
  }

  /** How an offer ended; undefined where that is told by what comes next. */
  #leavingOf(sessionId: string, record: Session, conversation: Dict, part: Part, isLive: boolean): Leaving | undefined {
    const { ledger, presence, reading } = this.#parts;
    const now = Date.now();
    // Declining makes an agent not responding, too.
    if (ledger.wishes.find('session.decline', sessionId, now)) return 'declined';
    const others = participantsOf(conversation).filter(({ userId }) => userId !== reading().agentId);
    const customers = others.filter(isCustomer);
    if (customers.length > 0 && !customers.some(isThere)) return 'cancelled';
    if (others.some((other) => other.purpose === 'agent' && isThere(other))) return 'taken';
    const lasts = span(part.participant.alertingTimeoutMs);
    const isTimeUp = lasts !== undefined && now - record.since >= lasts;
    if (presence.isNotResponding || isTimeUp) return 'missed';
    return isLive ? undefined : 'cancelled';
  }

  #wait(sessionId: string, conversation: Dict): void {
    this.#leaving.get(sessionId)?.cancel();
    const cancel = this.#parts.timers.after(this.#parts.missedMs, () => {
      this.#settle(sessionId, 'cancelled');
    });
    this.#leaving.set(sessionId, { conversation, cancel });
  }

  #settle(sessionId: string, leaving: Leaving): void {
    const { conversation, cancel } = this.#leaving.get(sessionId) ?? {};
    cancel?.();
    this.#leaving.delete(sessionId);
    if (conversation) this.#parts.ledger.tell(this.#factsOf(conversation, true, leaving), 'live');
  }

  /** A conversation that the platform does not know any more is over. */
  #endOf(conversationId: string): readonly SessionEvent[] {
    const at = Date.now();
    return this.#subjects((own) => own.conversationId === conversationId && own.record.state !== 'ended').map(
      ({ record }) => ({
        type: record.state === 'after-call-work' ? 'after-call-work.finished' : 'session.ended',
        sessionId: record.id,
        at,
      }),
    );
  }

  #look(said: unknown): void {
    const { reading, seen } = this.#parts;
    const conversation = dict(said);
    const conversationId = text(conversation.id);
    if (conversationId === undefined) return;
    const by = reading();
    for (const part of partsOf(conversation, by.agentId)) {
      const subject = this.subject(sessionIdOf(conversationId, text(part.participant.id) ?? ''));
      if (subject) seen(subject, viewOf(conversation, part, by), conversation);
    }
  }
}
