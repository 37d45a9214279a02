import type { LitElement, ReactiveController } from 'lit';
import type { EndFollower } from '../../controllers/end-follower.js';
import type { HistoryWindow } from './history-window.js';

/** A message in view: where it begins below the upper edge, and how high it is, in px of the view. */
interface Anchor {
  readonly element: Element;
  readonly by: number;
  readonly height: number;
  /** The view, when the message stood so. */
  readonly top: number;
  readonly width: number;
}

/**
 * Keeps the reader's place in the history: at the end it follows what is added or grows; elsewhere the message being read
 * does not move. The host renders a `.scroller` with a `.messages` list, and calls `restore` when one of them has another
 * size.
 */
export class ReadingPlace implements ReactiveController {
  readonly #host: LitElement;
  readonly #end: EndFollower;
  readonly #window: HistoryWindow;
  #anchor: Anchor | undefined;

  constructor(host: LitElement, end: EndFollower, window: HistoryWindow) {
    this.#host = host;
    this.#end = end;
    this.#window = window;
    host.addController(this);
  }

  readonly onScroll = (): void => {
    const wasFollowing = this.#end.isFollowing;
    if (!this.#end.takeScroll(!this.#window.hasLater)) return;
    this.#hold();
    if (this.#end.isFollowing !== wasFollowing) this.#host.requestUpdate();
  };

  hostUpdate(): void {
    this.#hold();
  }

  hostUpdated(): void {
    this.restore();
    this.#end.keep();
  }

  /** Puts the message that is read where it stood; of one that is higher or lower now as much is above the edge as was. */
  restore(): void {
    const { scroller } = this.#end;
    const anchor = this.#anchor;
    if (!scroller || !anchor?.element.isConnected || scroller.clientHeight === 0) return;
    const { by, height } = placeOf(anchor.element, scroller);
    const isBroken = anchor.by < 0 && scroller.clientWidth !== anchor.width;
    scroller.scrollTop += by - (isBroken ? (anchor.by * height) / anchor.height : anchor.by);
    this.#anchor = anchored(anchor.element, scroller);
  }

  #hold(): void {
    const { scroller, isFollowing } = this.#end;
    const anchor = isFollowing ? undefined : this.#anchor;
    this.#anchor = anchor;
    if (!scroller || isFollowing || scroller.clientHeight === 0) return;
    // Who has not scrolled reads what was read, whatever has grown above it since.
    const isHeld = scroller.scrollTop === anchor?.top || (anchor && scroller.clientWidth !== anchor.width);
    if (isHeld && anchor.element.isConnected) return;
    const { top } = scroller.getBoundingClientRect();
    const element = [...scroller.querySelectorAll('.message')].find((row) => row.getBoundingClientRect().bottom > top);
    this.#anchor = element && anchored(element, scroller);
  }
}

/** Rows are measured as they are drawn, and scrolled by what their page says. Not every engine tells of its zoom. */
function placeOf(element: Element, scroller: HTMLElement): Pick<Anchor, 'by' | 'height'> {
  const zoom = scroller.currentCSSZoom || 1;
  const { top, height } = element.getBoundingClientRect();
  return { by: (top - scroller.getBoundingClientRect().top) / zoom, height: height / zoom };
}

const anchored = (element: Element, scroller: HTMLElement): Anchor => ({
  element,
  ...placeOf(element, scroller),
  top: scroller.scrollTop,
  width: scroller.clientWidth,
});
