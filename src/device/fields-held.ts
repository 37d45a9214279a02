/** Which field the agent is writing in: what another page writes does not take its place. */
export class FieldsHeld {
  #id: string | undefined;
  #element: Element | undefined;

  /** Something was written in a field just now. */
  take(id: string): void {
    this.#id = id;
    this.#element = focused();
  }

  /** Whether the agent is still where it was written, on a page that is looked at. */
  has(id: string): boolean {
    return id === this.#id && this.#element !== undefined && document.hasFocus() && focused() === this.#element;
  }
}

/** What has the focus, however deep in shadow roots. */
function focused(): Element | undefined {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement && activeElement !== document.body ? activeElement : undefined;
}
