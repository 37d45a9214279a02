import type { Offer } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { releaseOf } from '../../core/rules/leaving.js';
import type { Engine, Happening } from './engine.js';

/** A conversation that goes on without an agent: in its queue, or waiting for its customer. */
export interface LeftSession {
  readonly session: Session;
  readonly segments: readonly TranscriptSegment[];
  readonly where: 'queued' | 'waiting';
  readonly since: number;
}

const DAY_MS = 86_400_000;

/** What was left, by its id, and how it comes back. */
export class LeftSessions {
  readonly #engine: Engine;
  readonly #left = new Map<string, LeftSession>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get all(): readonly LeftSession[] {
    return [...this.#left.values()];
  }

  /** The session goes, the conversation does not; a chat that waits is over when nobody has written for long. */
  release(sessionId: string, causedBy: string): void {
    const { sessions, transcripts, configuration, agenda, deadlines } = this.#engine;
    const session = sessions.get(sessionId);
    const service = configuration?.services.get(session?.serviceId ?? '');
    const where = session && releaseOf(session, service);
    if (!where) return;
    const segments = [...(transcripts.get(sessionId) ?? [])];
    this.#left.set(sessionId, { session, segments, where, since: agenda.now() });
    this.#engine.tell([{ type: 'session.removed', sessionId, causedBy }]);
    if (where === 'waiting')
      deadlines.set(sessionId, (service?.waitingDays ?? 0) * DAY_MS, () => {
        this.#take(sessionId);
      });
  }

  /** Offers one again, with what its customer has just written. Answers false where there is none. */
  offer(sessionId: string, message: TranscriptSegment, ringMs: number): boolean {
    const left = this.#take(sessionId);
    if (!left) return false;
    const segments = [...left.segments, message];
    this.#engine.tell(offeredAgain({ ...left, segments }, this.#engine.agenda.momentIn(ringMs)));
    return true;
  }

  /** What is taken out is not there for anybody else. */
  #take(sessionId: string): LeftSession | undefined {
    const left = this.#left.get(sessionId);
    this.#left.delete(sessionId);
    this.#engine.deadlines.clear(sessionId);
    return left;
  }
}

const KNOWN = [
  'serviceId',
  'modality',
  'direction',
  'caller',
  'customer',
  'visitorLabel',
  'subject',
  'participants',
  'parameters',
  'messaging',
  'email',
  'externalTask',
  'isTranscribable',
  'notes',
] as const satisfies readonly (keyof Session & keyof Offer)[];

/** Offers a conversation anew, with all that is known of it and was said in it. */
function offeredAgain({ session, segments }: LeftSession, expiresAt: number): readonly Happening[] {
  const { id: sessionId, times, tags, primaryCode: primary = null, secondaryCode: secondary = null } = session;
  const known = Object.fromEntries(KNOWN.flatMap((key) => (session[key] === undefined ? [] : [[key, session[key]]])));
  const queued = times.queued === undefined ? {} : { queuedAt: times.queued };
  return [
    { type: 'session.offered', sessionId, offer: { ...(known as unknown as Offer), ...queued, expiresAt } },
    { type: 'transcript.appended', sessionId, segments },
    { type: 'codes.chosen', sessionId, primary, secondary },
    { type: 'tags.changed', sessionId, tags },
  ];
}
