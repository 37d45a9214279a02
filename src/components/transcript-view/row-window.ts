import type { LitElement, ReactiveController } from 'lit';
import { RowHeights } from './row-heights.js';

/** The rows that a window stands over. */
export interface Rows {
  readonly length: number;
  idOf(index: number): string | undefined;
  indexOf(id: string): number;
}

/** The row at the upper edge, and how many px of it are scrolled out. */
interface Anchor {
  readonly id: string;
  readonly by: number;
}

const ESTIMATE = 48;
/** The height of a view that was never seen, in px: what the host's style sheet says. */
const VIEW = 320;
/** Rows kept ready above and below what is visible. */
const MARGIN = 8;
/** How near to the end, in px, still counts as reading the end. */
const NEAR = 32;

/**
 * Decides which of very many rows are in the document, and holds the reader's place: at the end it follows what is
 * added; elsewhere the row being read does not move, whatever arrives or grows above and below it.
 *
 * The host renders a `.scroller` with a `.rows` block in a `.content` block, one child per row from `first` to `last`.
 */
export class RowWindow implements ReactiveController {
  /** First row in the document. */
  first = 0;
  /** The row after the last one in the document. */
  last = 0;
  /** Whether the reader is at the end and stays there. */
  isFollowing = true;
  /** How many rows there were when the reader left the end. */
  #lengthRead = 0;

  readonly #host: LitElement;
  readonly #resizes = new ResizeObserver(() => {
    this.#onResize();
  });
  #rows: Rows = { length: 0, idOf: () => undefined, indexOf: () => -1 };
  #heights = new RowHeights(ESTIMATE);
  #width = 0;
  #height = 0;
  /** The reader's place from before the rows changed, until it is restored. */
  #held: Anchor | undefined;
  #scroller: HTMLElement | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Rows that came since the reader left the end. */
  get unseen(): number {
    return this.isFollowing ? 0 : Math.max(0, this.#rows.length - this.#lengthRead);
  }

  /** Other rows altogether: begins at the end. */
  reset(rows: Rows): void {
    this.#rows = rows;
    this.#measureAnew();
    this.isFollowing = true;
    this.#held = undefined;
    this.#choose();
  }

  /** The same rows, some changed, some more. */
  adapt(rows: Rows): void {
    const before = this.#rows;
    const lastId = before.idOf(before.length - 1);
    const isGrown = before.length === 0 || rows.idOf(before.length - 1) === lastId;
    this.#held ??= this.#anchor();
    this.#rows = rows;
    if (isGrown) this.#heights.growTo(rows.length);
    else this.#measureAnew();
    this.#choose();
  }

  scrollToEnd(): void {
    this.isFollowing = true;
    this.#held = undefined;
    this.#choose();
    this.#host.requestUpdate();
  }

  /** Brings a row to the top of the view, with a little of what stands before it. */
  scrollTo(id: string): void {
    if (!this.#scroller) return;
    this.#scroller.scrollTop = this.#heights.offsetOf(this.#rows.indexOf(id)) - ESTIMATE;
    // Before anything renders: who follows the end would be taken back there.
    this.onScroll();
  }

  readonly onScroll = (): void => {
    const scroller = this.#scroller;
    // A view that changes its size scrolls by itself: that is not the reader, and what it leads to follows.
    if (!scroller || !this.#isOfKnownSize(scroller)) return;
    const wasFollowing = this.isFollowing;
    this.isFollowing = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= NEAR;
    if (wasFollowing && !this.isFollowing) this.#lengthRead = this.#rows.length;
    const isCovered = this.#isCovered();
    if (!isCovered) this.#choose();
    if (!isCovered || wasFollowing !== this.isFollowing) this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
    if (scroller !== this.#scroller) this.#watch(scroller);
    if (!scroller) return;
    const anchor = this.#held ?? this.#anchor();
    this.#held = undefined;
    this.#measure(scroller);
    this.#place(scroller, anchor);
    // Real heights move the edges by a row or two, which the margin is there for.
    if (this.#isCovered()) return;
    this.#choose();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    this.#scroller = null;
  }

  #watch(scroller: HTMLElement | null): void {
    this.#resizes.disconnect();
    this.#scroller = scroller;
    if (!scroller) return;
    this.#width = scroller.clientWidth;
    this.#height = scroller.clientHeight;
    this.#resizes.observe(scroller);
  }

  /** Undefined while the end is followed. */
  #anchor(): Anchor | undefined {
    const scroller = this.#scroller;
    if (!scroller || this.isFollowing) return undefined;
    const index = this.#heights.indexAt(scroller.scrollTop);
    const id = this.#rows.idOf(index);
    return id === undefined ? undefined : { id, by: scroller.scrollTop - this.#heights.offsetOf(index) };
  }

  /** Which rows to have: those in view, and a margin. */
  #choose(): void {
    [this.first, this.last] = this.#inView(MARGIN);
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

  #measure(scroller: HTMLElement): void {
    const elements = scroller.querySelector('.rows')?.children ?? [];
    for (let index = this.first; index < this.last; index += 1) {
      const height = elements[index - this.first]?.getBoundingClientRect().height ?? 0;
      // Nothing has a height while the element is not displayed.
      if (height > 0) this.#heights.measure(index, height);
    }
  }

  #offsetOf({ id, by }: Anchor): number {
    return this.#heights.offsetOf(Math.max(0, this.#rows.indexOf(id))) + by;
  }

  #place(scroller: HTMLElement, anchor: Anchor | undefined): void {
    const content = scroller.querySelector<HTMLElement>('.content');
    const rows = scroller.querySelector<HTMLElement>('.rows');
    if (!content || !rows) return;
    content.style.blockSize = `${String(this.#heights.total)}px`;
    rows.style.transform = `translateY(${String(this.#heights.offsetOf(this.first))}px)`;
    if (this.isFollowing) scroller.scrollTop = scroller.scrollHeight;
    else if (anchor) {
      const top = this.#offsetOf(anchor);
      if (Math.abs(top - scroller.scrollTop) > 0.5) scroller.scrollTop = top;
    }
  }

  #isOfKnownSize({ clientWidth, clientHeight }: HTMLElement): boolean {
    return clientWidth === this.#width && clientHeight === this.#height;
  }

  /** Another width breaks lines elsewhere: no height is known any more. */
  #onResize(): void {
    // Taken out of the document, it has no size that could matter.
    if (!this.#scroller?.isConnected) return;
    if (this.#isOfKnownSize(this.#scroller)) return;
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    if (width !== this.#width && width > 0) {
      this.#held ??= this.#anchor();
      this.#width = width;
      this.#measureAnew();
    }
    this.#height = height;
    this.#host.requestUpdate();
  }

  #measureAnew(): void {
    this.#heights = new RowHeights(this.#heights.typical);
    this.#heights.growTo(this.#rows.length);
  }
}
