/**
 * Characters of which nothing is seen: white space, controls, what Unicode lets fonts ignore (zero-width characters,
 * directional marks, variation selectors, Hangul fillers), and what is drawn as nothing: the empty Braille pattern, marks
 * of annotations, the fillers of Khitan and of music.
 */
const UNSEEN = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{16FE4}\u{1D159}]*$/u;
/** Most texts begin with a letter or sign of ASCII, and are looked at no further. */
const PLAIN_START = /^[!-~]/;

/** Whether a reader sees nothing of a text. */
export const isBlank = (text: string): boolean => !PLAIN_START.test(text) && UNSEEN.test(text);

/** The text where there is something to see of it. */
export const shown = (text: string | undefined): string | undefined =>
  text === undefined || isBlank(text) ? undefined : text;
