/** How many sessions stand on an agent's list, of how many that may. */
export interface SessionLimit {
  readonly open: number;
  readonly limit: number;
  /** `near`: one more can be opened by hand; `full`: none. What comes from the queue comes all the same. */
  readonly is: 'free' | 'near' | 'full';
}

/** How near the limit is (Microsoft tells nobody before it bites); undefined where there is none. */
export function sessionLimitOf(limit: number | undefined, open: number): SessionLimit | undefined {
  if (limit === undefined) return undefined;
  const is = open >= limit ? 'full' : open > 0 && open >= limit - 1 ? 'near' : 'free';
  return { open, limit, is };
}
