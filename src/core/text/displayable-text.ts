/** The longest text shown at once; more is a step the reader asks for. */
export const TEXT_STEP = 10_000;

const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
/** A run of them is one mark: ten thousand marks in a row take a browser seconds. */
const OVERRIDES = /[\u202D\u202E]+/g;

/** Where a text of at most `limit` characters from `start` ends, never inside a surrogate pair. */
export function endOfStep(text: string, start: number, limit = TEXT_STEP): number {
  const end = Math.min(text.length, start + limit);
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

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
