import type { SessionEvent } from '../../core/events/session-event.js';

/** What has not come within ten seconds is no answer to what was asked for. */
const WAITS_MS = 10_000;

interface Wanted {
  readonly commandId: string;
  readonly about: string;
  readonly type: SessionEvent['type'];
  readonly until: number;
}

/** What a fact is about: a message, a session, or a user. */
const aboutOf = (fact: SessionEvent): string | undefined =>
  fact.type === 'transcript.appended'
    ? fact.segments[0]?.id
    : 'sessionId' in fact
      ? fact.sessionId
      : 'userId' in fact
        ? fact.userId
        : undefined;

/** Which command led to a fact. No SDK carries the ids of ours, and its events may come before its replies. */
export class Causes {
  #wanted: readonly Wanted[] = [];

  /** Notes what a command will lead to, before it is given. Returns a function that takes it back. */
  want(commandId: string, about: string, types: readonly SessionEvent['type'][], now: number): () => void {
    const added = types.map((type) => ({ commandId, about, type, until: now + WAITS_MS }));
    this.#wanted = [...this.#wanted.filter(({ until }) => until > now), ...added];
    return () => {
      this.#wanted = this.#wanted.filter((wanted) => !added.includes(wanted));
    };
  }

  /** The fact with the command that led to it, which is known of one fact of a kind. */
  named(fact: SessionEvent, now: number): SessionEvent {
    if (this.#wanted.length === 0) return fact;
    const about = aboutOf(fact);
    const cause = this.#wanted.find((wanted) => wanted.type === fact.type && wanted.about === about);
    if (!cause) return fact;
    this.#wanted = this.#wanted.filter((wanted) => wanted !== cause);
    return cause.until > now ? { ...fact, causedBy: cause.commandId } : fact;
  }
}
