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
  /** Have started by themselves; they stand below the others, so that these stay where they are. */
  come: 'New',
  noHistory: 'The history could not be loaded.',
};
