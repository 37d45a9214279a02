import { installContextRoot } from '../../context/workspace-handle.js';

/** Registers a tag unless the page has it already: another copy of the kit, or an element of the host's own, came first. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  installContextRoot();
  if (!customElements.get(tag)) customElements.define(tag, element);
}
