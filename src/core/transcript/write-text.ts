import type { TranscriptSegment } from '../model/transcript-segment.js';
import { numbersOf, speakerName } from './speaker-name.js';
import type { NumberOf } from './speaker-name.js';
import { startsOf } from './timing.js';

/** What a written transcript needs of a language. */
export interface TranscriptWords {
  /** Names for speakers who have none, by role. */
  readonly roles: Readonly<Record<string, string>>;
  /** Which of the nameless speakers of a role one is; without it they are counted in the order given. */
  readonly numberOf?: NumberOf;
  formatDuration(ms: number): string;
}

/**
 * Segments as plain text, one paragraph each: `[0:05] Nora Feld: Good morning.` Further lines of a text are indented, so
 * that nothing said can pass for a line of somebody else.
 */
export function writeText(segments: readonly TranscriptSegment[], words: TranscriptWords): string {
  const { roles, formatDuration, numberOf = numbersOf(segments) } = words;
  const starts = startsOf(segments);
  return segments
    .map((segment, index) => {
      const start = starts[index];
      const time = start === undefined ? '' : `[${formatDuration(start)}] `;
      return `${time}${speakerName(segment.speaker, roles, numberOf)}: ${segment.text.replace(/\r\n?|[\n\u2028\u2029]/g, '\n    ')}\n`;
    })
    .join('');
}
