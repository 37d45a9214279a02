import { dict, number, text } from './read.js';

/** The platform counts by the minute. Longer pauses are not kept, however politely they are asked for: an agent sits in front of it. */
const MOST_OBEYED_MS = 2 * 60 * 1000;
/** What is said for less may be by another clock. */
const LEAST_MS = 100;

/**
 * How long the platform asks to wait, in ms; undefined where nothing is asked for. Headers of other origins may be hidden:
 * then the words say it.
 *
 * @param heard the header of the refusal where it was read beside it
 */
export function pauseOf(error: unknown, heard: string | undefined, now: number): number | undefined {
  const refusal = dict(error);
  const header = text(dict(refusal.headers)['retry-after']) ?? heard;
  const said = header ?? /(\d+)\]? seconds?\W*$/.exec(text(dict(refusal.body ?? error).message) ?? '')?.[1];
  if (said === undefined) return undefined;
  const seconds = number(Number(said));
  const ms = seconds === undefined ? Date.parse(said) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(LEAST_MS, ms), MOST_OBEYED_MS);
}
