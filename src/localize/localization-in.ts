import type { AllStrings, SomeStrings } from './all-strings.js';
import { grammarOf } from './grammar.js';
import type { Grammar } from './grammar.js';
import { createLocalization } from './localization.js';
import type { Localization } from './localization.js';
import { nearestLocale } from './nearest-locale.js';
import { spokenIn } from './spoken-in.js';

/** Words of one language: those that a host changes in a language of the kit, or has written of another one. */
export type OwnWords = SomeStrings | ((grammar: Grammar) => SomeStrings | Promise<SomeStrings>);

/** By language tag, such as `de`, `de-CH` or `nl`. For a page in `de-CH`, those of `de-CH` go before those of `de`. */
export type OwnLanguages = Readonly<Record<string, OwnWords>>;

/**
 * Words and formats of the language nearest to `wanted`. What nobody has written in it is English, string by string.
 *
 * @param wanted a language tag, or any text: see `nearestLocale`
 * @param own words of the host's own, and whole languages
 * @throws what `import()` throws where words cannot be loaded, and what a function of `own` does
 */
export async function localizationIn(wanted: string, own: OwnLanguages = {}): Promise<Localization> {
  const locale = nearestLocale(wanted);
  const tags = tagsOf(locale).filter((tag) => Object.hasOwn(own, tag));
  const spoken = await spokenIn(locale);
  if (tags.length === 0) return spoken;
  const grammar = grammarOf(locale);
  const given = await Promise.all(tags.map((tag) => wordsOf(own[tag] ?? {}, grammar)));
  const words = { ...(await import('./english.js')).english, ...spoken.strings };
  return createLocalization(locale, given.reduce<AllStrings>(withOwn, words));
}

/** `de`, `de-CH`: the language first, and what is more special after it. */
function tagsOf(locale: string): readonly string[] {
  const subtags = locale.split('-');
  return subtags.map((_, at) => subtags.slice(0, at + 1).join('-'));
}

const wordsOf = async (own: OwnWords, grammar: Grammar): Promise<SomeStrings> =>
  typeof own === 'function' ? await own(grammar) : own;

/**
 * Words with some of them changed. What is of another kind than what it would stand for (a string for a function) is left
 * out: the element would fail at it.
 */
const withOwn = (words: AllStrings, some: SomeStrings): AllStrings => merged(words, some) as AllStrings;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function merged(words: unknown, some: unknown): unknown {
  if (words === undefined) return some;
  if (!isGroup(words) || !isGroup(some)) return typeof some === typeof words ? some : words;
  const changed = Object.entries(some)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => [key, merged(Object.hasOwn(words, key) ? words[key] : undefined, value)] as const);
  return { ...words, ...Object.fromEntries(changed) };
}
