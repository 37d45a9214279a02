import type { Session } from '../model/session.js';
import { waysToLeave } from './leaving.js';

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

/**
 * The sessions that can be taken off the list without anybody missing them, longest set aside first: parked, nothing to
 * read, nothing begun.
 */
export const idleOf = (sessions: readonly Session[], isBegun: (id: string) => boolean): readonly Session[] =>
  sessions
    .filter(
      (session) =>
        session.state === 'parked' &&
        session.unread === 0 &&
        !session.isSelected &&
        !isBegun(session.id) &&
        waysToLeave(session, undefined).some(({ way }) => way === 'hide'),
    )
    .sort((one, other) => (one.parkedSince ?? one.since) - (other.parkedSince ?? other.since));
