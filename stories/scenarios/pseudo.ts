import { createLocalization, en } from '../../src/index.js';
import type { AllStrings, Localization } from '../../src/index.js';

const ACCENTED = new Map(Object.entries({ a: 'å', c: 'ç', i: 'ï', n: 'ñ', o: 'ø', s: 'š', u: 'ü' }));

/** A text as a language might have it that is 40 % longer, with signs that reach higher than those of English. */
const lengthened = (text: string): string =>
  text === ''
    ? ''
    : `[!! ${text.replace(/[acinosu]/g, (sign) => ACCENTED.get(sign) ?? sign)}${'·one two '.repeat(Math.ceil((text.length * 0.4) / 9))} !!]`;

const everyWord = (word: unknown): unknown => {
  if (typeof word === 'string') return lengthened(word);
  if (typeof word === 'function')
    return (...given: unknown[]) => lengthened(String((word as (...all: unknown[]) => unknown)(...given)));
  return Object.fromEntries(Object.entries(word as object).map(([key, value]) => [key, everyWord(value)]));
};

/** English that cannot be overlooked: what has no marks around it is no word of the kit, what ends without one is cut. */
export const pseudo: Localization = createLocalization('en', everyWord(en) as AllStrings);
