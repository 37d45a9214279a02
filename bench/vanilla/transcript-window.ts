/**
 * The limit for `<transcript-view>`: a windowed list by hand, in a shadow root with the same styles. Rows differ in
 * height and are measured, rows not yet seen count as an estimate; only those in view and eight more at either end are
 * in the document; the end is followed until the reader scrolls up, then the row being read stays where it is and a
 * button says how many lines are new. Nodes are cloned and kept by segment; offsets are sums carried on from the first
 * one that changed. It lacks lines that come late or are corrected, announcements, long texts folded away, languages,
 * resizing, and texts made harmless.
 */
import { adoptStyles } from 'lit';
import type { CSSResultOrNative } from 'lit';
import type { TranscriptSegment } from '../../src/index.js';
import { transcriptView } from '../../src/localize/en/transcript-view.js';
import { cloner, durationOf, find } from './elements.js';
import type { KeyedStore } from './keyed-store.js';

const ESTIMATE = 48;
const MARGIN = 8;
const NEAR = 32;

const cloneView = cloner(
  '<div class="scroller" role="log" aria-live="off" tabindex="0"><div class="content"><div class="rows"></div></div></div>',
);
const cloneBar = cloner('<div class="bar"><button type="button" class="plain"></button></div>');
const cloneEnd = cloner('<button type="button" class="end"></button>');
const cloneRow = cloner(
  '<div part="segment"><span class="speaker"><bdi> </bdi></span><span class="quiet figures"> </span>' +
    '<bdi class="text"> </bdi></div>',
);

export class VanillaTranscript {
  readonly element = document.createElement('div');
  readonly #store: KeyedStore;
  readonly #scroller = cloneView();
  readonly #content = find(this.#scroller, '.content');
  readonly #rows = find(this.#scroller, '.rows');
  readonly #end = cloneEnd();
  #id = '';
  #segments: readonly TranscriptSegment[] = [];
  #leave: (() => void) | undefined;
  #heights = new Float64Array(0);
  /** Where rows begin, known up to and including `#known`. */
  #tops = new Float64Array(1);
  #known = 0;
  #length = 0;
  #first = 0;
  #nodes: HTMLElement[] = [];
  #isFollowing = true;
  #lengthRead = 0;
  #view = 0;

  constructor(store: KeyedStore, styles: CSSResultOrNative[]) {
    this.#store = store;
    const root = this.element.attachShadow({ mode: 'open' });
    adoptStyles(root, styles);
    const bar = cloneBar();
    find(bar, 'button').textContent = transcriptView.tools;
    this.#scroller.ariaLabel = transcriptView.title;
    this.#end.hidden = true;
    this.#end.addEventListener('click', () => {
      this.#isFollowing = true;
      this.#render();
    });
    this.#scroller.addEventListener('scroll', () => {
      this.#onScroll();
    });
    root.append(bar, this.#scroller, this.#end);
  }

  mount(parent: HTMLElement, id: string): void {
    parent.append(this.element);
    this.#view = this.#scroller.clientHeight;
    this.show(id);
  }

  unmount(): void {
    this.#leave?.();
    this.element.remove();
  }

  /** Turns to another session, at its end. */
  show(id: string): void {
    this.#leave?.();
    this.#id = id;
    this.#leave = this.#store.onTranscript.on(id, () => {
      this.#grow();
      this.#render();
    });
    this.#length = 0;
    this.#known = 0;
    this.#isFollowing = true;
    this.#rows.replaceChildren();
    this.#nodes = [];
    this.#grow();
    this.#render();
  }

  #grow(): void {
    this.#segments = this.#store.transcripts.get(this.#id)?.segments ?? [];
    const { length } = this.#segments;
    if (length > this.#heights.length) {
      const heights = new Float64Array(length + 1024);
      const tops = new Float64Array(length + 1025);
      heights.set(this.#heights);
      tops.set(this.#tops);
      this.#heights = heights;
      this.#tops = tops;
    }
    this.#heights.fill(ESTIMATE, this.#length, length);
    this.#length = length;
  }

  #topOf(index: number): number {
    for (; this.#known < index; this.#known += 1)
      this.#tops[this.#known + 1] = (this.#tops[this.#known] ?? 0) + (this.#heights[this.#known] ?? 0);
    return this.#tops[index] ?? 0;
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #onScroll(): void {
    const { scrollTop, scrollHeight } = this.#scroller;
    const wasFollowing = this.#isFollowing;
    this.#isFollowing = scrollHeight - scrollTop - this.#view <= NEAR;
    if (wasFollowing && !this.#isFollowing) this.#lengthRead = this.#length;
    if (!this.#isFollowing) this.#render();
  }

  #render(): void {
    const total = this.#topOf(this.#length);
    const top = this.#isFollowing ? total - this.#view : this.#scroller.scrollTop;
    const read = this.#indexAt(top);
    const by = top - this.#topOf(read);
    const first = Math.max(0, read - MARGIN);
    const last = Math.min(this.#length, this.#indexAt(top + this.#view) + 1 + MARGIN);
    const added = this.#fill(first, last);
    let lowest = this.#length;
    for (const index of added) {
      const height = this.#nodes[index - first]?.getBoundingClientRect().height ?? 0;
      if (height === 0 || height === this.#heights[index]) continue;
      this.#heights[index] = height;
      lowest = Math.min(lowest, index);
    }
    this.#known = Math.min(this.#known, lowest);
    this.#content.style.blockSize = `${String(this.#topOf(this.#length))}px`;
    this.#rows.style.transform = `translateY(${String(this.#topOf(first))}px)`;
    if (this.#isFollowing) this.#scroller.scrollTop = this.#topOf(this.#length);
    else {
      const place = this.#topOf(read) + by;
      if (Math.abs(place - top) > 0.5) this.#scroller.scrollTop = place;
    }
    this.#end.hidden = this.#isFollowing;
    if (!this.#isFollowing) {
      const unseen = this.#length - this.#lengthRead;
      this.#end.textContent = unseen > 0 ? transcriptView.newLines(unseen) : transcriptView.toEnd;
    }
  }

  /** Has exactly these rows in the document; answers with those that are new in it. */
  #fill(first: number, last: number): number[] {
    const before = this.#nodes;
    const start = this.#first;
    const added: number[] = [];
    const nodes: HTMLElement[] = [];
    const later = before[Math.max(0, first - start)] ?? null;
    for (let index = start; index < Math.min(first, start + before.length); index += 1) before[index - start]?.remove();
    for (let index = last; index < start + before.length; index += 1) before[index - start]?.remove();
    for (let index = first; index < last; index += 1) {
      let node = before[index - start];
      if (!node) {
        node = rowOf(this.#segments[index]);
        added.push(index);
        this.#rows.insertBefore(node, index < start && later?.isConnected ? later : null);
      }
      nodes.push(node);
    }
    this.#nodes = nodes;
    this.#first = first;
    return added;
  }
}

function rowOf(segment: TranscriptSegment | undefined): HTMLElement {
  const row = cloneRow();
  if (!segment) return row;
  const { speaker, text, isFinal, offsetMs } = segment;
  row.className = `segment ${speaker.role} ${isFinal ? '' : 'interim'}`;
  const [name, time, words] = row.children;
  (name?.firstChild?.firstChild as Text).data = speaker.name ?? speaker.role;
  (time?.firstChild as Text).data = offsetMs === undefined ? '' : durationOf(offsetMs);
  (words?.firstChild as Text).data = text;
  return row;
}
