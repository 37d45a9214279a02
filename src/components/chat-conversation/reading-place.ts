import type { LitElement, ReactiveController } from 'lit';
import { drawnScale } from '../../controllers/drawn-scale.js';
import type { EndFollower } from '../../controllers/end-follower.js';
import { LeftPlaces } from '../../controllers/left-places.js';
import type { HistoryWindow, LeftHistory } from './history-window.js';

/** A message in view: where it begins below the upper edge, and how high it is, in px of the view. */
interface Anchor {
  readonly element: HTMLElement;
  readonly by: number;
  readonly height: number;
  /** The view, when the message stood so. */
  readonly top: number;
  readonly width: number;
}

/** Where a conversation was left: at a message, and how far below the upper edge that began, in px of the view. */
interface Left extends LeftHistory {
  readonly id: string | undefined;
  readonly by: number;
}

/**
 * Keeps the reader's place in the history: at the end it follows what is added or grows; elsewhere the message being read
 * does not move. The host renders a `.scroller` with a `.messages` list, and calls `onResize` when one of them has another
 * size.
 */
export class ReadingPlace implements ReactiveController {
  readonly #host: LitElement;
  readonly #end: EndFollower;
  readonly #window: HistoryWindow;
  /** What is in view from the one that is read on: where that is gone, the next one stands where it stood. */
  #anchors: readonly Anchor[] = [];
  readonly #left = new LeftPlaces<Left>();
  /** Where to come back to, once it is drawn. */
  #sought: Left | undefined;

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

  /** The view or what is in it has another size; the reader may have scrolled before, though no event says so yet. */
  onResize(): void {
    const { isFollowing } = this.#end;
    if (!isFollowing) this.#end.takeScroll(!this.#window.hasLater);
    if (isFollowing === this.#end.isFollowing) this.#restore();
    else this.#host.requestUpdate();
  }

  /** Turns to another conversation: where it was left further up, or to its end. */
  turn(from: string | undefined, to: string | undefined, length: number): void {
    const [anchor] = this.#anchors;
    const { start, end } = this.#window;
    const left = anchor && { start, end, read: this.#end.read, id: anchor.element.dataset['id'], by: anchor.by };
    if (from !== undefined) this.#left.keep(from, left);
    this.#sought = this.#left.of(to);
    this.#anchors = [];
    this.#window.reset(length, this.#sought);
  }

  /** Whoever comes now has read nothing further up. */
  forget(): void {
    this.#left.clear();
  }

  hostUpdate(): void {
    this.#hold();
  }

  hostUpdated(): void {
    this.#comeBack();
    this.#restore();
    this.#end.keep();
  }

  /** Puts the message that is read where it stood; of one that is higher or lower now as much is above the edge as was. */
  #restore(): void {
    const { scroller } = this.#end;
    const anchor = this.#anchors.find(({ element }) => element.isConnected);
    if (!scroller || !anchor || scroller.clientHeight === 0) return;
    const { by, height } = placeOf(anchor.element, scroller);
    const { scrollTop, clientHeight, clientWidth, scrollHeight } = scroller;
    const isBroken = anchor.by < 0 && clientWidth !== anchor.width;
    // The reader may have gone on already, though no event says so. What ends higher up takes the view along with it.
    const isTaken = clientWidth !== anchor.width || scrollHeight - scrollTop - clientHeight <= 1;
    const gone = isTaken ? Math.max(0, scrollTop - anchor.top) : scrollTop - anchor.top;
    const change = by + gone - (isBroken ? (anchor.by * height) / anchor.height : anchor.by);
    // To be put where it is ends what is scrolled smoothly.
    if (Math.abs(change) >= 0.1) scroller.scrollTop += change;
    this.#anchors = anchoredFrom(anchor.element, scroller);
  }

  #comeBack(): void {
    const { scroller } = this.#end;
    if (!this.#sought || !scroller) return;
    const { id, by } = this.#sought;
    const element = messagesIn(scroller).find(({ dataset }) => dataset['id'] === id);
    if (element) scroller.scrollTop += placeOf(element, scroller).by - by;
    this.#sought = undefined;
  }

  #hold(): void {
    const { scroller, isFollowing } = this.#end;
    if (isFollowing) this.#anchors = [];
    const [anchor] = this.#anchors;
    if (!scroller || isFollowing || scroller.clientHeight === 0) return;
    // Who has not scrolled reads what was read, whatever has grown above it since.
    const isHeld = scroller.scrollTop === anchor?.top || (anchor && scroller.clientWidth !== anchor.width);
    if (isHeld && anchor.element.isConnected) return;
    const { top } = scroller.getBoundingClientRect();
    const element = messagesIn(scroller).find((row) => row.getBoundingClientRect().bottom > top);
    this.#anchors = element ? anchoredFrom(element, scroller) : [];
  }
}

const messagesIn = (scroller: HTMLElement): HTMLElement[] => [...scroller.querySelectorAll<HTMLElement>('.message')];

function placeOf(element: Element, scroller: HTMLElement): Pick<Anchor, 'by' | 'height'> {
  const scale = drawnScale(scroller);
  const { top, height } = element.getBoundingClientRect();
  return { by: (top - scroller.getBoundingClientRect().top) / scale, height: height / scale };
}

/** A message, and those after it that are in view. */
function anchoredFrom(first: HTMLElement, scroller: HTMLElement): readonly Anchor[] {
  const { scrollTop: top, clientWidth: width, clientHeight } = scroller;
  const anchors: Anchor[] = [];
  for (let element: HTMLElement | null = first; element; element = element.nextElementSibling as HTMLElement | null) {
    const place = placeOf(element, scroller);
    if (anchors.length > 0 && place.by > clientHeight) break;
    anchors.push({ element, ...place, top, width });
  }
  return anchors;
}
