import { elementAround, someAround } from '../context/some-around.js';

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

/** The nearest that an element stands in and that can have the focus. */
export function focusableAround(element: Element): HTMLElement | undefined {
  for (let around = elementAround(element); around; around = elementAround(around))
    if (around instanceof HTMLElement && around.hasAttribute('tabindex')) return around;
  return undefined;
}

/** Before a button goes with what it was pressed for: focus to the nearest around it that can have it, else to its host. */
export function leaveFocus({ currentTarget }: Event): void {
  const button = currentTarget as Element;
  const heir = focusableAround(button) ?? ((button.getRootNode() as ShadowRoot).host as HTMLElement);
  if (!heir.hasAttribute('tabindex')) heir.tabIndex = -1;
  heir.focus();
}
