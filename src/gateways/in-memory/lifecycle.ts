import type { Offer } from '../../core/events/session-event.js';
import { NO_NOTES } from '../../core/model/session-notes.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { TaskResult } from '../../core/model/task-result.js';
import type { TransferAim } from '../../core/model/transfer.js';
import { isOver } from '../../core/rules/session-phase.js';
import { afterWorkOf, beginAfterWork } from './after-work.js';
import { causeOf } from './cause-of.js';
import { ContextRecords } from './context-records.js';
import type { Engine, Happening } from './engine.js';
import { LeftSessions } from './left-sessions.js';
import { OpenWork } from './open-work.js';
import { nameOfAim, resultOfAgentsEnd } from './outcome.js';
import { OwnPresence } from './own-presence.js';

/** What the other side does with an outbound call. */
export type DestinationAnswer = 'accepts' | 'declines' | 'does-not-answer';

export interface OfferTerms {
  /** How long it rings, in ms of the backend's tempo. */
  readonly ringMs?: number;
  /** When it was offered, in ms since the epoch, if not now. */
  readonly at?: number;
  /** For outbound tasks. */
  readonly answer?: DestinationAnswer;
}

/**
 * Moves sessions through their lives, by what comes from outside (offers, hang-ups, cancellations) and by what the agent
 * does with them. What takes time is told in two facts; the second one does nothing when the session has gone another way
 * in between, because it then does not fit its state.
 */
