import type { Limits } from './limits.js';

const WINDOW_MS = 10_000;

/** How often each agent has said within ten seconds that he writes. */
export class TypingRate {
  readonly #most: number;
  readonly #agents = new Map<string, number>();
  #began = 0;

  constructor({ typingPerTenSeconds }: Limits) {
    this.#most = typingPerTenSeconds;
  }

  /** Counts one more. `now` is any clock in ms that does not go back. Answers whether that is not too many. */
  take(agentId: string, now: number): boolean {
    if (now - this.#began >= WINDOW_MS) {
      this.#began = now;
      this.#agents.clear();
    }
    const count = (this.#agents.get(agentId) ?? 0) + 1;
    this.#agents.set(agentId, count);
    return count <= this.#most;
  }
}
