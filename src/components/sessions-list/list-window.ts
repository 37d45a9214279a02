import type { LitElement } from 'lit';
import { drawnScale } from '../../controllers/drawn-scale.js';
import { around, isClipping, sightIn } from '../../controllers/sight.js';
import { styles } from './list-window.styles.js';
import { FIRST } from './row-span.js';
import type { RowSpan } from './row-span.js';

/** So many rows too many are kept rather than taken out. */
const MOST_MORE = 120;
/** So many px above and below what is in sight are ready, and half as many at least. */
const MARGIN = 400;

/** From the first row to the one after the last. */
type Range = readonly [first: number, last: number];

const NONE: Range = [0, 0];

/** Where a span stands along the way its rows go, in px on the screen. */
interface Extent {
  readonly start: number;
  readonly size: number;
  /** From where to where the span could be seen, on the same line. */
  readonly from: number;
  readonly to: number;
}

/** A row that is in sight, and where. */
interface Seen {
  readonly id: string;
  readonly at: number;
}

/**
 * Decides which rows of a long list are in the document: those in sight and some beside them, whatever scrolls around the
 * list. When rows come, go or are put elsewhere, what is read stays where it is. The rows are as high as the styles say, so
 * that nothing is measured but where the list stands.
 */
export class ListWindow {
  readonly #host: LitElement;
  readonly #spans: ReadonlySet<RowSpan>;
  readonly #onMove: () => void;
  /** The rows of each that are in the document, but for those apart. */
  readonly #ranges = new WeakMap<RowSpan, Range>();
  #seen: readonly Seen[] = [];
  #roots: readonly EventTarget[] = [];
  #sizes: ResizeObserver | undefined;
  #sized: ReadonlySet<Element> = new Set();

