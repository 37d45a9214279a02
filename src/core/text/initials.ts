import { isBlank } from './blank.js';
import { charactersOf } from './text-length.js';

const LETTER = /[\p{L}\p{Nd}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** What a word may have inside of it, as in 7-Eleven. */
const INSIDE_OF_WORD = /^[\p{Pd}'’]$/u;
const PLAIN_START = /^[a-z\d]{2}(?![^ -~])/i;

/**
 * What stands for a title where there is room for two characters: its first two letters (Dynamics), as a reader counts
 * them: a picture is one, and so is what stands inside of a word. Of a telephone number the last two digits, because the
 * first ones are the country's. What has neither letters nor digits is cut as it is.
 */
export function initialsOf(title: string): string {
  const text = title.trim();
  const hasLetters = /\p{L}/u.test(text);
  // Hundreds of cards are drawn at once: what plainly begins with two characters is not taken apart.
  if (hasLetters && PLAIN_START.test(text)) return text.slice(0, 2);
  const digits = text.match(/\p{Nd}/gu);
  if (digits && !hasLetters) return digits.slice(-2).join('');
  const initials: string[] = [];
  let before = '';
  for (const { segment } of charactersOf(text)) {
    const isInWord = before !== '' && before === initials[0] && INSIDE_OF_WORD.test(segment);
    if (hasLetters ? isInWord || LETTER.test(segment) : !isBlank(segment)) initials.push(segment);
    if (initials.length === 2) break;
    before = segment;
  }
  return initials.join('');
}
