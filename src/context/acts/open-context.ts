import type { WorkspaceHandle } from '../workspace-handle.js';
import type { ContextOpening } from './act-events.js';
import { dispatchPublic } from './public-event.js';

/**
 * Opens a context item, unless a host says no or does it itself.
 *
 * @param open answers whether the browser allowed it
 * @returns false when it was to be opened and could not be
 */
export function openContext(
  { provider }: WorkspaceHandle,
  from: HTMLElement,
  opening: ContextOpening,
  open: () => boolean,
): boolean {
  if (!dispatchPublic(from, 'context-open', opening, true, provider)) return true;
  if (!open()) return false;
  dispatchPublic(from, 'context-opened', opening, false, provider);
  return true;
}

/** With the first button of the mouse a link is followed, and with the middle one, which is no click. */
const isFollowed = ({ type, button }: MouseEvent): boolean => button === (type === 'auxclick' ? 1 : 0);

/**
 * The same for a link, which the browser opens: a listener for its `click` and `auxclick`.
 *
 * @param onFollow called when the agent follows it, whoever opens it
 */
export const linkToContext =
  ({ provider }: WorkspaceHandle, from: HTMLElement, opening: ContextOpening, onFollow?: () => void) =>
  (event: MouseEvent): void => {
    if (!isFollowed(event)) return;
    onFollow?.();
    if (!dispatchPublic(from, 'context-open', opening, true, provider)) {
      event.preventDefault();
      return;
    }
    // An element around it may still keep the browser from following; when all have heard of the click, it is decided.
    setTimeout(() => {
      if (!event.defaultPrevented) dispatchPublic(from, 'context-opened', opening, false, provider);
    });
  };
