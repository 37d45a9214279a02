/**
 * A character that is not of these, of which nothing is seen: white space, controls, what Unicode lets fonts ignore
 * (zero-width characters, directional marks, variation selectors, Hangul fillers), and what is drawn as nothing: the empty
 * Braille pattern, marks of annotations, the fillers of Khitan and of music.
 */
const SEEN = /[^\u{16FE4}\u{1D159}\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** The same without white space, the empty Braille pattern, and what signs are put together by. */
const UNSEEN_IN_TEXT =
  /(?!\s|\u200D|(?<=\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}])[\u{16FE4}\u{1D159}\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** A text without what nobody sees of it, but for spaces, for what makes one emoji of several, and for flags of regions. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN_IN_TEXT, '');

/** A text without what nobody sees at its beginning and end. */
export function trimUnseen(text: string): string {
  const start = text.search(SEEN);
  let end = text.length;
  // The sign before a variation selector may look otherwise without it. So may the one before anything of two halves.
  while (end > start && text[end - 1] !== '\uFE0F' && isBlank(text[end - 1] ?? '')) end -= 1;
  return start < 0 ? '' : text.slice(start, end);
}

/** Whether a reader sees nothing of a text. Most begin with a sign of ASCII, and come by the hundred thousand. */
export const isBlank = (text: string): boolean => !(text > '!' && text < '\x7F') && !SEEN.test(text);

/** The text where there is something to see of it. */
export const shown = (text: string | undefined): string | undefined =>
  text === undefined || isBlank(text) ? undefined : text;
