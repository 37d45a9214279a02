import type { LitElement, ReactiveController } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import { noChange } from 'lit';
import { around, isClipping, sightIn } from '../../controllers/sight.js';
import { RowSpan } from './row-span.js';
import type { Range } from './row-span.js';
import type { RowView } from './session-row.js';

/** A list of no more rows has all of them in the document. */
const FEW = 40;
/** So many px above and below what is in sight are ready, and half as many at least. */
const MARGIN = 400;

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
 * Decides which rows of a list are in the document: those in sight and some beside them, whatever scrolls around the list.
 * When rows come, go or are put elsewhere, what is read stays where it is. The rows are as high as the styles say, so
 * that nothing is measured but where the list stands.
 */
export class ListWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #selectedId: () => string | undefined;
  readonly #spans = new Set<RowSpan>();
  #seen: readonly Seen[] = [];
  #roots: readonly EventTarget[] = [];
  #sizes: ResizeObserver | undefined;
  #sized: ReadonlySet<Element> = new Set();

  /** @param selectedId the row that is always there: it is the way in by Tab */
  constructor(host: LitElement, selectedId: () => string | undefined) {
    this.#host = host;
    this.#selectedId = selectedId;
    host.addController(this);
  }

  /** In a template, on a `<ul>`: its rows. */
  rows(ids: readonly string[], view: RowView): unknown {
    return windowed(this.#spans, ids, view);
  }

  hostUpdate(): void {
    this.#seen = this.#scroller() ? this.#inSight() : [];
  }

  hostUpdated(): void {
    this.#listen();
    this.place();
    if (this.#stay()) this.place();
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#onScroll, true);
    this.#roots = [];
    this.#sizes?.disconnect();
    this.#sized = new Set();
    removeEventListener('resize', this.place);
  }

  /** Puts the rows into the document that are in sight now. */
  readonly place = (): void => {
    const spans = [...this.#spans];
    const isSmall = spans.reduce((sum, { length }) => sum + length, 0) <= FEW;
    const selectedId = this.#selectedId();
    // All is asked before anything is written.
    const ranges = isSmall ? undefined : this.#ranges(spans);
    for (const [at, span] of spans.entries())
      span.place(ranges?.[at] ?? [0, span.length], selectedId === undefined || isSmall ? -1 : span.indexOf(selectedId));
  };

  /** The card of a session, which is put into the document if it is not there. */
  cardOf(id: string): HTMLElement | null {
    for (const span of this.#spans) {
      const index = span.indexOf(id);
      if (index >= 0) return span.cardAt(index);
    }
    return null;
  }

  /** The rows of a `<ul>`. */
  spanOf(element: Element): RowSpan | undefined {
    return [...this.#spans].find((span) => span.element === element);
  }

  #ranges(spans: readonly RowSpan[]): readonly Range[] {
    const extents = extentsOf(spans);
    const ranges = spans.map((span, at): Range => {
      const extent = extents[at];
      if (!extent) return span.range;
      const [first, last] = rowsWithin(span, extent, MARGIN / 2);
      const [has, had] = span.range;
      return has <= first && had >= last && had - has <= 4 * FEW ? span.range : rowsWithin(span, extent, MARGIN);
    });
    if (ranges.some(([first, last]) => last > first)) return ranges;
    // Nothing of it is in sight, or has been laid out: it begins at its beginning.
    let left = FEW;
    return spans.map(({ length }): Range => {
      const most = Math.min(length, left);
      left -= most;
      return [0, most];
    });
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
        id: span.idAt(first + row) ?? '',
        at: extent.start + (first + row) * size,
      }));
    });
  }

  /** Scrolls by as much as most of the rows that are read were moved. Answers whether that was anything. */
  #stay(): boolean {
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
    const by = move / (scroller.currentCSSZoom || 1);
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

  /** Scrolling is told in the tree of what scrolls alone, and sizes by each element. */
  #listen(): void {
    const elements = around(this.#host.renderRoot.firstElementChild ?? this.#host);
    if (this.#roots.length === 0) {
      this.#roots = [...new Set(elements.map((own) => own.getRootNode()))];
      for (const root of this.#roots) root.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
      addEventListener('resize', this.place);
      this.#sizes ??= new ResizeObserver(this.place);
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
    if (isAround) this.place();
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
    if (width === 0 || height === 0) return undefined;
    const sight = sights.get(element.parentElement) ?? sightIn(element);
    sights.set(element.parentElement, sight);
    if (!isAcross(element)) return { start: top, size: height, from: sight.top, to: sight.bottom };
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

/** See `ListWindow.rows`. */
class WindowedDirective extends AsyncDirective {
  #span: RowSpan | undefined;
  #spans: Set<RowSpan> | undefined;

  render(_spans: Set<RowSpan>, _ids: readonly string[], _view: RowView): unknown {
    return noChange;
  }

  override update(part: ElementPart, [spans, ids, view]: Parameters<this['render']>): unknown {
    this.#span ??= new RowSpan(part.element as HTMLElement);
    this.#spans = spans;
    spans.add(this.#span);
    this.#span.take(ids, view);
    return noChange;
  }

  protected override disconnected(): void {
    this.#span?.clear();
    if (this.#span) this.#spans?.delete(this.#span);
  }
}

const windowed = directive(WindowedDirective);
