import { grammarOf } from './grammar.js';
import { LANGUAGES } from './languages.js';
import { createLocalization } from './localization.js';
import type { Localization } from './localization.js';
import { nearestLocale } from './nearest-locale.js';

/** Words of the kit and formats of the language nearest to `wanted`; where the kit does not speak it, words in English. */
export async function spokenIn(wanted: string): Promise<Localization> {
  const locale = nearestLocale(wanted);
  const { language } = new Intl.Locale(locale);
  if (!Object.hasOwn(LANGUAGES, language)) return createLocalization(locale);
  return createLocalization(locale, (await LANGUAGES[language]?.())?.(grammarOf(locale)));
}
