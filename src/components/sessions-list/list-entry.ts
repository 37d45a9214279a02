import type { LitElement } from 'lit';

/** What has no rows and can be gone to. */
export const BUTTONS = '.find, .older button';
/** What arrow keys go to. */
export const STOPS = `.card, ${BUTTONS}`;

/**
 * The one stop of a list for Tab, from where arrow keys go on: five hundred would lock keyboard users in, and one at the end
 * of the list would scroll everything away that they work on.
 */
export class ListEntry {
  readonly #list: LitElement;

  constructor(list: LitElement) {
    this.#list = list;
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

  #rove(stop: HTMLElement | null): void {
    if (!stop) return;
    this.#list.renderRoot.querySelector(`:is(${STOPS})[tabindex="0"]`)?.setAttribute('tabindex', '-1');
    stop.tabIndex = 0;
  }
}
