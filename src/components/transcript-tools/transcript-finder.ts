import { isBlank } from '../../core/text/blank.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { TranscriptScan } from '../../core/transcript/transcript-scan.js';
import type { FoldedLines } from '../../core/transcript/transcript-scan.js';

/** Leaves half of a frame to everything else. */
const SLICE_MS = 8;

/**
 * Finds a text in a transcript of any length without holding up the page, and keeps what it has found up while lines
 * are added. The match that one stands on stays the same, whatever is found before or after it.
 */
export class TranscriptFinder implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onFound: (segmentId: string | undefined, isAsked: boolean) => void;
  readonly #lines: FoldedLines = new WeakMap<TranscriptSegment, string>();
  #list: SegmentList | undefined;
  #typed = '';
  /** What is shown. */
  #scan: TranscriptScan | undefined;
  /** The same text in newer lines; shown when it is done. */
  #newer: TranscriptScan | undefined;
  #isStale = false;
  #current = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onFound hears where the search has led, to a segment or nowhere: the agent has asked, or lines have come
   *   or were corrected
   */
  constructor(host: ReactiveControllerHost, onFound: (segmentId: string | undefined, isAsked: boolean) => void) {
    this.#host = host;
    this.#onFound = onFound;
    host.addController(this);
  }

  get isActive(): boolean {
    return this.#scan !== undefined;
  }

  get isSearching(): boolean {
    return this.#scan?.isDone === false;
  }

  /** How many lines match, as far as is known. */
  get count(): number {
    return this.#scan?.hits.length ?? 0;
  }

  /** Which of them one stands on, from 1. */
  get position(): number {
    return this.#current + 1;
  }

  get segmentId(): string | undefined {
    return this.#scan?.hits[this.#current];
  }

  /** Begins anew, at the first match. */
  search(list: SegmentList, typed: string): void {
    this.clear();
    this.#list = list;
    this.#typed = typed;
    this.#host.requestUpdate();
    if (isBlank(typed)) {
      this.#onFound(undefined, true);
      return;
    }
    this.#scan = new TranscriptScan(list, typed, this.#lines);
    this.#work();
  }

  /** The transcript as it is now. For the host to call before it renders. */
  follow(list: SegmentList): void {
    if (!this.#scan || list === this.#list) return;
    this.#list = list;
    this.#isStale = true;
    if (this.#timer === undefined) this.#work();
  }

  /** To the next match, or by -1 to the previous one; round at the ends. */
  move(by: 1 | -1): void {
    if (this.count === 0) return;
    this.#current = (this.#current + by + this.count) % this.count;
    this.#onFound(this.segmentId, true);
    this.#host.requestUpdate();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#scan = undefined;
    this.#newer = undefined;
    this.#isStale = false;
    this.#current = 0;
  }

  hostDisconnected(): void {
    this.clear();
  }

  #work(): void {
    this.#timer = undefined;
    const scan = this.#begun();
    if (!scan) return;
    const isFirst = scan === this.#scan && scan.hits.length === 0;
    scan.step(() => performance.now(), SLICE_MS);
    if (scan === this.#newer && scan.isDone) this.#takeOver(scan);
    else if (isFirst && (scan.isDone || scan.hits.length > 0)) this.#onFound(this.segmentId, true);
    if (!scan.isDone || this.#isStale)
      this.#timer = setTimeout(() => {
        this.#work();
        this.#host.requestUpdate();
      });
  }

  /** What there is to work on: what was begun is finished first. */
  #begun(): TranscriptScan | undefined {
    if (this.#scan?.isDone === false) return this.#scan;
    if (!this.#newer && this.#isStale && this.#list) {
      this.#isStale = false;
      this.#newer = new TranscriptScan(this.#list, this.#typed, this.#lines);
    }
    return this.#newer;
  }

  #takeOver(scan: TranscriptScan): void {
    const before = this.segmentId;
    this.#newer = undefined;
    this.#scan = scan;
    const at = before === undefined ? 0 : scan.hits.indexOf(before);
    this.#current = at < 0 ? Math.max(0, Math.min(this.#current, scan.hits.length - 1)) : at;
    if (this.segmentId !== before) this.#onFound(this.segmentId, false);
  }
}
