/** How much of the history a store keeps. Numbers from 0, `Infinity` for all of it. */
export interface HistoryBounds {
  /** So many sessions that ended last keep their record (200). */
  readonly sessions: number;
  /** So many of those that ended last keep what was said in them (20). */
  readonly transcripts: number;
}

export const HISTORY_BOUNDS: HistoryBounds = { sessions: 200, transcripts: 20 };

/** What is to go: records, with all that belongs to them, and transcripts alone. */
export interface LetGo {
  readonly sessions: readonly string[];
  readonly transcripts: readonly string[];
}

/**
 * What of the sessions that ended is beyond the bounds and kept by nothing else.
 *
 * @param ended their ids, latest first
 * @param isKept whether somebody still needs one: it is looked at, shown, or something in it is not done
 */
export function beyondBounds(
  ended: readonly string[],
  { sessions, transcripts }: HistoryBounds,
  isKept: (id: string) => boolean,
): LetGo {
  const goes = (from: number, to?: number): readonly string[] => ended.slice(from, to).filter((id) => !isKept(id));
  return { sessions: goes(sessions), transcripts: goes(Math.min(transcripts, sessions), sessions) };
}

/**
 * How many records beyond the bound stay that an agent has paged back to: all of them at first; with each session that
 * ends after that one less, until the bound holds again.
 *
 * @param count how many ended sessions there are now
 */
export function pagedBackAfter(pagedBack: number, count: number, bound: number): number {
  const beyond = Math.max(0, count - bound);
  return beyond > pagedBack ? Math.max(0, pagedBack - (beyond - pagedBack)) : beyond;
}
