import type { LitElement } from 'lit';

import type { ListRows } from './list-rows.js';

/** What has no rows and can be gone to. */
const BUTTONS = '.find, .older button';
const STOPS = `.card, ${BUTTONS}`;

type List = LitElement & { readonly mode: 'list' | 'bar' | 'icons' };

/** Some stops that follow each other: a button, or the rows of a `<ul>`, most of which may not be in the document. */
interface Stops {
  readonly element: Element;
  readonly count: number;
  readonly at: (position: number) => HTMLElement | null;
}

/**
 * Where arrow keys go in a list: cards, and the ways to more of them. One stop is the way in by Tab, and arrow keys go on
 * from there: five hundred would lock keyboard users in, and one at the end of the list would scroll everything away that
 * they work on.
 */
export class ListKeys {
  readonly #list: List;
  readonly #rows: ListWindow;

  constructor(list: List, rows: ListRows) {
    this.#list = list;
    this.#rows = rows;
  }

  /** The way in is the card of the session that is looked at, or the first one. */
  begin(): void {
    const { renderRoot } = this.#list;
    this.#rove(
      renderRoot.querySelector<HTMLElement>('.card[aria-current]') ??
        renderRoot.querySelector<HTMLElement>('.card') ??
        renderRoot.querySelector<HTMLElement>(BUTTONS),
    );
  }

  readonly onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.matches(STOPS)) this.#rove(target);
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(STOPS)) return;
    const stops = this.#stops();
    const position = this.#positionOf(event.target, stops);
    const count = stops.reduce((sum, own) => sum + own.count, 0);
    const isBar = this.#list.mode === 'bar';
    const isRtl = this.#list.matches(':dir(rtl)');
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
    this.#goTo(Math.max(0, Math.min(target, count - 1)), stops);
  };

  /** In a bar there are cards alone. */
  #stops(): readonly Stops[] {
    const { mode, renderRoot } = this.#list;
    return [...renderRoot.querySelectorAll<HTMLElement>(mode === 'bar' ? 'ul' : `ul, ${BUTTONS}`)].map((element) => {
      const span = this.#rows.spanOf(element);
      return span
        ? { element, count: span.length, at: (position: number) => span.cardAt(position) }
        : { element, count: 1, at: () => element };
    });
  }

  #positionOf(stop: HTMLElement, stops: readonly Stops[]): number {
    let position = 0;
    for (const { element, count } of stops) {
      if (element === stop) return position;
      if (element.contains(stop))
        return (
          position + (this.#rows.spanOf(element)?.indexOf(stop.closest<HTMLElement>('.row')?.dataset.id ?? '') ?? 0)
        );
      position += count;
    }
    return 0;
  }

  #goTo(position: number, stops: readonly Stops[]): void {
    let left = position;
    for (const { count, at } of stops) {
      if (left < count) {
        at(left)?.focus();
        // Before anything is painted: it has been scrolled to.
        this.#rows.place();
        return;
      }
      left -= count;
    }
  }

  #rove(stop: HTMLElement | null): void {
    if (!stop) return;
    this.#list.renderRoot.querySelector(`:is(${STOPS})[tabindex="0"]`)?.setAttribute('tabindex', '-1');
    stop.tabIndex = 0;
  }
}
