import type { AllStrings } from './all-strings.js';
import type { Grammar } from './grammar.js';

/** The languages of the kit beside English, each loaded as a whole when a page is in it. */
export const LANGUAGES: Readonly<Record<string, () => Promise<(grammar: Grammar) => AllStrings>>> = {
  ar: async () => (await import('./ar/arabic.js')).arabic,
  de: async () => (await import('./de/german.js')).german,
  es: async () => (await import('./es/spanish.js')).spanish,
  fr: async () => (await import('./fr/french.js')).french,
  it: async () => (await import('./it/italian.js')).italian,
};
