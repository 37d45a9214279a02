import type { Offer } from '../../core/events/session-event.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { Happening } from './engine.js';

/** A conversation that goes on without an agent: in its queue, or waiting for its customer. */
export interface LeftSession {
  readonly session: Session;
  readonly segments: readonly TranscriptSegment[];
  readonly where: 'queued' | 'waiting';
  readonly since: number;
}

/** What was left, by its id, and how it comes back. */
export class LeftSessions {
  readonly #left = new Map<string, LeftSession>();

  get all(): readonly LeftSession[] {
    return [...this.#left.values()];
  }

  get(id: string): LeftSession | undefined {
    return this.#left.get(id);
  }

  put(left: LeftSession): void {
    this.#left.set(left.session.id, left);
  }

  /** What is taken out is not there for anybody else. */
  take(id: string): LeftSession | undefined {
    const left = this.#left.get(id);
    this.#left.delete(id);
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
] as const satisfies readonly (keyof Session & keyof Offer)[];

/** Offers a conversation anew, with all that is known of it and was said in it. */
export function offeredAgain({ session, segments }: LeftSession, expiresAt: number): readonly Happening[] {
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
