import { languageOf } from './language-of.js';
import type { Localization } from './localization.js';

/** How to come by the words and formats of a language. It may be called again where it failed. */
export type Localize = (language: string) => Localization | Promise<Localization>;

/**
 * Finds the words of the language that a provider stands in, now and whenever it becomes another one. The words before stay
 * until those of the new language are there. What could not be loaded is tried again when the browser is online again.
 *
 * @param known the language whose words are there already
 * @returns a function that stops it
 */
export function watchLanguage(
  element: HTMLElement,
  {
    known,
    localize,
    onFound,
    onFailed,
  }: {
    readonly known: string | undefined;
    readonly localize: Localize;
    readonly onFound: (language: string, localization: Localization) => void;
    readonly onFailed: (language: string, error: unknown) => void;
  },
): () => void {
  let wanted = known;
  const find = async (language: string): Promise<void> => {
    try {
      const localization = await localize(language);
      if (language === wanted) onFound(language, localization);
    } catch (error) {
      if (language !== wanted) return;
      wanted = undefined;
      onFailed(language, error);
    }
  };
  const look = (): void => {
    const language = languageOf(element);
    if (language === wanted) return;
    wanted = language;
    void find(language);
  };
  const observer = new MutationObserver(look);
  for (const marked of [element, document.documentElement]) observer.observe(marked, { attributeFilter: ['lang'] });
  window.addEventListener('online', look);
  look();
  return () => {
    wanted = undefined;
    observer.disconnect();
    window.removeEventListener('online', look);
  };
}
