import { isBlank, trimUnseen } from '../text/blank.js';
import { folded } from '../text/folded.js';

/** Most tags that a session takes. */
export const MOST_TAGS = 200;
/** Longest tag, in UTF-16 units. */
export const LONGEST_TAG = 1000;

/** What separates tags that are typed or pasted at once, in the scripts that have signs of their own for it. */
const SEPARATORS = /[\n\r\t,;，、；،؛\u2028\u2029]+/;

const composed = (text: string): string => trimUnseen(text.normalize('NFC'));

/** The tags in a text, composed and trimmed, in their order. */
export const splitTags = (text: string): readonly string[] =>
  // Composed first: a sign of another script can be composed to a separator, as the Greek question mark is.
  composed(text)
    .split(SEPARATORS)
    .map(trimUnseen)
    .filter((part) => !isBlank(part));

/** What came of adding tags. */
export interface AddedTags {
  /** The same list when nothing was added. */
  readonly tags: readonly string[];
  readonly added: number;
  /** How many were there already, in this or another spelling. */
  readonly known: number;
  readonly tooLong: readonly string[];
  /** Those for which there was no room. */
  readonly tooMany: readonly string[];
}

/** Adds tags in their order, each once: case, width, composition, spacing and what nobody sees make no other tag. */
export function addTags(tags: readonly string[], more: readonly string[]): AddedTags {
  const taken = new Set(tags.map(folded));
  const added: string[] = [];
  const tooLong: string[] = [];
  const tooMany: string[] = [];
  let known = 0;
  for (const text of more) {
    const tag = composed(text);
    const key = folded(tag);
    if (isBlank(key)) continue;
    if (taken.has(key)) known += 1;
    else if (tag.length > LONGEST_TAG) tooLong.push(tag);
    else if (tags.length + added.length >= MOST_TAGS) tooMany.push(tag);
    else {
      added.push(tag);
      taken.add(key);
    }
  }
  return { tags: added.length === 0 ? tags : [...tags, ...added], added: added.length, known, tooLong, tooMany };
}
