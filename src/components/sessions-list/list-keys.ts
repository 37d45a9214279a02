import type { LitElement } from 'lit';

const STOPS = '.card, .find, .older button';

type List = LitElement & { readonly mode: 'list' | 'bar' | 'icons' };

/**
 * Where arrow keys go in a list: cards, and the ways to more of them. One stop is the way in by Tab, and arrow keys go on
 * from there: five hundred would lock keyboard users in, and one at the end of the list would scroll everything away that
 * they work on.
 */
export class ListKeys {
  readonly #list: List;

  constructor(list: List) {
    this.#list = list;
  }

  /** The way in is the card of the session that is looked at, or the first one. */
  begin(): void {
    const { renderRoot } = this.#list;
    this.#rove(
      renderRoot.querySelector<HTMLElement>('.card[aria-current]') ??
        renderRoot.querySelector<HTMLElement>('.card') ??
        this.#stops()[0],
    );
  }

  readonly onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.matches(STOPS)) this.#rove(target);
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(STOPS)) return;
    const stops = this.#stops();
    const position = stops.indexOf(event.target);
    const isBar = this.#list.mode === 'bar';
    const isRtl = this.#list.matches(':dir(rtl)');
    const next = isBar ? (isRtl ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown';
    const previous = isBar ? (isRtl ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp';
    const target = new Map([
      [next, position + 1],
      [previous, position - 1],
      ['Home', 0],
      ['End', stops.length - 1],
    ]).get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(target, stops.length - 1))]?.focus();
  };

  /** In a bar there are cards alone. */
  #stops(): HTMLElement[] {
    return [...this.#list.renderRoot.querySelectorAll<HTMLElement>(this.#list.mode === 'bar' ? '.card' : STOPS)];
  }

  #rove(stop: HTMLElement | undefined): void {
    if (!stop) return;
    this.#list.renderRoot.querySelector(`:is(${STOPS})[tabindex="0"]`)?.setAttribute('tabindex', '-1');
    stop.tabIndex = 0;
  }
}
