import type { SessionEvent } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import { isOngoing } from '../../core/rules/session-phase.js';
import type { PlatformClock } from './clock.js';
import type { Ledger } from './ledger.js';
import type { Part } from './participants.js';
import { partsOf, sessionIdOf } from './participants.js';
import { phaseOf } from './phase.js';
import type { Dict } from './read.js';
import { dict, text } from './read.js';
import type { Truth } from './snapshot.js';
import { snapshotOf } from './snapshot.js';
import type { Subject } from './subject.js';
import type { Reading } from './view.js';
import { viewOf } from './view.js';

/** Whole conversations, as sessions: each part of the agent is one. */
export class Sessions {
  readonly #ledger: Ledger;
  readonly #reading: () => Reading;
  readonly #clock: PlatformClock;

  constructor(ledger: Ledger, clock: PlatformClock, reading: () => Reading) {
    this.#clock = clock;
    this.#ledger = ledger;
    this.#reading = reading;
  }

  subject(sessionId: string): Subject | undefined {
    const known = this.#ledger.known.get(sessionId);
    const record = this.#ledger.records.sessions.get(sessionId);
    return known && record && { ...known, record };
  }

  /** Conversations in which a call goes on. */
  get calls(): readonly string[] {
    return this.subjects(({ record }) => isOngoing(record.state) && record.modality === 'audio-video').map(
      ({ conversationId }) => conversationId,
    );
  }

  /** The session of a conversation that goes on. */
  ongoingIn(conversationId: string): Subject | undefined {
    return this.subjects((own) => own.conversationId === conversationId && isOngoing(own.record.state)).at(-1);
  }

  /** Conversations of which the agent is not done. */
  get open(): readonly string[] {
    return [...new Set(this.unfinished.map((own) => own.conversationId))];
  }

  get unfinished(): readonly Subject[] {
    return this.subjects(({ record }) => record.state !== 'ended');
  }

  subjects(isWanted: (subject: Subject) => boolean): readonly Subject[] {
    return [...this.#ledger.known.keys()].flatMap((id) => {
      const subject = this.subject(id);
      return subject && isWanted(subject) ? [subject] : [];
    });
  }

  /** What is said of conversations that nobody has heard of yet. */
  firstSightOf(conversations: readonly unknown[]): readonly SessionEvent[] {
    return conversations.flatMap((own) => this.factsOf(own, (truth) => [snapshotOf(truth)]) ?? []);
  }

  /**
   * What a conversation comes to, part by part. Undefined for one that cannot be read: that is told of.
   *
   * @param tell what is said of one part: how it is now, and what was said of it last
   */
  factsOf(
    said: unknown,
    tell: (truth: Truth, record: Session | undefined) => readonly SessionEvent[],
  ): readonly SessionEvent[] | undefined {
    const { audience } = this.#ledger;
    try {
      const conversation = dict(said);
      const conversationId = text(conversation.id);
      if (conversationId === undefined || !Array.isArray(conversation.participants)) {
        audience.reject('a conversation without id or participants');
        return undefined;
      }
      const reading = this.#reading();
      return partsOf(conversation, reading.agentId).flatMap((part) => {
        const truth = this.#truthOf(conversation, conversationId, part, reading);
        return truth ? tell(truth, this.#recordOf(truth.sessionId)) : [];
      });
    } catch (error) {
      audience.reject(`a conversation could not be read (${String(error)})`);
      return undefined;
    }
  }

  #recordOf(sessionId: string): Session | undefined {
    return this.#ledger.records.sessions.get(sessionId);
  }

  /** Undefined for what is none of the agent's yet, and for what was over before anybody heard of it. */
  #truthOf(conversation: Dict, conversationId: string, part: Part, reading: Reading): Truth | undefined {
    const participantId = text(part.participant.id) ?? '';
    const sessionId = sessionIdOf(conversationId, participantId);
    const record = this.#recordOf(sessionId);
    const wasConnected = record !== undefined && record.state !== 'offered' && record.state !== 'ended';
    const phase = phaseOf(part, wasConnected);
    if (phase === 'unknown')
      this.#ledger.audience.reject(`state “${String(part.one.state)}” of session ${sessionId} is not known`);
    // In a state that nobody knows it is still in the agent's hands, and stays as it was.
    const state = phase === 'unknown' ? (record?.state ?? 'accepted') : phase;
    if (state === 'none' || (!record && state === 'ended')) return undefined;
    this.#ledger.known.set(sessionId, { conversationId, participantId, part });
    const view = viewOf(conversation, part, reading);
    return { sessionId, state, conversation, part, view, clock: this.#clock, at: Date.now() };
  }
}
