import { ABOUT_NO_SESSION } from '../state/begun.js';
import type { Selector } from '../store/selector.js';

/** What an agent has and has had, hidden sessions included. */
export interface OwnWork {
  /** Ids of what goes on; those that are off the list as well. */
  readonly mine: readonly string[];
  /** Of `mine`: off the list by the agent's wish. */
  readonly hidden: readonly string[];
  readonly closed: readonly string[];
}

/** All work of the agent, as far as it is here. */
export const selectOwnWork: Selector<OwnWork> = {
  topics: [
    { slice: 'roster', key: '' },
    { slice: 'begun', key: ABOUT_NO_SESSION },
  ],
  read({ roster, begun }) {
    const mine = [...roster.active, ...roster.parked];
    const hidden = (begun.get(ABOUT_NO_SESSION)?.hidden ?? []).filter((id) => mine.includes(id));
    return { mine, hidden, closed: roster.history };
  },
  isEqual: (one, other) =>
    one.closed === other.closed && isSame(one.mine, other.mine) && isSame(one.hidden, other.hidden),
};

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((own, at) => own === others[at]);
