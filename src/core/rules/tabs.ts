import type { PlacedTab } from '../configuration/layout.js';
import type { Service } from '../configuration/configuration.js';
import type { Widget } from '../configuration/widgets.js';

/** A tab of a session: its conversation, its customer, the page its service embeds, or a context item by its id. */
export type Tab = PlacedTab | `item:${string}`;

/** What stands where the conversation is; what is neither that nor a framed page stands with the customer. */
const CONVERSATION: readonly Widget[] = ['companion-chat', 'transcript-view', 'live-caption'];

/** How many context items may stand in tabs of one session by their agent's wish: each is a whole document. */
export const MOST_OPENED = 4;

type Layout = Pick<Service['layout'], 'start' | 'end' | 'split' | 'tabs'>;

/** Where there is no service to ask. */
export const USUAL_LAYOUT: Layout = { start: 'conversation', end: 'customer', split: 50, tabs: [] };

/** How an agent has arranged the tabs; see `Arrangement` in `core/state/begun.ts`. */
export interface Arranged {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly last?: string | undefined;
  readonly opened?: readonly string[] | undefined;
}

/** Which tabs are on screen, and which of them the agent chose last. `end` only where there are two places. */
export interface Places {
  readonly start: Tab;
  readonly end: Tab | undefined;
  /** One of the two. */
  readonly last: Tab;
}

/** The widgets of a session that stand in its customer's tab, in their order, or codes and tags before the others. */
export function customerWidgets(present: readonly Widget[], isCodesFirst = false): readonly Widget[] {
  const own = present.filter((widget) => !CONVERSATION.includes(widget) && widget !== 'embedded-context');
  const isAhead = (widget: Widget): boolean => isCodesFirst && widget === 'codes-tags';
  return [...own.filter(isAhead), ...own.filter((widget) => !isAhead(widget))];
}

export const itemTab = (itemId: string): Tab => `item:${itemId}`;

/** The id of the context item whose tab it is. */
export const itemOf = (tab: string): string | undefined => (tab.startsWith('item:') ? tab.slice(5) : undefined);

/**
 * The tabs that a session has, in their order: the conversation always, its customer where there is anything to show or to
 * say about what is absent. A record has no conversation, and begins with its page.
 *
 * @param has what is there beside the conversation, or without one
 */
export function tabsOf(
  has: { readonly customer: boolean; readonly page: boolean; readonly isRecord?: boolean },
  layout: Pick<Layout, 'tabs'>,
  opened: readonly string[] = [],
): readonly Tab[] {
  const items = new Set([...layout.tabs, ...opened]);
  const page = has.page ? (['embedded-context'] as const) : [];
  const customer = has.customer ? (['customer'] as const) : [];
  return [
    ...(has.isRecord ? [...page, ...customer] : (['conversation', ...customer, ...page] as const)),
    ...[...items].map(itemTab),
  ];
}

/**
 * What stands where: as the agent has arranged it, otherwise as the service's owner laid it out. The tab chosen last is
 * always shown; a tab that is not there leaves its place to the first one that stands nowhere.
 *
 * @param tabs all that there are, at least one
 * @param isWide whether there is room for two side by side
 */
export function placesOf(tabs: readonly Tab[], layout: Layout, arranged: Arranged, isWide: boolean): Places {
  const known = (tab: string | undefined): Tab | undefined => tabs.find((own) => own === tab);
  const wished = known(arranged.start) ?? known(layout.start);
  const beside = arranged.end ?? (layout.end === wished ? layout.start : layout.end);
  const isSplit = isWide && beside !== 'none' && tabs.length > 1;
  const last = known(arranged.last);
  if (!isSplit) {
    const only = last ?? wished ?? first(tabs);
    return { start: only, end: undefined, last: only };
  }
  const end = last === undefined || last === wished ? known(beside) : last;
  const start = wished !== undefined && wished !== end ? wished : first(tabs.filter((tab) => tab !== end));
  const other = end ?? first(tabs.filter((tab) => tab !== start));
  return { start, end: other, last: last === start ? start : other };
}

/**
 * What the agent arranges by choosing a tab: one that stands somewhere is where the next one will stand; any other takes
 * the place of the one chosen last.
 */
export function choose<A extends Arranged>(tab: Tab, places: Places, arranged: A): A {
  const { start, end, last } = places;
  if (end === undefined) return { ...arranged, last: tab };
  if (tab === start || tab === end) return { ...arranged, start, end, last: tab };
  return last === start ? { ...arranged, start: tab, end, last: tab } : { ...arranged, start, end: tab, last: tab };
}

/** What is arranged when a context item is opened; undefined where there is no room for one more. */
export function open<A extends Arranged>(itemId: string, arranged: A): A | undefined {
  const { opened = [] } = arranged;
  if (opened.includes(itemId)) return arranged;
  return opened.length < MOST_OPENED ? { ...arranged, opened: [...opened, itemId] } : undefined;
}

/** What is arranged when a tab is closed: the one before it is chosen, as the places are then. */
export function close<A extends Arranged>(tab: Tab, tabs: readonly Tab[], places: Places, arranged: A): A {
  const { start, end, last } = places;
  const rest = tabs.filter((own) => own !== tab && (end === undefined || (own !== start && own !== end)));
  const before = tabs.slice(0, tabs.indexOf(tab)).findLast((own) => rest.includes(own)) ?? rest[0];
  const opened = arranged.opened?.filter((own) => itemTab(own) !== tab);
  if (tab !== start && tab !== end) return { ...arranged, opened };
  if (end === undefined) return { ...arranged, opened, last: before };
  return tab === start
    ? { ...arranged, opened, start: before, end, last: last === tab ? before : last }
    : { ...arranged, opened, start, end: before, last: last === tab ? before : last };
}

const first = (tabs: readonly Tab[]): Tab => tabs[0] ?? 'conversation';
