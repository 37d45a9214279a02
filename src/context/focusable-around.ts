import { elementAround } from './some-around.js';

/** The nearest that an element stands in and that can have the focus; on a page that has none, the element itself. */
export function focusableAround(element: HTMLElement): HTMLElement {
  for (let own = elementAround(element); own; own = elementAround(own))
    if (own instanceof HTMLElement && own.hasAttribute('tabindex')) return own;
  element.tabIndex = -1;
  return element;
}
