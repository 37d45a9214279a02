import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText, startOfEnd, textOf } from '../../core/text/displayable-text.js';

const FINAL_LINES = 3;
/** Further up stands only what recognition has left unfinished. */
const MOST_LINES = 6;
const MOST_CHARACTERS = 300;

/** The last three lines that are final, with what is being said among and after them; oldest first. */
export function captionLines(list: SegmentList): readonly TranscriptSegment[] {
  const lines: TranscriptSegment[] = [];
  let finals = 0;
  for (let index = list.length - 1; index >= 0 && lines.length < MOST_LINES && finals < FINAL_LINES; index -= 1) {
    const segment = list.at(index);
    if (!segment) continue;
    lines.unshift(segment);
    if (segment.isFinal) finals += 1;
  }
  return lines;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** A number so far, with what stands inside of numbers, dates and times, and the sign or currency before it. */
const NUMBER_BEFORE = /(?:\p{Nd}[\p{Nd}.,:/'’()\s−–-]*|(?:\p{Sc}|\b\p{Lu}{2,4}|[+−-])\s?)$/u;
const NUMBER_AFTER = /^[\p{Nd}\p{Sc}+−–-]/u;
/** A number that is complete, before its unit. */
const WITHOUT_UNIT = /\p{Nd}\s*$/u;
/** As far as one looks back for the beginning of a number. */
const LONGEST_NUMBER = 60;

/** Whether a text cannot be cut at a place, because a number or a number and its unit stand there. */
function isInNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_NUMBER), at);
  return WITHOUT_UNIT.test(before) || (NUMBER_AFTER.test(text.slice(at)) && NUMBER_BEFORE.test(before));
}

/** Where the newest words begin that have room: at a word, and not inside of a number with its unit. */
function startOfNewest(text: string): number {
  const most = text.length - MOST_CHARACTERS;
  const from = Math.max(0, most - LONGEST_NUMBER);
  for (const { index, isWordLike } of words.segment(text.slice(from)))
    if (isWordLike && from + index >= most && !isInNumber(text, from + index)) return from + index;
  // One word without end, or no words at all.
  return startOfEnd(text, MOST_CHARACTERS);
}

/** The end of what is said: in a caption the newest words count. */
export function captionText(said: string): string {
  const text = textOf(said);
  if (text.length <= MOST_CHARACTERS) return displayableText(text, MOST_CHARACTERS);
  return `… ${displayableText(text.slice(startOfNewest(text)), MOST_CHARACTERS)}`;
}
