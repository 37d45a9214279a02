import type { TranscriptSegment } from '../model/transcript-segment.js';
import { textOf } from '../text/displayable-text.js';
import { finderOf, unaccented } from '../text/folded.js';

/** More of one line is not looked at: no person reads it, and folding it would take a frame. */
const MOST_CHARACTERS = 100_000;
/** How many characters are looked at before the clock is; an empty line counts as some. */
const CHARACTERS_AT_ONCE = 20_000;
const LEAST_OF_A_LINE = 200;

/** As it is searched. */
const searchable = (text: string): string => unaccented(text.slice(0, MOST_CHARACTERS));

/** Lines as they are searched; a scan that comes later finds them folded already. */
export type FoldedLines = WeakMap<TranscriptSegment, string>;

/**
 * Looks for a text in very many segments, a slice at a time. Plain search: what is typed is text and not a pattern.
 */
export class TranscriptScan {
  /** Ids of the segments found so far, in order. */
  readonly hits: string[] = [];
  isDone = false;
  readonly #segments: Iterator<TranscriptSegment>;
  readonly #isIn: (line: string) => boolean;
  readonly #lines: FoldedLines;

  constructor(segments: Iterable<TranscriptSegment>, typed: string, lines: FoldedLines = new WeakMap()) {
    this.#segments = segments[Symbol.iterator]();
    const part = searchable(typed).trim();
    this.#isIn = finderOf(part);
    this.#lines = lines;
    this.isDone = part === '';
  }

  /** Goes on until all is searched, or the time given is over. */
  step(now: () => number, budgetMs: number): void {
    const until = now() + budgetMs;
    do {
      for (let looked = 0; looked < CHARACTERS_AT_ONCE && !this.isDone;) looked += LEAST_OF_A_LINE + this.#look();
    } while (!this.isDone && now() < until);
  }

  /** Looks at one line. Answers how long it is. */
  #look(): number {
    const next = this.#segments.next();
    if (next.done) {
      this.isDone = true;
      return 0;
    }
    const segment = next.value;
    const text = textOf(segment.text);
    const line = this.#lines.get(segment) ?? searchable(text);
    this.#lines.set(segment, line);
    if (this.#isIn(line)) this.hits.push(segment.id);
    return text.length;
  }
}