export class Lifecycle {
  readonly #engine: Engine;
  readonly #answers = new Map<string, DestinationAnswer>();
  readonly #records: ContextRecords;
  /** Whether the agent is there for work. */
  readonly presence: OwnPresence;
  /** What goes on without an agent. */
  readonly left: LeftSessions;
  /** What waits to be picked. */
  readonly open = new OpenWork();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.left = new LeftSessions(engine);
    this.presence = new OwnPresence(engine);
    this.#records = new ContextRecords(engine);
  }

  /** Offers a task. When nobody accepts it in its ring time it is missed (RONA). */
  offer(
    sessionId: string,
    offer: Omit<Offer, 'expiresAt'>,
    { ringMs = 25_000, answer = 'accepts', at }: OfferTerms = {},
  ): void {
    const { agenda } = this.#engine;
    this.#answers.set(sessionId, answer);
    const expiresAt = agenda.momentIn(ringMs);
    this.#tell({
      type: 'session.offered',
      sessionId,
      offer: { notes: NO_NOTES, ...offer, expiresAt },
      ...(at === undefined ? {} : { at }),
    });
    this.#engine.deadlines.set(sessionId, ringMs, () => {
      this.#turnAway('session.missed', sessionId);
    });
  }

  /** The sessions that engage the agent are others now. */
  engage(ids: readonly string[]): void {
    this.presence.follow(ids);
  }

  /** Ends a session, with after-call work if the rules give it any. Does nothing when it is over already. */
  end(sessionId: string, result: TaskResult | undefined, causedBy?: string): void {
    const session = this.#engine.sessions.get(sessionId);
    if (!session || isOver(session.state)) return;
    this.#engine.deadlines.clear(sessionId);
    const afterCallWork = afterWorkOf(this.#engine, session);
    this.#tell({
      type: 'session.ended',
      sessionId,
      ...(result === undefined ? {} : { result }),
      ...(afterCallWork ? { afterCallWork } : {}),
      ...causeOf(causedBy),
    });
    this.#records.decide(session);
    if (afterCallWork) beginAfterWork(this.#engine, session, afterCallWork, this.finish);
    else this.#records.make(sessionId);
  }

  /** The system accepts it for the agent, who is not asked. Does nothing where it does not ring any more. */
  assign(sessionId: string): void {
    if (this.#engine.sessions.get(sessionId)?.state === 'offered') this.accept(sessionId, undefined, 'assigned');
  }

  /** Somebody else takes it. Does nothing where it does not ring any more. */
  take(sessionId: string): void {
    if (this.#engine.sessions.get(sessionId)?.state === 'offered')
      this.#close(sessionId, { type: 'session.ended', sessionId, offerOutcome: 'taken' });
  }

  accept(sessionId: string, causedBy: string | undefined, offerOutcome?: 'assigned'): void {
    const session = this.#engine.sessions.get(sessionId);
    const { timings, agenda } = this.#engine;
    const cause = causeOf(causedBy);
    this.#engine.deadlines.clear(sessionId);
    this.#tell({ type: 'session.accepted', sessionId, ...cause, ...(offerOutcome && { offerOutcome }) });
    const answer = this.#answers.get(sessionId);
    this.#answers.delete(sessionId);
    agenda.after(session?.modality === 'audio-video' ? timings.connectMs : timings.openMs, () => {
      if (answer === 'declines') this.end(sessionId, 'destination-declined', causedBy);
      else if (answer === 'does-not-answer') this.end(sessionId, 'destination-not-reached', causedBy);
      else this.#tell({ type: 'session.connected', sessionId, ...cause });
    });
  }

  /** Nobody is asked: it is offered and accepted in one. */
  pick(sessionId: string, causedBy: string): void {
    const waiting = this.open.take(sessionId);
    this.#engine.together(() => {
      waiting?.offer();
      this.accept(sessionId, causedBy);
    });
  }

  decline(sessionId: string, causedBy: string): void {
    this.#turnAway('session.declined', sessionId, causedBy);
  }

  /** The agent leaves it, and it goes on. */
  release(sessionId: string, causedBy: string): void {
    this.#engine.deadlines.clear(sessionId);
    this.left.release(sessionId, causedBy);
  }

  #turnAway(type: 'session.missed' | 'session.declined', sessionId: string, causedBy?: string): void {
    const session = this.#close(sessionId, { type, sessionId, ...causeOf(causedBy) });
    if (session) this.presence.turnedAway(session, type === 'session.missed' ? 'missed' : 'declined', causedBy);
  }

  /** An offer is over for this agent. Answers with what it was. */
  #close(sessionId: string, happening: Happening): Session | undefined {
    this.#engine.deadlines.clear(sessionId);
    this.#answers.delete(sessionId);
    const session = this.#engine.sessions.get(sessionId);
    if (!session || !this.#tell(happening)) return undefined;
    this.#records.decide(session);
    this.#records.make(sessionId);
    return session;
  }

  transfer(sessionId: string, aim: TransferAim, causedBy: string): void {
    const { timings, agenda, faults, configuration } = this.#engine;
    const fault = faults.take('transfer', sessionId);
    this.#tell({
      type: 'session.transferring',
      sessionId,
      target: nameOfAim(aim, configuration),
      causedBy,
    });
    agenda.after(timings.transferMs, () => {
      if (this.#engine.sessions.get(sessionId)?.state !== 'transferring') return;
      if (fault) {
        const { reason = 'Nobody there could take it. The session is yours again.' } = fault;
        this.#tell({ type: 'session.transfer-failed', sessionId, reason, causedBy });
      } else this.end(sessionId, 'transferred-by-user', causedBy);
    });
  }

  /** A customer writes in a conversation that was left: who waited for it is offered it again, with all that was said. */
  write(sessionId: string, message: TranscriptSegment, ringMs = 25_000): void {
    if (!this.left.offer(sessionId, message, ringMs)) return;
    this.#engine.deadlines.set(sessionId, ringMs, () => {
      this.#turnAway('session.missed', sessionId);
    });
  }

  endByAgent(sessionId: string, causedBy: string): void {
    const session = this.#engine.sessions.get(sessionId);
    if (session) this.end(sessionId, resultOfAgentsEnd(session), causedBy);
  }

  readonly finish = (sessionId: string, causedBy?: string): void => {
    this.#engine.deadlines.clear(sessionId);
    if (this.#tell({ type: 'after-call-work.finished', sessionId, ...causeOf(causedBy) }))
      this.#records.make(sessionId);
  };

  #tell(happening: Happening): boolean {
    return this.#engine.tell([happening]);
  }
}
