/** How near to the end, in px, a reader who comes down to it has reached it. */
const NEAR = 32;
/** What was drawn so shortly ago, in ms, may not be painted yet: a reader sets out to the end before it. */
const PAINTED_MS = 100;
/**
 * For so long the end may grow away from a reader who goes on to it, in ms, and longer from one who goes by more than a view
 * in that time; and so long it takes to be there.
 */
const GOING_MS = 1000;
const COMING_MS = 2000;
const NOWHERE = { top: 0, at: -Infinity };

/** Where the end was when the reader set out to it, when that was, and where the reader was last, in px. */
interface Goal {
  readonly top: number;
  readonly at: number;
  readonly from: number;
}

/** Where the view is at the end, in px. */
const endOf = ({ scrollHeight, clientHeight }: HTMLElement): number => scrollHeight - clientHeight;

/** How far the view is from the end, in px. */
export const restOf = (scroller: HTMLElement): number => endOf(scroller) - scroller.scrollTop;

/** The way of a reader down to the end of what grows: where it was when the reader set out is far enough. */
export class WayToEnd {
  /** Where the view is at the end: when the reader set out, and before it grew last; and when that was. */
  #goal: Goal = { ...NOWHERE, from: 0 };
  #before = NOWHERE;

  /** More is about to be placed at the end. */
  grows(scroller: HTMLElement): void {
    this.#before = { top: endOf(scroller), at: performance.now() };
  }

  /** The reader sets out, or goes on. Who goes on faster than one reads is on the same way for as long as it takes. */
  setOut(scroller: HTMLElement): void {
    const at = performance.now();
    const since = at - this.#goal.at;
    if (since <= GOING_MS) return;
    const { scrollTop: from, clientHeight } = scroller;
    const isRunning = since <= COMING_MS && from - this.#goal.from >= (clientHeight * since) / GOING_MS;
    const goal = isRunning ? this.#goal : at - this.#before.at < PAINTED_MS ? this.#before : { top: endOf(scroller) };
    this.#goal = { top: goal.top, at, from };
  }

  /**
   * Whether the reader is at the end, or where that was: what comes faster than one scrolls could never be caught up with.
   *
   * @param from where the view was before, in px; who comes from further down is at the end itself, or not there
   */
  hasCome(scroller: HTMLElement, from: number): boolean {
    const { scrollTop } = scroller;
    if (scrollTop <= from) return restOf(scroller) <= 1;
    const { top, at } = this.#goal;
    return restOf(scroller) <= NEAR || (performance.now() - at < COMING_MS && scrollTop >= top - NEAR);
  }
}
