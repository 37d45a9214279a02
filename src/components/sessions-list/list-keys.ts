import type { LitElement } from 'lit';
import { BUTTONS, STOPS } from './list-entry.js';
import type { ListRows } from './list-rows.js';

type List = LitElement & { readonly mode: 'list' | 'bar' | 'icons' };

/** Some stops that follow each other: a button, or the rows of a `<ul>`, most of which may not be in the document. */
interface Stops {
  readonly element: Element;
  readonly count: number;
  readonly at: (position: number) => HTMLElement | null;
}

/** Goes by an arrow key, Home or End to another card, or to a way to more of them; nowhere by other keys. */
export function goByKey(event: KeyboardEvent, list: List, rows: ListRows): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches(STOPS)) return;
  // What a bar unfolds is a list of its own, from its top to its bottom.
  const unfolded = list.mode === 'bar' ? event.target.closest('.history') : null;
  const isBar = list.mode === 'bar' && !unfolded;
  const stops = stopsOf(unfolded ?? list.renderRoot, isBar ? 'ul:not(.history ul)' : `ul, ${BUTTONS}`, rows);
  const count = stops.reduce((sum, own) => sum + own.count, 0);
  const position = positionOf(event.target, stops, rows);
  const isRtl = list.matches(':dir(rtl)');
  const next = isBar ? (isRtl ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown';
  const previous = isBar ? (isRtl ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp';
  const target = new Map([
    [next, position + 1],
    [previous, position - 1],
    ['Home', 0],
    ['End', count - 1],
  ]).get(event.key);
  if (target === undefined) return;
  event.preventDefault();
  stopAt(Math.max(0, Math.min(target, count - 1)), stops)?.focus();
  // Before anything is painted: it has been scrolled to.
  rows.place();
}

const stopsOf = (within: ParentNode, which: string, rows: ListRows): readonly Stops[] =>
  [...within.querySelectorAll<HTMLElement>(which)].map((element) => {
    const span = rows.spanOf(element);
    return span
      ? { element, count: span.length, at: (position: number) => rows.cardAt(span, position) }
      : { element, count: 1, at: () => element };
  });

function positionOf(stop: HTMLElement, stops: readonly Stops[], rows: ListRows): number {
  const id = stop.closest<HTMLElement>('.row')?.dataset.id ?? '';
  let position = 0;
  for (const { element, count } of stops) {
    if (element.contains(stop)) return position + (rows.spanOf(element)?.indexOf(id) ?? 0);
    position += count;
  }
  return 0;
}

function stopAt(position: number, stops: readonly Stops[]): HTMLElement | null {
  let left = position;
  for (const { count, at } of stops) {
    if (left < count) return at(left);
    left -= count;
  }
  return null;
}
