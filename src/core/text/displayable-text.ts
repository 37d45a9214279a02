import { charactersOf } from './text-length.js';

/** The longest text shown at once; more is a step the reader asks for. */
export const TEXT_STEP = 10_000;

const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
/** A run of them is one mark: ten thousand marks in a row take a browser seconds. */
const OVERRIDES = /[\u202D\u202E]+/g;

/** Longer than any character that people write; hostile ones are cut. */
const LONGEST_CHARACTER = 64;
const SIMPLE = /^[\n -~]$/;

/** Where a text of at most `limit` UTF-16 units from `start` ends: between two characters as a reader counts them. */
export function endOfStep(text: string, start: number, limit = TEXT_STEP): number {
  const end = Math.min(text.length, start + limit);
  if (end === text.length || (SIMPLE.test(text[end] ?? '') && text[end - 1] !== '\r')) return end;
  const from = Math.max(start, end - LONGEST_CHARACTER);
  const { index = end } = charactersOf(text.slice(from, end + LONGEST_CHARACTER)).containing(end - from) ?? {};
  const cut = from + index;
  return endOfUnit(text, cut > start && cut > from ? cut : end);
}

/** Where the last units of a text begin, at most `limit` of them: between two characters as a reader counts them. */
export function startOfEnd(text: string, limit: number): number {
  const start = Math.max(0, text.length - limit);
  const from = Math.max(0, start - LONGEST_CHARACTER);
  const around = [...charactersOf(text.slice(from, start + LONGEST_CHARACTER))];
  // Not `containing`: WebKit's takes the letter before a flag for a part of it.
  const holding = around.find((own) => from + own.index + own.segment.length > start);
  const { index = start - from, segment = '' } = holding ?? {};
  if (from + index === start) return start;
  if (segment.length < LONGEST_CHARACTER) return from + index + segment.length;
  return endOfUnit(text, start) < start && /[\uDC00-\uDFFF]/.test(text[start] ?? '') ? start + 1 : start;
}

/** Of a character without end, where no surrogate pair is cut. */
const endOfUnit = (text: string, end: number): number => (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);

/**
 * Customer text made harmless for the layout engine: 100 KB of combining marks on one letter or of right-to-left
 * overrides freeze a browser for half a minute. Cuts at `limit` characters, keeps at most eight marks on a letter and
 * replaces direction overrides by a visible mark.
 */
export function displayableText(value: string, limit = TEXT_STEP): string {
  const text = textOf(value);
  return text
    .slice(0, endOfStep(text, 0, limit))
    .replace(PILED_MARKS, '$1')
    .replace(OVERRIDES, '\uFFFD');
}

/** What is no text becomes one. An object out of JSON may bring a `toString` that is no function. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '\uFFFD';
  }
}
