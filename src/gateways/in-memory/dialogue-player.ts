import type { Service } from '../../core/configuration/configuration.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Participant } from '../../core/model/participant.js';
import type { SessionState } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { isOver } from '../../core/rules/session-phase.js';
import type { Dialogue, Line } from './dialogue.js';
import type { Happening } from './engine.js';
import type { InMemoryBackend } from './in-memory-backend.js';
import type { OfferTerms } from './lifecycle.js';
import { tellNoSummary, tellSummary } from './summarizer.js';
import type { Beat } from './timeline.js';
import { timelineOf } from './timeline.js';
import { Timetable } from './timetable.js';

/** How a dialogue is put on. */
export interface StagingOptions {
  readonly sessionId: string;
  readonly queuedAt?: number;
  readonly visitorNumber?: number;
  readonly ringMs?: number;
  /** When it was offered, in ms since the epoch, if not now. */
  readonly at?: number;
  /** Who answers a chat while the agent writes nothing; without one it is the agent of the script. */
  readonly standIn?: Participant;
  /** Called when the session is over, in whatever way, with the state it was in before. */
  readonly onOver?: (before: SessionState) => void;
}

/**
 * Offers the task of a dialogue and plays the dialogue while the agent is in it. Parked and held conversations stand
 * still: nobody talks, and transcription is interrupted. A customer may go on writing in a parked chat.
 */
export class DialoguePlayer {
  readonly #backend: InMemoryBackend;
  readonly #dialogue: Dialogue;
  readonly #options: StagingOptions;
  readonly #timetable: Timetable;
  #hasBegun = false;
  #stopWatching: () => void;
  #lastState: SessionState = 'offered';
  /** Whether the agent wrote something since the customer last did: then the script need not answer. */
  #hasAnswered = false;

