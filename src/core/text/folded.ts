import { withoutUnseen } from './blank.js';

const SPACES = /\s+/g;
/** What makes one emoji of several is seen; elsewhere it only steers how letters are joined. */
const LOOSE_JOINERS = /\u200D(?!\p{Extended_Pictographic})/gu;
const PLAIN = /^[ -~]*$/;

/** By the rules that hold for all texts, with their spaces. */
const cased = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : withoutUnseen(text.normalize('NFKC'))
        .replace(LOOSE_JOINERS, '')
        .toLowerCase()
        .normalize('NFKC')
        .replaceAll('ς', 'σ')
        .replaceAll('ß', 'ss');

/**
 * What two texts have in common when only case, width, composition, spacing and what nobody sees tell them apart. Folding
 * what is folded changes nothing. A sigma at the end of a word is a sigma: while one types, every word has an end.
 */
export const folded = (text: string): string => cased(text).replace(SPACES, ' ').trim();

const WITH_ACCENTS = /(?:[\p{Script=Latin}\p{Script=Greek}]\p{M}*)+/gu;
const STRESSED = /(\p{Script=Cyrillic})\p{M}+/gu;

/**
 * For who looks for words: accents make no difference either, in the scripts where they are accents. Elsewhere marks are
 * vowels and make other letters (Thai, Devanagari, Arabic, Kana), as they do in й, ї and ў.
 */
export function unaccented(text: string): string {
  const own = cased(text).replace(SPACES, ' ');
  if (PLAIN.test(own)) return own;
  return own
    .replace(WITH_ACCENTS, (letters) => letters.normalize('NFD').replace(/\p{M}+/gu, ''))
    .replace(/[ёѐ]/g, 'е')
    .replaceAll('ѝ', 'и')
    .replace(STRESSED, '$1');
}

/** Vowels and other points of Hebrew and Arabic: who leaves them out looks for the word with any or none of them. */
const POINTS = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u0652\u0670]+/g;
const POINTED_SCRIPTS = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** What makes another letter or sign of the one before it: dots below, voicing, skin tones, what joins emoji. */
const CHANGES_WHAT_IS_BEFORE = /^[\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC\u3099\u309A\u200D\p{Emoji_Modifier}]/u;

/**
 * Looks for a text in texts that are `unaccented`. Plain search: what is typed is text and not a pattern.
 *
 * @param part an `unaccented` text
 */
export function finderOf(part: string): (line: string) => boolean {
  const isUnpointed = POINTED_SCRIPTS.test(part) && part.replace(POINTS, '') === part;
  return (given) => {
    const line = isUnpointed ? given.replace(POINTS, '') : given;
    for (let at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + 1)) {
      const end = at + part.length;
      if (line[at - 1] !== '\u200D' && !CHANGES_WHAT_IS_BEFORE.test(line.slice(end))) return true;
    }
    return false;
  };
}

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

const searchables = new WeakMap<readonly string[], readonly string[]>();

function searchableList(texts: readonly string[]): readonly string[] {
  const known = searchables.get(texts) ?? texts.map((text) => unaccented(text.slice(0, SEARCHED)).trim());
  searchables.set(texts, known);
  return known;
}

/**
 * Where in a list the texts stand that contain every word of what was typed, in their own order, those that begin with
 * it first. Plain search: what is typed is text and not a pattern.
 */
export function search(typed: string, texts: readonly string[]): readonly number[] {
  const whole = unaccented(typed).trim();
  const finders = whole.split(' ').map(finderOf);
  const beginning: number[] = [];
  const containing: number[] = [];
  searchableList(texts).forEach((text, at) => {
    if (!finders.every((isIn) => isIn(text))) return;
    if (text.startsWith(whole)) beginning.push(at);
    else containing.push(at);
  });
  return containing.length === 0 ? beginning : [...beginning, ...containing];
}
