import { ContextRoot, createContext } from '@lit/context';
import { isServer } from 'lit';
import type { SessionStore } from '../core/store/session-store.js';
import type { Localization } from '../localize/localization.js';
import type { Ticker } from './ticker.js';

/**
 * What elements get through context. The handle itself never changes while its provider keeps the same store; all that
 * changes is behind `store.select`.
 */
export interface WorkspaceHandle {
  readonly store: SessionStore;
  /** The element that provides it: what hosts hear from when no other element is there to tell. */
  readonly provider: HTMLElement;
  readonly ticker: Ticker;
  readonly localization: Localization;
  /** By session, the element that says to screen readers what is new in it: of several that show it, one does. */
  readonly speakers: Map<string, Element>;
  /** While the words of the page's language are on their way: until they are there, or have taken too long. */
  readonly words?: Promise<unknown> | undefined;
}

/**
 * The key under which a provider is found. A registered symbol, because elements of one page may come from several
 * bundles; the number changes when the handle's shape does, so that two versions do not meet.
 */
export const workspaceContext = createContext<WorkspaceHandle | undefined>(Symbol.for('my-sessions/workspace/3'));

const CONTEXT_ROOT = Symbol.for('my-sessions/context-root');

/**
 * Lets elements that were defined before their provider find it. Define files call it: without it an element upgraded
 * first asks once, is not heard, and stays unconnected for good. One for the page, however many bundles it loads.
 */
export function installContextRoot(): void {
  const page = globalThis as { [CONTEXT_ROOT]?: ContextRoot };
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the types are those of a page
  if (isServer || page[CONTEXT_ROOT]) return;
  page[CONTEXT_ROOT] = new ContextRoot();
  page[CONTEXT_ROOT].attach(document.documentElement);
}
