import { installContextRoot } from '../context/workspace-handle.js';
import { VERSION } from './version.js';

/** Under this every class of the kit that has a tag says its version, so that two on one page know of each other. */
export const KIT = Symbol.for('my-sessions/version');

/** Registers a tag unless the page has it already: another copy of the kit, or an element of the host's own, came first. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  installContextRoot();
  const there = customElements.get(tag);
  if (!there) {
    Reflect.set(element, KIT, VERSION);
    customElements.define(tag, element);
  } else if (versionOf(there) !== VERSION)
    // Where it cannot be loaded nothing is told, and all else goes on.
    import('./tell-taken.js').then(
      (own) => {
        own.tellTaken(tag, versionOf(there));
      },
      () => undefined,
    );
}

/** The version of the kit that an element's class is of; undefined for one that is not of the kit, or of an early one. */
export const versionOf = (element: CustomElementConstructor): unknown => Reflect.get(element, KIT);

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
