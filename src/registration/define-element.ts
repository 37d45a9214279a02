import { installContextRoot } from '../context/workspace-handle.js';
import { KIT, VERSION } from './version.js';

/** Registers a tag unless the page has it already: another copy of the kit, or an element of the host's own, came first. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  installContextRoot();
  if (customElements.get(tag)) return;
  Reflect.set(element, KIT, VERSION);
  customElements.define(tag, element);
}

const loaders = new Map<string, () => Promise<unknown>>();

/** Names what defines a tag, to be loaded when the first such element is shown: a page pays only for what it shows. */
export function defineLater(tag: string, load: () => Promise<unknown>): void {
  if (!loaders.has(tag)) loaders.set(tag, load);
}

/** Whether somebody has named what defines a tag. */
export const isLater = (tag: string): boolean => loaders.has(tag);

/** Loads what defines a tag. Does nothing for one that is defined or that nobody named; rejects when loading fails. */
export async function loadElement(tag: string): Promise<void> {
  if (!customElements.get(tag)) await loaders.get(tag)?.();
}
