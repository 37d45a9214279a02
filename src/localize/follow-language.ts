import type { Localization } from './localization.js';
import { localizationIn } from './localization-in.js';
import type { OwnLanguages } from './localization-in.js';
import { watchLanguage } from './watch-language.js';

/** A `<session-provider>`, as far as its words go. */
interface Speaker extends HTMLElement {
  localization: Localization | undefined;
}

/**
 * Gives a provider words of a host's own in the language that it stands in, now and whenever that becomes another one: those
 * of the kit with some of them changed, or languages that the kit does not speak.
 *
 * @returns when the first words are there, a function that stops it
 * @throws what `localizationIn` does for the first language; later ones that fail leave the words before, and are reported
 */
export function followLanguage(provider: Speaker, own: OwnLanguages): Promise<() => void> {
  return new Promise((resolve, reject) => {
    let isFirst = true;
    const stop = watchLanguage(provider, {
      known: undefined,
      localize: (language) => localizationIn(language, own),
      onFound: (_, localization) => {
        isFirst = false;
        provider.localization = localization;
        resolve(stop);
      },
      onFailed: (_, error) => {
        if (!isFirst) reportError(error);
        else {
          stop();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      },
    });
  });
}
