import { messageLength } from '../../core/text/message-length.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';

/** What of a text is counted: what its reader sees, or all that is written, in UTF-16 units. */
export type Measure = 'seen' | 'written';

/** How long a text is, and how much too long. */
export function measured(
  text: string,
  format: TranscriptSegment['format'],
  measure: Measure,
  most = Infinity,
): { readonly length: number; readonly over: number } {
  const length = measure === 'written' ? text.length : messageLength(text, format);
  return { length, over: Math.max(0, length - most) };
}
