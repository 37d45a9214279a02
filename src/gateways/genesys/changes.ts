import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session, SessionState } from '../../core/model/session.js';
import { isOver } from '../../core/rules/session-phase.js';
import type { Leaving } from './difference.js';
import { differenceOf } from './difference.js';
import type { Place } from './place.js';
import type { Part } from './participants.js';
import { isCustomer, isThere, participantsOf } from './participants.js';
import type { Dict } from './read.js';
import { dict, span } from './read.js';
import type { Truth } from './snapshot.js';

/** How far a communication has come: what it has behind it does not come again. */
const stepOf = (state: SessionState): number =>
  state === 'ended' ? 3 : isOver(state) ? 2 : ['offered', 'accepted'].includes(state) ? 0 : 1;

const communicationOf = ({ sessionId, part }: Truth): string => sessionId + String(part.one.id);

/** What a conversation says now is compared with what was said of it. */
export class Changes {
  readonly #place: Place;
  /** Offers that are gone: whether they were missed is told a moment later. */
  readonly #leaving = new Map<string, { readonly conversation: Dict; readonly cancel: () => void }>();
  /** How far each communication of a session has come. */
  readonly #steps = new Map<string, number>();

  constructor(place: Place) {
    this.#place = place;
  }

  heard(conversation: unknown): void {
    this.#place.ledger.tell(this.#factsOf(conversation, true), 'live');
  }

  /** What is true after an outage, of all that is open. `gone`: ids of conversations of which nothing is known any more. */
  caughtUp(conversations: readonly unknown[], gone: readonly string[]): void {
    const facts = conversations.flatMap((conversation) => this.#factsOf(conversation, false));
    const ended = gone.flatMap((id) => this.#overIn(id));
    this.#place.ledger.tell([...facts, ...ended, this.#place.presenceNow], 'replay');
  }

  /** The agent's status says that what has just gone was not answered. */
  missed(): void {
    for (const sessionId of this.#leaving.keys()) this.#settle(sessionId, 'missed');
  }

  #factsOf(conversation: unknown, isLive: boolean, decided?: Leaving): readonly SessionEvent[] {
    const there = new Set<string>();
    const facts = this.#place.sessions.factsOf(conversation, (truth, record) => {
      there.add(truth.sessionId);
      return isLive && !decided && this.#isPast(truth) ? [] : this.#changeOf(truth, record, isLive, decided);
    });
    // What was waited with may be older than what is there now.
    return facts && !decided ? [...facts, ...this.#overIn(dict(conversation).id, there)] : (facts ?? []);
  }

  /** Whether more was said already: events come late, or once more, and carry no number. */
  #isPast(truth: Truth): boolean {
    return stepOf(truth.state) < (this.#steps.get(communicationOf(truth)) ?? 0);
  }

  #changeOf(
    truth: Truth,
    record: Session | undefined,
    isLive: boolean,
    decided: Leaving | undefined,
  ): readonly SessionEvent[] {
    const { sessionId, conversation, part, at } = truth;
    this.#steps.set(communicationOf(truth), stepOf(truth.state));
    let leaving: Leaving = 'cancelled';
    if (record?.state === 'offered' && isOver(truth.state)) {
      const found = decided ?? this.#leavingOf(sessionId, record, conversation, part, isLive);
      if (found === undefined) {
        this.#wait(sessionId, conversation);
        return [];
      }
      leaving = found;
    }
    this.#leaving.get(sessionId)?.cancel();
    this.#leaving.delete(sessionId);
    const wish = this.#place.ledger.wishes?.find('session.transfer', sessionId, at);
    const target =
      wish?.type === 'session.transfer' ? (wish.targetServiceId ?? wish.targetUserId ?? wish.targetNumber) : undefined;
    return differenceOf(record, { ...truth, leaving, target }, isLive);
  }

  /** How an offer ended; undefined where that is told by what comes next. */
  #leavingOf(sessionId: string, record: Session, conversation: Dict, part: Part, isLive: boolean): Leaving | undefined {
    const { ledger, presence, reading } = this.#place;
    const now = Date.now();
    // Declining makes an agent not responding, too.
    if (ledger.wishes?.find('session.decline', sessionId, now)) return 'declined';
    const others = participantsOf(conversation).filter(({ userId }) => userId !== reading.agentId);
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
    const cancel = this.#place.timers.after(this.#place.missedMs, () => {
      this.#settle(sessionId, 'cancelled');
    });
    this.#leaving.set(sessionId, { conversation, cancel });
  }

  #settle(sessionId: string, leaving: Leaving): void {
    const { conversation, cancel } = this.#leaving.get(sessionId) ?? {};
    cancel?.();
    this.#leaving.delete(sessionId);
    if (conversation) this.#place.ledger.tell(this.#factsOf(conversation, true, leaving), 'live');
  }

  /**
   * A conversation that the platform does not know any more is over. Of one that it knows it always says the whole: of what
   * is not `there` nothing is the agent's, or not yet. History stays.
   */
  #overIn(conversationId: unknown, there?: ReadonlySet<string>): readonly SessionEvent[] {
    const at = Date.now();
    return this.#place.sessions.unfinished.flatMap(({ conversationId: own, record: { id: sessionId, state } }) => {
      if (own !== conversationId || there?.has(sessionId)) return [];
      const type = state === 'after-call-work' ? 'after-call-work.finished' : 'session.ended';
      return [{ type: there ? 'session.removed' : type, sessionId, at }];
    });
  }
}
