import type { Session } from '../model/session.js';
import { blocksNewWork } from './session-phase.js';

/** What counts on screen, server time in ms: up from `since`, or down to `until` from no more than there is between them. */
export interface Counting {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** A time on screen, as it is now. */
export interface ShownTime {
  readonly text: string;
  /** Whether it counts to an end that is near. */
  readonly isSoon: boolean;
}

/** What it shows at `now`, in ms; never negative, whatever clocks say. */
export const msAt = ({ since = -Infinity, until }: Counting, now: number): number =>
  Math.max(0, until === undefined ? now - since : Math.min(until - now, until - since));

/**
 * What counts beside the state of a session, wherever that is shown: how long the state lasts, and of after-call work how
 * much of it is left. Undefined where nothing does: for history, and for work that lasts until its agent finishes it. A
 * customer who is taken up again has waited since the parking.
 */
export function countingOf({
  state,
  since,
  parkedSince,
  afterCallWork,
}: Pick<Session, 'state' | 'since' | 'parkedSince' | 'afterCallWork'>): Counting | undefined {
  if (state === 'ended') return undefined;
  if (!blocksNewWork(state)) return { since: state === 'unparking' ? (parkedSince ?? since) : since };
  return afterCallWork?.dueAt === undefined
    ? undefined
    : { since: afterCallWork.startedAt, until: afterCallWork.dueAt };
}

/** How much is left, in ms, when it is said that a count comes to its end. */
const SAID_AT = [10_000, 30_000] as const;

/**
 * The last of these moments that a count to an end has come to, in ms before the end; undefined before them, at the end,
 * for what counts up, and for what lasts no longer than that all in all: nobody is told at once what has just begun.
 */
export function nearEndOf(counting: Counting | undefined, now: number): (typeof SAID_AT)[number] | undefined {
  const { since = -Infinity, until } = counting ?? {};
  if (until === undefined) return undefined;
  const left = msAt({ since, until }, now);
  return left === 0 ? undefined : SAID_AT.find((ms) => left <= ms && ms < until - since);
}
