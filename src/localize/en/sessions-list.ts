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
  urgent: 'Urgent',
  unfinished: 'Unfinished',
  /** Of those that are here already. */
  more: (count: number) => `Show ${String(count)} more`,
  older: 'Show older',
  olderFailed: 'Older sessions could not be loaded.',
};
