import type { HistorySign } from '../../core/rules/history-sign.js';
import type { RosterSection } from '../../core/state/roster.js';
import { plural } from '../plural.js';

/** The words of `<sessions-list>` and of the cards in it. */
export const listWords = {
  title: 'Sessions',
  section: { offered: 'Incoming', active: 'Active', parked: 'Parked', history: 'History' } satisfies Record<
    RosterSection,
    string
  >,
  unread: (title: string, count: number) =>
    `${title}. ${plural(count, 'new update', 'new updates')} in your conversation`,
  attention: (title: string) => `${title}. Urgent attention is needed in your conversation`,
  /** Where nothing else was written with them. */
  sentFiles: (count: number, first: string) => (count === 1 ? `Sent a file: ${first}` : `Sent ${String(count)} files`),
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
  /** Have started by themselves; they stand below the others, so that these stay where they are. */
  come: 'New',
  /** Are over since the agent acted last. */
  waiting: (count: number) => `${String(count)} new`,
  older: 'Show older',
  noHistory: 'The history could not be loaded.',
  olderFailed: 'Older sessions could not be loaded.',
};
