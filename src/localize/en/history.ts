import type { HistorySign } from '../../core/rules/history-sign.js';
import { plural } from '../plural.js';

/** What a list says of sessions that are over: of the same group in other languages (`list`). */
export const historyWords = {
  /** What a line of history says of a session that is over. */
  sign: {
    missed: 'missed',
    declined: 'declined',
    cancelled: 'cancelled',
    taken: 'taken',
    assigned: 'assigned',
    failed: 'failed',
    'hung-up': 'hung up',
    voicemail: 'voicemail',
    transferred: 'transferred',
  } satisfies Record<HistorySign, string>,
  transferredTo: (target: string) => `to ${target}`,
  search: 'Search history',
  found: (count: number) =>
    count === 0 ? 'Nothing in the history goes by that.' : `${plural(count, 'session', 'sessions')} found`,
  unfinishedWork: 'After-call work',
  /** Are over since the agent acted last. */
  waiting: (count: number) => `${String(count)} new`,
  older: 'Show older',
  olderFailed: 'Older sessions could not be loaded.',
};
