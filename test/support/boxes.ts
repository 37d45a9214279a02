import { allWithin } from './mounting.js';

/** What an element lies in as it is laid out: its slot, its parent, or the host of its shadow root. */
function aroundOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const scrolls = ({ overflowX, overflowY }: CSSStyleDeclaration): boolean =>
  [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll' || overflow === 'hidden');

/** The scroller that an element is drawn in without being scrolled or cut by it; undefined when there is none. */
function escaped(element: Element): Element | undefined {
  for (let around = aroundOf(element); around; around = aroundOf(around)) {
    const style = getComputedStyle(around);
    if (style.position !== 'static' || style.transform !== 'none' || around === document.documentElement)
      return undefined;
    if (scrolls(style) && around !== document.body) return around;
  }
  return undefined;
}

const nameOf = ({ localName, className, part }: Element): string =>
  [localName, ...className.split(' '), ...part].filter(Boolean).join('.');

/**
 * What is positioned outside of the scroller that it stands in: it stays where it was when the scroller is scrolled, and
 * makes the page as long as everything in the scroller. Each as "what < in which scroller".
 */
export const outsideOfScrollers = (root: ParentNode): string[] =>
  allWithin(root)
    .filter((element) => getComputedStyle(element).position === 'absolute')
    .flatMap((element) => {
      const scroller = escaped(element);
      return scroller ? [`${nameOf(element)} < ${nameOf(scroller)}`] : [];
    });
