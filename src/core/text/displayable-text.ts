/** The longest text shown at once; more is a step the reader asks for. */
export const TEXT_STEP = 10_000;

const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;
const OVERRIDES = /[\u202D\u202E]/g;

/**
 * Customer text made harmless for the layout engine: 100 KB of combining marks on one letter or of right-to-left
 * overrides freeze a browser for half a minute. Cuts at `limit` characters (never inside a surrogate pair), keeps at
 * most eight marks on a letter and replaces direction overrides by a visible mark.
 */
export function displayableText(text: string, limit = TEXT_STEP): string {
  // A fact with a wrong type must end as text on screen, not as an exception in a render.
  let end = Math.min(String(text).length, limit);
  const last = String(text).charCodeAt(end - 1);
  if (end < String(text).length && last >= 0xd800 && last <= 0xdbff) end -= 1;
  return String(text).slice(0, end).replace(PILED_MARKS, '$1').replace(OVERRIDES, '\uFFFD');
}
