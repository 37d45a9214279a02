import { segmenter } from './text-length.js';

const LETTER = /[\p{L}\p{N}]/u;
const PLAIN_START = /^[a-z\d]{2}(?![^ -~])/i;

/**
 * What stands for a title where there is room for two characters: its first two letters (Dynamics), as a reader counts
 * them. Of a telephone number the last two digits, because the first ones are the country's. What has no letters and no
 * digits is cut as it is.
 */
export function initialsOf(title: string): string {
  const text = title.trim();
  // Hundreds of cards are drawn at once: what is plainly two characters is not taken apart.
  if (PLAIN_START.test(text) && /\p{L}/u.test(text)) return text.slice(0, 2);
  const digits = /\p{L}/u.test(text) ? null : text.match(/\p{Nd}/gu);
  if (digits) return digits.slice(-2).join('');
  const isLettered = LETTER.test(text);
  let initials = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (isLettered ? !LETTER.test(segment) : segment.trim() === '') continue;
    initials += segment;
    count += 1;
    if (count === 2) break;
  }
  return initials;
}
