import type { Roster } from '../state/roster.js';
import type { Selector } from '../store/selector.js';

/** What waits for the agent. */
export interface News {
  /** Offers that ring. */
  readonly offers: number;
  /** Messages that were not seen, of all sessions that go on. */
  readonly unread: number;
  /** Whether one of them is in a parked chat (Nimbus: “Pending Message”). */
  readonly isPending: boolean;
}

/** @param roster the sessions there are; those of the history have no news */
export const selectNews = ({ offered, active, parked }: Roster): Selector<News> => ({
  topics: [...active, ...parked].map((key) => ({ slice: 'sessions', key })),
  read: ({ sessions }) => ({
    offers: offered.length,
    unread: [...active, ...parked].reduce((sum, id) => sum + (sessions.get(id)?.unread ?? 0), 0),
    isPending: parked.some((id) => {
      const { modality, unread = 0 } = sessions.get(id) ?? {};
      return modality === 'im' && unread > 0;
    }),
  }),
  isEqual: (one, other) =>
    one.offers === other.offers && one.unread === other.unread && one.isPending === other.isPending,
});
