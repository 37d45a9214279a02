import type { HttpTimings } from './timings.js';

export type RetryTimings = Pick<HttpTimings, 'firstRetryMs' | 'mostRetryMs'>;

/** Longer pauses are not kept, however politely they are asked for: an agent sits in front of it. */
const MOST_OBEYED_MS = 15 * 60 * 1000;

/**
 * How long to wait before a try, in ms: any time up to a bound that doubles from try to try. Everybody who was cut off
 * together comes back spread out, and the backend is never stampeded.
 *
 * @param failures how many tries have failed in a row before this wait, from 1
 * @param random a number from 0 up to but without 1
 * @param retryAfterMs what the backend asked for: the wait is that, and as much more as it would be without
 */
export function retryDelay(
  failures: number,
  random: () => number,
  { firstRetryMs, mostRetryMs }: RetryTimings,
  retryAfterMs = 0,
): number {
  const spread = random() * Math.min(mostRetryMs, firstRetryMs * 2 ** (Math.max(1, failures) - 1));
  return Math.min(retryAfterMs, MOST_OBEYED_MS) + spread;
}

/** A `Retry-After` header, seconds or a date, in ms from `now`. Undefined when there is none to understand. */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
