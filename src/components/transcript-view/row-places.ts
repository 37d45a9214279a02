import { drawnScale } from '../../controllers/drawn-scale.js';
import type { RowHeights } from './row-heights.js';

/** Multiples of so many px are exact in every engine, as far down as it can show anything: they keep lengths in 32 bits. */
const EXACT = 64;

/** Takes down how high the rows in the document are: of a view, those from `first` to before `last`. */
export function measureRows(scroller: HTMLElement, first: number, last: number, heights: RowHeights): void {
  const elements = scroller.querySelector('.rows')?.children ?? [];
  const scale = drawnScale(scroller);
  for (let index = first; index < last; index += 1) {
    const height = (elements[index - first]?.getBoundingClientRect().height ?? 0) / scale;
    // Nothing has a height while the element is not displayed.
    if (height > 0) heights.measure(index, height);
  }
}

/** Puts the rows in the document so many px below where all rows begin. */
export function setApart(scroller: HTMLElement, by: number): void {
  const before = scroller.querySelector<HTMLElement>('.before');
  if (!before) return;
  const top = Math.max(0, by);
  const rest = top % EXACT;
  before.style.blockSize = `${String(top - rest)}px`;
  before.style.paddingBlockEnd = `${String(rest)}px`;
}

/**
 * Scrolls, and answers how far beyond the place that is: engines scroll by whole pixels, of the page or of the screen, and
 * some million px down by every other one. Beyond either end there is no place to go to, and nothing is to stand beside
 * its own.
 */
export function scrolledTo(scroller: HTMLElement, top: number): number {
  if (Math.abs(top - scroller.scrollTop) >= 1) scroller.scrollTop = top;
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return top < 0 || top > scrollHeight - clientHeight ? 0 : scrollTop - top;
}
