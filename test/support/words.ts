/** A string or a sentence of a language, by its place among the words. */
export type Word = string | ((...given: never[]) => string);

/** All words below a group, by their paths. */
export function wordsBelow(group: object, path = ''): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const [key, value] of Object.entries(group) as [string, unknown][]) {
    const own = path === '' ? key : `${path} › ${key}`;
    if (typeof value === 'object' && value !== null)
      for (const [inner, word] of wordsBelow(value, own)) found.set(inner, word);
    else found.set(own, value as Word);
  }
  return found;
}

/** What a sentence may be made of: a number, the name of something (also one that some sentences look up), several names. */
const ARGUMENTS: readonly unknown[] = [5, 'park', ['service', 'agent']];

const say = (word: Word, given: readonly unknown[]): string => (word as (...all: unknown[]) => string)(...given);

/** Something that a sentence can be made of: what nothing fails at and nothing undefined comes of. */
export function examplesOf(word: Exclude<Word, string>): readonly unknown[] {
  let all: readonly (readonly unknown[])[] = [[]];
  for (let at = 0; at < word.length; at += 1) all = all.flatMap((given) => ARGUMENTS.map((own) => [...given, own]));
  for (const given of all)
    try {
      if (!/undefined|NaN|object|function|p, a/.test(say(word, given))) return given;
    } catch {
      // It takes something else.
    }
  throw new Error(`Nothing can be said with ${String(word)}`);
}

/** The digits of any language in those of ours, without what groups them. */
const plainDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<=\d)[.,٬\s](?=\d)/gu, '');

/** What a word says, with numbers in the digits of English. */
export const said = (word: Word, given: readonly unknown[]): string =>
  plainDigits(typeof word === 'string' ? word : say(word, given));

/** What stands around the numbers. */
export const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#');

/** The places of a sentence at which a number changes more than itself. */
export const countsIn = (word: Exclude<Word, string>, given: readonly unknown[]): readonly number[] =>
  given.flatMap((own, at) => {
    if (typeof own !== 'number') return [];
    const [one, two] = [1, 2].map((value) => withoutNumbers(said(word, given.with(at, value))));
    return one === two ? [] : [at];
  });
