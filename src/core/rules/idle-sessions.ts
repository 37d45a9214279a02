import type { Session } from '../model/session.js';
import { waysToLeave } from './leaving.js';

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
