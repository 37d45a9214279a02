import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText, textOf } from '../../core/text/displayable-text.js';

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

/** The end of what is said: in a caption the newest words count. */
export function captionText(said: string): string {
  const text = textOf(said);
  if (text.length <= MOST_CHARACTERS) return displayableText(text, MOST_CHARACTERS);
  const start = text.length - MOST_CHARACTERS;
  const code = text.charCodeAt(start);
  const isInsidePair = code >= 0xdc00 && code <= 0xdfff;
  return `… ${displayableText(text.slice(isInsidePair ? start + 1 : start), MOST_CHARACTERS)}`;
}
