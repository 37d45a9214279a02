import { text } from './read.js';

/** News takes a while: what differs less is no other clock. */
const NOISE_MS = 5000;
/** What differs more is no clock. */
const MOST_MS = 15 * 60 * 60 * 1000;

/** The times of the platform by the machine's clock: the two may disagree by hours. */
export class PlatformClock {
  /** How far the machine's clock is ahead. */
  #ahead = 0;

  /** Something of the platform, in ms since the epoch by its own clock, is now. */
  isNow(there: number): void {
    const ahead = Date.now() - there;
    if (Math.abs(ahead) <= MOST_MS) this.#ahead = Math.abs(ahead) > NOISE_MS ? ahead : 0;
  }

  /** A time of the platform (ISO 8601) in ms since the epoch, at most `now`: nothing that it tells of is yet to come. */
  timeOf(value: unknown, now: number): number | undefined {
    const at = Date.parse(text(value) ?? '');
    return Number.isNaN(at) ? undefined : Math.min(at + this.#ahead, now);
  }
}
