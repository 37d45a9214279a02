import type { LitElement } from 'lit';

const known = new WeakSet<Element>();

/**
 * Has an element be as it was when a host moves it to another place of its page: browsers scroll all of it to its beginning,
 * and leave a dialog open that is over nothing and closed by no key. For what stands in the page.
 */
export function withstandMoves(element: LitElement, root: ShadowRoot): void {
  if (known.has(element)) return;
  known.add(element);
  /** What was scrolled, and where to, in px. */
  const places = new Map<Element, readonly [left: number, top: number]>();
  const note = ({ target }: Event): void => {
    for (const own of places.keys()) if (!own.isConnected) places.delete(own);
    if (target instanceof Element) places.set(target, [target.scrollLeft, target.scrollTop]);
  };
  // Neither hears of the other.
  for (const place of [element, root]) place.addEventListener('scroll', note, { capture: true, passive: true });
  let isMoving = false;
  element.addController({
    hostDisconnected: () => {
      isMoving = true;
      queueMicrotask(() => (isMoving = false));
    },
    hostConnected: () => {
      if (!isMoving) return;
      for (const [own, [left, top]] of places) own.scrollTo({ left, top, behavior: 'instant' });
      for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[open]:not(:modal)')) {
        dialog.open = false;
        dialog.showModal();
        dialog.querySelector<HTMLElement>('[data-begin]')?.focus();
      }
    },
  });
}
