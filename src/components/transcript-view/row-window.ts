import type { LitElement, ReactiveController } from 'lit';
import { EndFollower } from '../../controllers/end-follower.js';
import { LeftPlaces } from '../../controllers/left-places.js';
import { restOf } from '../../controllers/way-to-end.js';
import { RowHeights } from './row-heights.js';
import { measureRows, scrolledTo, setApart } from './row-places.js';

/** The rows that a window stands over. */
export interface Rows {
  readonly length: number;
  idOf(index: number): string | undefined;
  indexOf(id: string): number;
}

/** A row that is read, and how many px from where it begins the upper edge is; less than 0 where it begins below that. */
interface Anchor {
  readonly id: string;
  readonly by: number;
}

/** Where rows were left that were read further up, and how many there were when their end was left. */
interface Left extends Anchor {
  readonly read: number;
}

const ESTIMATE = 48;
/** The height of a view that was never seen, in px: what the host's style sheet says. */
const VIEW = 320;
/** Rows kept ready above and below what is visible. */
const MARGIN = 8;
/** More rows are not kept for what is selected in them. */
const MOST_SELECTED = 400;

/**
 * Decides which of very many rows are in the document, and holds the reader's place: at the end it follows what is
 * added; elsewhere the row being read does not move, whatever arrives or grows above and below it.
 *
 * The host renders a `.scroller`, in it a `.content` block, and in that a block `.before` all rows and `.rows`, which is no
 * block: one child for each row from `first` to `last`. No row is transformed: what is far down could not be measured
 * exactly; and none is in a block of its own, which would move where rows come and go.
 */
export class RowWindow implements ReactiveController {
  /** First row in the document. */
  first = 0;
  /** The row after the last one in the document. */
  last = 0;