  /** @param onMove something else may be in sight */
  constructor(host: LitElement, spans: ReadonlySet<RowSpan>, onMove: () => void) {
    this.#host = host;
    this.#spans = spans;
    this.#onMove = onMove;
    if (styles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
  }

  /** Remembers what is read, before the list is rendered. */
  remember(): void {
    this.#seen = this.#scroller() ? this.#inSight() : [];
  }

  stop(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#onScroll, true);
    this.#roots = [];
    this.#sizes?.disconnect();
    this.#sized = new Set();
    removeEventListener('resize', this.#onMove);
  }

  /**
   * Puts the rows into the document that are in sight, and those that hold the focus or the way in by Tab.
   *
   * @param isLong whether there are enough for some to be left out
   * @param selectedId a row that is always ther
   */
  place(isLong: boolean, selectedId: string | undefined): void {
    const spans = [...this.#spans];
    if (!isLong) {
      for (const span of spans) this.#put(span, [0, span.length]);
      return;
    }
    // As high as all its rows, before it is asked which are in sight.
    for (const span of spans) this.#fill(span);
    const extents = extentsOf(spans);
    const ranges = spans.map((span, at) => this.#rangeOf(span, extents[at]));
    // Where nothing is in sight, or has been laid out, it begins at its beginning.
    const isSeen = ranges.some(([first, last]) => last > first);
    let left = FIRST;
    for (const [at, span] of spans.entries()) {
      const range: Range = (isSeen ? ranges[at] : undefined) ?? [0, Math.min(left, span.length)];
      left = Math.max(0, left - range[1]);
      this.#put(span, range, selectedId === undefined ? -1 : span.indexOf(selectedId));
    }
  }

  /** Puts one more row into the document, in its place, wherever that is. */
  reveal(span: RowSpan, index: number): HTMLElement | undefined {
    this.#put(span, this.#ranges.get(span) ?? NONE, index);
    return span.rowAt(index);
  }

  #rangeOf(span: RowSpan, extent: Extent | undefined): Range {
    const before = this.#ranges.get(span) ?? NONE;
    if (!extent) return before;
    const [first, last] = rowsWithin(span, extent, MARGIN / 2);
    const [has, had] = before;
    const isEnough = has <= first && had >= last && had <= span.length && had - has <= last - first + MOST_MORE;
    return isEnough ? before : rowsWithin(span, extent, MARGIN);
  }

  #put(span: RowSpan, range: Range, also = -1): void {
    const [first, last] = range;
    this.#ranges.set(span, range);
    const places = wanted(span, range, also);
    span.place(places);
    const isWhole = first === 0 && last === span.length;
    for (const index of places) {
      const row = span.rowAt(index);
      if (!row) continue;
      const isApart = index < first || index >= last;
      say(row, 'aria-posinset', isWhole ? undefined : index + 1);
      say(row, 'aria-setsize', isWhole ? undefined : span.length);
      if (isApart) row.style.setProperty('--_at', String(index));
      if (row.classList.contains('apart') !== isApart) row.classList.toggle('apart', isApart);
    }
    this.#fill(span);
  }

  /** Room for the rows that are not there. */
  #fill(span: RowSpan): void {
    const { element, length } = span;
    const shown = [...element.children].filter((row) => !row.classList.contains('apart')).length;
    const before = Math.min(this.#ranges.get(span)?.[0] ?? 0, Math.max(0, length - shown));
    const after = Math.max(0, length - shown - before);
    element.classList.toggle('part', before + after > 0);
    element.style.setProperty('--_before', String(before));
    element.style.setProperty('--_after', String(after));
  }

  #inSight(): readonly Seen[] {
    const spans = [...this.#spans];
    const extents = extentsOf(spans);
    return spans.flatMap((span, at) => {
      const extent = extents[at];
      if (!extent || span.length === 0) return [];
      const [first, last] = rowsWithin(span, extent, 0);
      const size = extent.size / span.length;
      return Array.from({ length: Math.max(0, last - first) }, (_, row) => ({
        id: span.idAt(first + row),
        at: extent.start + (first + row) * size,
      }));
    });
  }

  /** Scrolls by as much as most of the rows that are read were moved. Answers whether that was anything. */
  stay(): boolean {
    if (this.#seen.length === 0) return false;
    const spans = [...this.#spans];
    const extents = extentsOf(spans);
    const moves = this.#seen.flatMap(({ id, at }) => {
      for (const [place, span] of spans.entries()) {
        const extent = extents[place];
        const index = span.indexOf(id);
        if (extent && index >= 0) return [Math.round(extent.start + (index * extent.size) / span.length - at)];
      }
      return [];
    });
    const times = (move: number): number => moves.filter((own) => own === move).length;
    const move = moves.toSorted((one, other) => times(other) - times(one))[0] ?? 0;
    const scroller = this.#scroller();
    if (move === 0 || !scroller) return false;
    const by = move / drawnScale(scroller);
    const isBar = isAcross(spans[0]?.element);
    scroller.scrollBy({
      [isBar ? 'left' : 'top']: isBar && this.#host.matches(':dir(rtl)') ? -by : by,
      behavior: 'instant',
    });
    return true;
  }

  /** What scrolls the rows; undefined while it is at its beginning, where what comes first is to be seen. */
  #scroller(): Element | undefined {
    const inner = [...this.#spans][0]?.element;
    const scroller = inner && around(inner).find(isScrolling);
    return scroller && (scroller.scrollTop !== 0 || scroller.scrollLeft !== 0) ? scroller : undefined;
  }

  /** Hears of what moves. Scrolling is told in the tree of what scrolls alone, and sizes by each element. */
  listen(): void {
    const elements = around(this.#host.renderRoot.firstElementChild ?? this.#host);
    if (this.#roots.length === 0) {
      this.#roots = [...new Set(elements.map((own) => own.getRootNode()))];
      for (const root of this.#roots) root.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
      addEventListener('resize', this.#onMove);
      this.#sizes ??= new ResizeObserver(this.#onMove);
    }
    const sized = new Set([this.#host, ...elements.filter(isClipping)]);
    for (const own of sized) if (!this.#sized.has(own)) this.#sizes?.observe(own);
    for (const own of this.#sized) if (!sized.has(own)) this.#sizes?.unobserve(own);
    this.#sized = sized;
  }

  readonly #onScroll = ({ target }: Event): void => {
    const isAround =
      target instanceof Node &&
      [...this.#spans].some(({ element }) => around(element).some((own) => target.contains(own)));
    if (isAround) this.#onMove();
  };
}

/** Whether there is more in an element than it shows, and a way there. */
const isScrolling = (element: Element): boolean =>
  (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) &&
  (element === document.scrollingElement || isClipping(element));

/** Whether rows stand beside each other. */
const isAcross = (list: Element | undefined): boolean =>
  list !== undefined && getComputedStyle(list).display === 'flex';

/** Undefined for what is not displayed. */
function extentsOf(spans: readonly RowSpan[]): readonly (Extent | undefined)[] {
  // Many have one parent, such as the days of a history.
  const sights = new Map<Element | null, ReturnType<typeof sightIn>>();
  return spans.map(({ element }) => {
    const { left, top, right, width, height } = element.getBoundingClientRect();
    const sight = sights.get(element.parentElement) ?? sightIn(element);
    sights.set(element.parentElement, sight);
    const isBar = isAcross(element);
    if ((isBar ? width : height) === 0) return undefined;
    if (!isBar) return { start: top, size: height, from: sight.top, to: sight.bottom };
    // From where one begins to read.
    return element.matches(':dir(rtl)')
      ? { start: -right, size: width, from: -sight.right, to: -sight.left }
      : { start: left, size: width, from: sight.left, to: sight.right };
  });
}

function rowsWithin({ length }: RowSpan, { start, size, from, to }: Extent, margin: number): Range {
  if (length === 0 || to <= from) return [0, 0];
  const each = size / length;
  const within = (place: number): number => Math.max(0, Math.min(place, length));
  const first = within(Math.floor((from - margin - start) / each));
  return [first, Math.max(first, within(Math.ceil((to + margin - start) / each)))];
}

/** Places of the rows to have, in their order: a range, what holds the focus or the way in by Tab, and one more. */
function wanted(span: RowSpan, [first, last]: Range, also: number): readonly number[] {
  const within = Array.from({ length: last - first }, (_, at) => first + at);
  if (within.length === span.length) return within;
  const held = [...span.element.children]
    .filter((row) => row.matches(':focus-within') || row.querySelector('[tabindex="0"]'))
    .map((row) => span.indexOf((row as HTMLElement).dataset.id ?? ''));
  return [...new Set([...held, also, ...within])]
    .filter((index) => index >= 0 && index < span.length)
    .sort((one, other) => one - other);
}

function say(element: Element, name: string, value: number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
