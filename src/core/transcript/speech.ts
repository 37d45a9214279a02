import type { TranscriptSegment } from '../model/transcript-segment.js';

/** Silence up to here, in minutes, is not worth a word. */
const GAP_MINUTES = 1;

/** Fifteen characters a second: segments say when speech began, not how long it took. */
const MS_PER_CHARACTER = 65;

/** How long it takes to say a text, roughly. */
export const speechMs = (text: string): number => text.length * MS_PER_CHARACTER;

/**
 * For how many minutes nothing was said before a segment; 0 when that is not worth a word, or not known. Only what is
 * final counts: recognition still moves the rest.
 */
export function silenceBefore(segment: TranscriptSegment, previous: TranscriptSegment | undefined): number {
  if (!previous?.isFinal || !segment.isFinal) return 0;
  const silence = ((segment.offsetMs ?? NaN) - (previous.offsetMs ?? NaN) - speechMs(previous.text)) / 60_000;
  return silence > GAP_MINUTES ? Math.round(silence) : 0;
}
