/** The element that has the focus, inside however many open shadow roots; the body, when there is none. */
export function deepActiveElement(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether anybody can see and use an element, through all shadow roots around it. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  for (let around: Element | null = element; around; around = elementAround(around))
    if (around instanceof HTMLElement && around.inert) return false;
  return true;
}

/** What stands around an element as it is shown: its slot, its parent, or the host of its shadow root. */
export function elementAround({ assignedSlot, parentElement, parentNode }: Element): Element | null {
  return assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}