  readonly #host: LitElement;
  readonly #end: EndFollower;
  #rows: Rows = { length: 0, idOf: () => undefined, indexOf: () => -1 };
  #heights = new RowHeights(ESTIMATE);
  /** The reader's place from before the rows changed, until it is restored. */
  #held: Anchor | undefined;
  readonly #left = new LeftPlaces<Left>();
  /** How many px all rows stand below their place, so that the one being read stands where it stood. */
  #shift = 0;
  #isPrinted = false;
  /** Whether there is more below the view of a reader who does not follow the end. */
  #goesOn = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#end = new EndFollower(host, {
      onResize: (isOtherWidth) => {
        this.#onResize(isOtherWidth);
      },
    });
    host.addController(this);
  }

  /** Whether the reader is at the end and stays there. */
  get isFollowing(): boolean {
    return this.#end.isFollowing;
  }

  /** Whether the way back to the end is to be shown: not to one who sees it, beside a line that is held. */
  get isAway(): boolean {
    return this.#end.isAway && this.#goesOn;
  }

  /** Rows that came since the reader left the end. */
  get unseen(): number {
    return this.#end.unseen;
  }

  /** Other rows altogether: begins where they were left further up, or at their end. Each go by a name. */
  turn(from: string | undefined, to: string | undefined, rows: Rows): void {
    this.#leave(from);
    this.#end.grow(rows.length);
    this.#rows = rows;
    this.#measureAnew();
    this.#end.follow();
    const left = this.#left.of(to);
    this.#held = left && rows.indexOf(left.id) >= 0 ? left : undefined;
    if (left && this.#held) this.#end.leave(left.read);
    this.#choose();
  }

  /** Whoever comes now has read nothing further up. */
  forget(): void {
    this.#left.clear();
  }

  /** The same rows, some changed, some more. */
  adapt(rows: Rows): void {
    const before = this.#rows;
    const lastId = before.idOf(before.length - 1);
    const isGrown = before.length === 0 || rows.idOf(before.length - 1) === lastId;
    this.#end.grow(rows.length);
    this.#held = this.#among(rows, this.isFollowing ? undefined : (this.#held ?? this.#anchor()));
    this.#rows = rows;
    if (isGrown) this.#heights.growTo(rows.length);
    else this.#measureAnew();
    this.#choose();
  }

  /** All rows for paper, which is not scrolled, and those in view again; to be followed by an update. */
  print(isPrinted: boolean): void {
    this.#isPrinted = isPrinted;
    if (!this.isFollowing) this.#held ??= this.#anchor();
    this.#choose();
  }

  scrollToEnd(): void {
    this.#end.halt();
    this.#end.follow();
    this.#held = undefined;
    this.#choose();
    this.#host.requestUpdate();
  }

  scrollToStart(): void {
    if (!this.#scroller) return;
    this.#end.halt();
    this.#scroller.scrollTop = 0;
    this.onScroll();
  }

  /** Brings a row to the top of the view, with a little of what stands before it, and holds it there: also at the end. */
  scrollTo(id: string): void {
    if (!this.#scroller) return;
    this.#end.halt();
    this.#end.leave();
    this.#held = { id, by: -ESTIMATE };
    this.#choose();
    this.#host.requestUpdate();
  }

  readonly onScroll = (): void => {
    const wasFollowing = this.isFollowing;
    if (!this.#end.takeScroll()) return;
    const isCovered = this.#isCovered();
    if (!isCovered) this.#choose();
    const isOther = this.#lookBelow();
    if (!isCovered || isOther || wasFollowing !== this.isFollowing) this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const anchor = this.#held ?? this.#anchor();
    this.#held = undefined;
    // What stands above the rows waits for none of their heights: at the end, where nobody reads, they are laid out once.
    if (this.isFollowing) this.#setApart(scroller);
    measureRows(scroller, this.first, this.last, this.#heights);
    this.#place(scroller, anchor);
    const isOther = this.#lookBelow();
    // Real heights move the edges by a row or two, which the margin is there for.
    const isCovered = this.#isCovered();
    if (!isCovered) this.#choose();
    if (!isCovered || isOther) this.#host.requestUpdate();
  }

  /** Answers whether what is below the view is otherwise than it was. */
  #lookBelow(): boolean {
    const scroller = this.#scroller;
    const goesOn = scroller !== null && !this.isFollowing && restOf(scroller) > 1;
    const isOther = goesOn !== this.#goesOn;
    this.#goesOn = goesOn;
    return isOther;
  }

  get #scroller(): HTMLElement | null {
    return this.#end.scroller;
  }

  /**
   * Undefined while the end is followed. The first row in view that somebody has seen: one above it that has just come
   * into view, and turns out higher than it was taken for, must not push away what is read.
   */
  #anchor(): Anchor | undefined {
    const scroller = this.#scroller;
    if (!scroller || this.isFollowing) return undefined;
    const { scrollTop, clientHeight } = scroller;
    const top = this.#heights.indexAt(scrollTop);
    const end = this.#heights.indexAt(scrollTop + clientHeight);
    let index = top;
    while (index < end && !this.#heights.isMeasured(index)) index += 1;
    if (!this.#heights.isMeasured(index)) index = top;
    const id = this.#rows.idOf(index);
    return id === undefined ? undefined : { id, by: scrollTop - this.#heights.offsetOf(index) - this.#shift };
  }

  #leave(name: string | undefined): void {
    // What nobody sees is at no place; it is where it was.
    if (name === undefined || this.#scroller?.clientHeight === 0) return;
    const anchor = this.isFollowing ? undefined : (this.#held ?? this.#anchor());
    this.#left.keep(name, anchor && { ...anchor, read: this.#end.read });
  }

  /** The place among other rows: where its row is gone, that of the next one that is there, which stands where it stood. */
  #among(rows: Rows, anchor: Anchor | undefined): Anchor | undefined {
    if (!anchor || rows.indexOf(anchor.id) >= 0) return anchor;
    const from = this.#rows.indexOf(anchor.id);
    for (let index = from + 1; index < this.#rows.length; index += 1) {
      const id = this.#rows.idOf(index);
      if (id !== undefined && rows.indexOf(id) >= 0)
        return { id, by: anchor.by - this.#heights.offsetOf(index) + this.#heights.offsetOf(from) };
    }
    return undefined;
  }

  /**
   * Which rows to have: those in view, a margin, and what is selected near by, which would be lost with its rows. Those
   * above go some at a time: to go is to move all below.
   */
  #choose(): void {
    if (this.#isPrinted) {
      [this.first, this.last] = [0, this.#rows.length];
      return;
    }
    const [top, last] = this.#inView(MARGIN);
    const first = top - (top % MARGIN);
    const rows = this.#end.selected.map((id) => this.#rows.indexOf(id)).filter((row) => row >= 0);
    const [from, to] = [Math.min(first, ...rows), Math.max(last, ...rows.map((row) => row + 1))];
    [this.first, this.last] = to - from > MOST_SELECTED ? [first, last] : [from, to];
  }

  /** Whether what is in the document is enough for what is in view, and for some scrolling. */
  #isCovered(): boolean {
    const [first, last] = this.#inView(MARGIN / 2);
    return this.first <= first && this.last >= last;
  }

  /** The first row in view and the one after the last, with so many more at either end. */
  #inView(margin: number): readonly [number, number] {
    const view = this.#scroller?.clientHeight ?? VIEW;
    const held = this.#held && this.#offsetOf(this.#held);
    const top = held ?? (this.isFollowing ? this.#heights.total - view : (this.#scroller?.scrollTop ?? 0));
    return [
      Math.max(0, this.#heights.indexAt(top) - margin),
      Math.min(this.#rows.length, this.#heights.indexAt(top + view) + 1 + margin),
    ];
  }

  #offsetOf({ id, by }: Anchor): number {
    return this.#heights.offsetOf(Math.max(0, this.#rows.indexOf(id))) + by;
  }

  #place(scroller: HTMLElement, anchor: Anchor | undefined): void {
    const content = scroller.querySelector<HTMLElement>('.content');
    if (!content) return;
    // With its last row in the document, the content is as high as that makes it.
    const isToEnd = this.isFollowing && this.last === this.#rows.length;
    content.style.blockSize = isToEnd ? '' : `${String(this.#heights.total)}px`;
    const shift = anchor && !this.isFollowing ? scrolledTo(scroller, this.#offsetOf(anchor)) : 0;
    this.#end.keep();
    const isInPlace = isToEnd && shift === this.#shift;
    this.#shift = shift;
    if (!isInPlace) this.#setApart(scroller);
  }

  #setApart(scroller: HTMLElement): void {
    setApart(scroller, this.#heights.offsetOf(this.first) + this.#shift);
  }

  /** Another width breaks lines elsewhere: no height is known any more. */
  #onResize(isOtherWidth: boolean): void {
    if (isOtherWidth) {
      this.#held ??= this.#anchor();
      this.#measureAnew();
    }
    this.#host.requestUpdate();
  }

  #measureAnew(): void {
    this.#heights = new RowHeights(this.#heights.typical);
    this.#heights.growTo(this.#rows.length);
  }
}
