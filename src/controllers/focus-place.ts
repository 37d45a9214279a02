/** The element that has the focus, inside however many open shadow roots; the body, when there is none. */
export function deepActiveElement(page: Document): Element | null {
  let element = page.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
