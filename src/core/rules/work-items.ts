import type { Session } from '../model/session.js';
import { finderOf, unaccented } from '../text/folded.js';
import { countingOf } from './counting.js';

/**
 * The lists of an agent's work (Microsoft's streams): what is this agent's, what waits for anybody, and what is over.
 */
export const WORK_ITEM_LISTS = ['mine', 'open', 'closed'] as const;

export type WorkItemList = (typeof WORK_ITEM_LISTS)[number];

/** In which order: what has been in its present state longest, or shortest (what is over: since it ended), or by the alphabet. */
export const WORK_ITEM_ORDERS = ['longest', 'latest', 'name'] as const;

export type WorkItemOrder = (typeof WORK_ITEM_ORDERS)[number];

/** So many rows are shown, and so many more each time. */
export const MOST_ROWS = 50;

/** What an agent looks for in the lists, and how much of one is shown. */
export interface WorkItemsView {
  readonly list: WorkItemList;
  /** Of the lists that the agent has sorted, how. */
  readonly orders: { readonly [L in WorkItemList]?: WorkItemOrder };
  readonly typed: string;
  /** The most rows. */
  readonly most: number;
}

/** As a list is before it is sorted: who waits longest is first, and of what is over, what was closed last. */
const FIRST_ORDERS: Readonly<Record<WorkItemList, WorkItemOrder>> = {
  mine: 'longest',
  open: 'longest',
  closed: 'latest',
};

/** The order of the list that is shown. */
export const orderOf = ({ list, orders }: WorkItemsView): WorkItemOrder => orders[list] ?? FIRST_ORDERS[list];

/** What rows are found and sorted by. */
export interface WorkItemTexts<T> {
  readonly titleOf: (item: T) => string;
  /** All that can be looked for, the title too. */
  readonly textOf: (item: T) => string;
  /** Since when, in ms since the epoch. */
  readonly momentOf: (item: T) => number;
  readonly compare: (one: string, other: string) => number;
}

/** Since when a session has been in its state, as the agent sees it. */
export const momentOfSession = (session: Session): number =>
  session.times.ended ?? countingOf(session)?.since ?? session.since;

/** The items that contain every word of what was typed, in an order; of equal ones by id, so that none changes places. */
export function workItemsIn<T extends { readonly id: string }>(
  items: readonly T[],
  typed: string,
  order: WorkItemOrder,
  { titleOf, textOf, momentOf, compare }: WorkItemTexts<T>,
): readonly T[] {
  const finders = unaccented(typed).trim().split(' ').map(finderOf);
  const found = items.filter((item) => {
    const text = unaccented(textOf(item));
    return finders.every((isIn) => isIn(text));
  });
  const inOrder = (one: T, other: T): number =>
    order === 'name'
      ? compare(titleOf(one), titleOf(other))
      : order === 'longest'
        ? momentOf(one) - momentOf(other)
        : momentOf(other) - momentOf(one);
  return found.sort((one, other) => inOrder(one, other) || (one.id < other.id ? -1 : 1));
}
