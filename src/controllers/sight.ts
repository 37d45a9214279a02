import { elementAround, someAround } from '../context/some-around.js';

/** Edges on the screen, in px from its corner, as they are drawn. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An element and all that it is shown in, through slots and shadow roots, innermost first. */
export function around(element: Element): Element[] {
  const all: Element[] = [];
  for (let own: Element | null = element; own; own = elementAround(own)) all.push(own);
  return all;
}

/** Whether anybody can see and use an element, through all shadow roots around it. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  return !someAround(element, (own) => own instanceof HTMLElement && own.inert);
}

/** Whether more may be in an element than it shows: it scrolls, or cuts what does not fit. */
export function isClipping(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/** What can be seen of the inside of an element, if anything: the part of the screen that none of those around it cuts off. */
export function sightIn(element: Element): Edges {
  const { clientWidth, clientHeight } = document.documentElement;
  let [left, top, right, bottom] = [0, 0, clientWidth, clientHeight];
  for (const own of around(element)) {
    // What is said of the page's root and its body is the window's.
    if (own === document.body || own === document.documentElement || !isClipping(own)) continue;
    const edges = own.getBoundingClientRect();
    left = Math.max(left, edges.left);
    top = Math.max(top, edges.top);
    right = Math.min(right, edges.right);
    bottom = Math.min(bottom, edges.bottom);
  }
  return { left, top, right, bottom };
}
