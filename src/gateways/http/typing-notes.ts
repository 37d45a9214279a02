import { isRecord } from '../../core/wire/reading.js';
import type { Requests } from './requests.js';

const ABSENT = 'urn:my-sessions:problem:not-found';

/**
 * Tells the backend that the agent writes. One note of a session is under way at a time: of what is said meanwhile the
 * last counts, so however often somebody asks, a slow backend is not flooded. What fails is lost. A backend without the
 * route is not asked again before the next beginning.
 */
export class TypingNotes {
  readonly #requests: Requests;
  readonly #requestMs: number;
  /** By session what was said while a note was under way; undefined where nothing was. */
  readonly #waiting = new Map<string, boolean | undefined>();
  #isServed = true;

  constructor({ requests, requestMs }: { readonly requests: Requests; readonly requestMs: number }) {
    this.#requests = requests;
    this.#requestMs = requestMs;
  }

  /** Begins again, for another agent or nobody. */
  reset(): void {
    this.#isServed = true;
    for (const sessionId of this.#waiting.keys()) this.#waiting.set(sessionId, undefined);
  }

  say(sessionId: string, isTyping: boolean): void {
    if (!this.#isServed) return;
    if (this.#waiting.has(sessionId)) this.#waiting.set(sessionId, isTyping);
    else void this.#send(sessionId, isTyping);
  }

  async #send(sessionId: string, isTyping: boolean): Promise<void> {
    for (let next: boolean | undefined = isTyping; next !== undefined; next = this.#waiting.get(sessionId)) {
      this.#waiting.set(sessionId, undefined);
      const answer = await this.#requests.json({
        ...{ method: 'POST', path: 'typing', timeoutMs: this.#requestMs, isKeptAlive: true },
        body: { v: 1, sessionId, isTyping: next },
      });
      if (answer.kind === 'refused' && isRecord(answer.body) && answer.body['type'] === ABSENT) this.#isServed = false;
      if (!this.#isServed) break;
    }
    this.#waiting.delete(sessionId);
  }
}
