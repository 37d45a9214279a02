import { someAround } from '../context/some-around.js';

/** The element that has the focus, inside however many open shadow roots; the body, when there is none. */
export function deepActiveElement(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether anybody can see and use an element, through all shadow roots around it. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  return !someAround(element, (around) => around instanceof HTMLElement && around.inert);
}