  constructor(backend: InMemoryBackend, dialogue: Dialogue, options: StagingOptions) {
    this.#backend = backend;
    this.#dialogue = dialogue;
    this.#options = options;
    this.#timetable = new Timetable(backend, dialogue, options.sessionId, {
      play: (beat) => {
        this.#play(beat);
      },
      nudge: () => {
        this.nudge();
      },
      close: () => {
        this.#close();
      },
    });
    this.#stopWatching = backend.watch((fact) => {
      this.#hear(fact);
    });
    this.#offer();
  }

  get sessionId(): string {
    return this.#options.sessionId;
  }

  /** The lines that nobody has begun. */
  get unsaid(): readonly Line[] {
    return this.#dialogue.lines.slice(1 + this.#timetable.line);
  }

  /**
   * Plays the next moments at once, as what was between two moments, in ms since the epoch. What the script says in the
   * agent's place then is the agent's own.
   */
  hasten(beats: number, from: number, until: number): void {
    let at = from;
    for (const beat of this.#timetable.upcoming(beats)) {
      at = Math.min(until, at + beat.afterMs);
      this.#play(beat, at);
    }
  }

  #offer(): void {
    const { offer, isVisitor, answer, troubles = [], lateParameters = [], closesInMs } = this.#dialogue;
    const { sessionId, queuedAt, visitorNumber, ringMs, at } = this.#options;
    for (const kind of troubles) this.#backend.inject({ kind, sessionId });
    const terms: OfferTerms = {
      ...(ringMs === undefined ? {} : { ringMs }),
      ...(answer === undefined ? {} : { answer }),
      ...(at === undefined ? {} : { at }),
    };
    const label = isVisitor ? { visitorLabel: `Visitor ${String(visitorNumber ?? 1)}` } : {};
    const messaging =
      closesInMs === undefined
        ? {}
        : { messaging: { ...offer.messaging, closesAt: this.#backend.agenda.momentIn(closesInMs) } };
    const moment = queuedAt === undefined ? {} : { queuedAt };
    this.#backend.offer(sessionId, { ...offer, ...label, ...messaging, ...moment }, terms);
    for (const { afterMs, parameters } of lateParameters) {
      this.#backend.agenda.after(afterMs, () => {
        if (this.#isOpen()) this.#backend.tell([{ type: 'parameters.changed', sessionId, parameters }]);
      });
    }
  }

  #isOpen(): boolean {
    const state = this.#backend.sessions.get(this.#options.sessionId)?.state;
    return state !== undefined && state !== 'ended';
  }

  #hear(fact: SessionEvent): void {
    if (!('sessionId' in fact) || fact.sessionId !== this.#options.sessionId) return;
    if (fact.type === 'transcript.appended') this.#listen(fact.segments);
    const state = this.#backend.sessions.get(fact.sessionId)?.state;
    if (state === this.#lastState) return;
    const before = this.#lastState;
    if (state !== undefined) this.#lastState = state;
    if (state === undefined || isOver(state)) this.#leave(before);
    else if (state === 'active' && !this.#hasBegun) this.#begin();
    else this.#timetable.arm();
  }

  /** What the agent sends is on its way somewhere; what the script says in the agent's place is not. */
  #listen(segments: readonly TranscriptSegment[]): void {
    for (const { speaker, delivery } of segments) {
      if (speaker.role === 'customer') this.#hasAnswered = false;
      else if (speaker.role === 'agent' && delivery !== undefined) this.#hasAnswered = true;
    }
  }

  #leave(before: SessionState): void {
    this.#stopWatching();
    this.#timetable.stop();
    this.#summarize();
    this.#options.onOver?.(before);
  }

  /** Made from the transcript, so there is none of what was not transcribed. */
  #summarize(): void {
    const { sessionId } = this.#options;
    const { summary, transcriptUnavailable } = this.#dialogue;
    const session = this.#backend.sessions.get(sessionId);
    if (!session || !this.#hasBegun || session.modality !== 'audio-video') return;
    const service = this.#backend.configuration?.services.get(session.serviceId);
    if (!isTranscribed(service) || !service?.companion.summarization) return;
    if (transcriptUnavailable !== undefined) tellNoSummary(this.#backend, sessionId, 'The call was not transcribed.');
    else if (this.#timetable.position === 0) tellNoSummary(this.#backend, sessionId, 'Nothing was said.');
    else if (summary) tellSummary(this.#backend, sessionId, summary);
    else tellNoSummary(this.#backend, sessionId, 'This conversation is not summarized.');
  }

  #begin(): void {
    this.#hasBegun = true;
    const { sessionId } = this.#options;
    const session = this.#backend.sessions.get(sessionId);
    const { configuration, agentId } = this.#backend;
    const { transcriptUnavailable, isTranscribable } = this.#dialogue;
    const service = configuration?.services.get(session?.serviceId ?? '');
    const beats = timelineOf(this.#dialogue, {
      sessionId,
      modality: session?.modality ?? 'im',
      isTranscribed: isTranscribed(service) && transcriptUnavailable === undefined,
      agentName: configuration?.users.get(agentId)?.name ?? agentId,
      customerName: session?.customer?.name ?? session?.caller?.name ?? session?.visitorLabel,
    });
    if (transcriptUnavailable !== undefined) {
      this.#backend.tell([{ type: 'transcript.unavailable', sessionId, reason: transcriptUnavailable }]);
    }
    if (isTranscribable !== undefined) {
      this.#backend.tell([{ type: 'transcript.eligibility-changed', sessionId, isTranscribable }]);
    }
    this.#timetable.begin(beats);
  }

  /** @param past when it was, where that is not now */
  #play(beat: Beat, past?: number): void {
    this.#timetable.pass();
    const happenings = this.#happeningsOf(beat, past);
    if (happenings.length > 0) this.#backend.tell(happenings);
    if (beat.repeats) this.#backend.repeat(beat.repeats);
    if (this.#timetable.isNearlyDone) this.#suggest();
    this.#timetable.arm();
  }

  /**
   * Messages say when they were written. The agent's own ones come in place of those of the script; what the script
   * answers while the agent looks on, somebody else has written.
   */
  #happeningsOf({ by, happenings }: Beat, past: number | undefined): readonly Happening[] {
    if (this.#backend.sessions.get(this.sessionId)?.modality !== 'im') return happenings;
    const at = past ?? this.#backend.agenda.now();
    const { standIn } = this.#options;
    const about = { at, ...(by === 'agent' && past === undefined && standIn ? { speaker: standIn } : {}) };
    return happenings
      .filter(({ type }) => type !== 'transcript.appended' || by !== 'agent' || !this.#hasAnswered)
      .map((happening) =>
        happening.type === 'transcript.appended'
          ? { ...happening, segments: happening.segments.map((segment) => ({ ...segment, ...about })) }
          : happening,
      );
  }

  #suggest(): void {
    const { sessionId } = this.#options;
    const { suggested } = this.#dialogue;
    const serviceId = this.#backend.sessions.get(sessionId)?.serviceId ?? '';
    const isWanted = this.#backend.configuration?.services.get(serviceId)?.companion.codeSuggestions;
    if (suggested && isWanted) this.#backend.tell([{ type: 'codes.suggested', sessionId, suggested }]);
  }

  /** The customer writes what waiting has them write next; `at` (ms since the epoch) when that was earlier than now. */
  nudge(at = this.#backend.agenda.now()): void {
    const { sessionId } = this.#options;
    const count = this.#timetable.nudged();
    const text = this.#dialogue.whileParked?.[count - 1] ?? '';
    const session = this.#backend.sessions.get(sessionId);
    const name = session?.customer?.name ?? session?.visitorLabel;
    const segment = {
      id: `${sessionId}-w${String(count)}`,
      speaker: { id: 'customer', role: 'customer' as const, ...(name === undefined ? {} : { name }) },
      text,
      isFinal: true,
      at,
    };
    this.#backend.tell([{ type: 'transcript.appended', sessionId, segments: [segment] }]);
    this.#timetable.arm();
  }

  #close(): void {
    const { sessionId } = this.#options;
    if (this.#dialogue.ending === 'cancelled') this.#backend.cancel(sessionId);
    else this.#backend.hangUp(sessionId);
  }
}

/** Speech becomes text where the licence of the service allows it and its owner wants it. */
const isTranscribed = (service: Service | undefined): boolean =>
  service !== undefined &&
  service.licence !== 'advanced-routing' &&
  service.companion.transcription &&
  service.companion.recognizer;
