import type { TranscriptSegment } from '../model/transcript-segment.js';
import { lengthOf } from './text-length.js';
import { visibleTextOf } from './visible-text.js';

/**
 * The length that a channel's limit is about: what the reader sees, in characters as the reader counts them. Marks of
 * formatting and addresses of links do not count. Whoever shows or checks the length of a message asks here.
 */
export const messageLength = (text: string, format: TranscriptSegment['format']): number =>
  lengthOf(format === 'markdown' ? visibleTextOf(text) : text);
