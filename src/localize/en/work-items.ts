import type { WorkItemList, WorkItemOrder } from '../../core/rules/work-items.js';

/** The words of `<work-items>`. */
export const workItems = {
  title: 'Work items',
  list: { mine: 'Mine', open: 'Open', closed: 'Closed' } satisfies Record<WorkItemList, string>,
  /** What stands in an empty list. */
  empty: {
    mine: 'You have no work items.',
    open: 'Nothing waits to be picked.',
    closed: 'Nothing is closed yet.',
  } satisfies Record<WorkItemList, string>,
  notServed: 'This contact centre hands out open work items by itself; there is no list to pick from.',
  pick: 'Pick',
  pickInBackground: (name: string) => `${name}. Shift: without turning to it`,
  /** What a row says of work that was asked for. */
  mark: { picking: 'being picked', own: 'yours', gone: 'no longer waiting', 'not-picked': 'not picked' },
  picked: (title: string) => `${title} is yours.`,
  notPicked: (title: string, reason: string) => `${title} was not picked. ${reason}`,
  openFailed: 'What waits to be picked cannot be shown now.',
  openStale: 'Not up to date.',
  readMore: 'Show more',
  showNew: (count: number) => (count === 1 ? 'Show one that is new' : `Show ${String(count)} that are new`),
  /** What a search has not looked into. */
  searched: (count: number) => `Searched: the ${String(count)} that are loaded.`,
  search: 'Search work items',
  nothingFound: (typed: string) => `Nothing here contains “${typed}”.`,
  sort: 'Sort by',
  order: { longest: 'Longest first', latest: 'Latest first', name: 'Name' } satisfies Record<WorkItemOrder, string>,
  open: 'Open',
  /** After the button's word, where it does so. */
  background: 'Shift: back on the list, without turning to it',
  hidden: 'hidden',
  more: (count: number) => `${String(count)} more`,
};
