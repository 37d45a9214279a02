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

/** Whether something holds of an element or of one that it is shown in: its slot, its parent, the host of its root. */
export function someAround(element: Element | null, holds: (around: Element) => boolean): boolean {
  for (let around = element; around; around = elementAround(around)) if (holds(around)) return true;
  return false;
}

export const elementAround = ({ assignedSlot, parentElement, parentNode }: Element): Element | null =>
  assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
