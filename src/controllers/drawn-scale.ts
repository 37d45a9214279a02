/** So much of what is measured comes of how engines round it. */
const ROUNDED = 0.001;

/**
 * How many times as large as its page says an element is drawn, by `zoom` and by what is transformed around it: it is measured as
 * it is drawn, and scrolled by what its page says. Engines disagree on which of it they tell where a page is zoomed.
 */
export function drawnScale(element: Element): number {
  const zoom = element.currentCSSZoom || 1;
  const scale = element.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).width);
  return !scale || Math.abs(scale / zoom - 1) < ROUNDED ? zoom : scale;
}
