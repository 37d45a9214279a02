import type { Clock } from '../../core/ports/clock.js';
import { steadyTime } from '../../core/ports/steady-time.js';

/** Beyond this the backend's clock was set back, or ours has run away: better one jump than hours of standing still. */
const MOST_STANDSTILL_MS = 60_000;

/**
 * The backend's time: what it last said, carried on by a clock that nobody sets. Never goes back; where it ran ahead it
 * stands still until the truth has caught up.
 */
export class ServerClock implements Clock {
  readonly #time: () => number;
  #offset = 0;
  #isSynchronized = false;
  #last = Number.NEGATIVE_INFINITY;

  constructor(monotonic = () => performance.now(), wall = () => Date.now()) {
    this.#time = steadyTime(wall, monotonic);
  }

  now(): number {
    const now = this.#time() + this.#offset;
    if (now > this.#last || this.#last - now > MOST_STANDSTILL_MS) this.#last = now;
    return this.#last;
  }

  /**
   * Takes the time from a message that has just come. Of several the one that took the least time on its way is the
   * nearest to the truth, so small differences only ever move the clock on.
   */
  synchronize(serverTime: number): void {
    const offset = serverTime - this.#time();
    const isJitter = this.#isSynchronized && offset < this.#offset && this.#offset - offset < 1000;
    if (!isJitter) this.#offset = offset;
    this.#isSynchronized = true;
  }
}
