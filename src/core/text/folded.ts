const SPACES = /\s+/g;

/**
 * What two texts have in common when only case, width, composition and spacing tell them apart. Folding what is folded
 * changes nothing. A sigma at the end of a word is a sigma: while one types, every word has an end.
 */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('ς', 'σ').replace(SPACES, ' ').trim();

/** For who looks for words in what was said: accents make no difference either, and spacing stays as it is. */
export const unaccented = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** As far as a text is searched, in UTF-16 units: nobody looks for what stands behind it. */
const SEARCHED = 2000;

const lists = new WeakMap<readonly string[], readonly string[]>();

/** The folded texts of a list, folded once as long as the list lives: a search per key goes through ten thousand. */
export function foldedList(texts: readonly string[]): readonly string[] {
  const known = lists.get(texts) ?? texts.map((text) => folded(text.slice(0, SEARCHED)));
  lists.set(texts, known);
  return known;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The same as a set, made once as long as the list lives. */
export function foldedSet(texts: readonly string[]): ReadonlySet<string> {
  const known = sets.get(texts) ?? new Set(foldedList(texts));
  sets.set(texts, known);
  return known;
}

/**
 * Where in a list the texts stand that contain every word of what was typed, in their own order, those that begin with
 * it first. Plain search: what is typed is text and not a pattern.
 */
export function search(typed: string, texts: readonly string[]): readonly number[] {
  const whole = folded(typed);
  const words = whole.split(' ');
  const beginning: number[] = [];
  const containing: number[] = [];
  foldedList(texts).forEach((text, at) => {
    if (text.startsWith(whole)) beginning.push(at);
    else if (words.every((word) => text.includes(word))) containing.push(at);
  });
  return containing.length === 0 ? beginning : [...beginning, ...containing];
}
