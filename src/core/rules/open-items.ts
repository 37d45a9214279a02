import type { OpenItem, OpenItemPage } from '../model/open-item.js';

/** Work that waits, as it stands in a list that is looked at. */
export interface ShownItem {
  readonly item: OpenItem;
  /** It does not wait any more. */
  readonly isGone: boolean;
}

/** A list as it stands, and how many wait that are not in it yet. */
export interface HeldItems {
  readonly shown: readonly ShownItem[];
  readonly waiting: number;
}

/** The list as it is by its latest reading. */
export const shownItems = (items: readonly OpenItem[]): readonly ShownItem[] =>
  items.map((item) => ({ item, isGone: false }));

/**
 * The list while the agent is in it, by pointer or focus: every row keeps its place, and what has gone says so. Design:
 * nothing that can be clicked moves but by the agent's own act, so nobody picks what has come under the pointer.
 *
 * @param shown what stands there
 * @param fresh what was read now; where it has a `next`, what began to wait later may be there, only further on
 */
export function heldItems(shown: readonly ShownItem[], { items, next }: OpenItemPage): HeldItems {
  const there = new Map(items.map((item) => [item.id, item]));
  const last = items.at(-1);
  const isFurtherOn = ({ since }: OpenItem): boolean => next !== undefined && last !== undefined && since >= last.since;
  const known = new Set(shown.map(({ item }) => item.id));
  return {
    shown: shown.map(({ item }) => ({
      item: there.get(item.id) ?? item,
      isGone: !there.has(item.id) && !isFurtherOn(item),
    })),
    waiting: items.filter(({ id }) => !known.has(id)).length,
  };
}
