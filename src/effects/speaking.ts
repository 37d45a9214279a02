import type { WorkspaceHandle } from '../context/workspace-handle.js';
import { languageOf } from '../localize/language-of.js';
import type { Localization } from '../localize/localization.js';
import { nearestLocale } from '../localize/nearest-locale.js';
import { watchLanguage } from '../localize/watch-language.js';
import type { Localize } from '../localize/watch-language.js';

/** How long nothing is shown while words are loaded, in milliseconds: then it is English, until they come. */
const LONGEST_SILENCE = 1000;

interface FirstWords {
  readonly promise: Promise<void>;
  readonly settle: () => void;
}

const firsts = new WeakMap<HTMLElement, FirstWords>();
/** The language for which words were found. */
const languages = new WeakMap<Localization, string>();

/** What a provider waits for before it shows anything in another language than English. */
export function firstWords(provider: HTMLElement): FirstWords {
  const known = firsts.get(provider);
  if (known) return known;
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
    setTimeout(resolve, LONGEST_SILENCE);
  });
  const first = { promise, settle };
  firsts.set(provider, first);
  return first;
}

/**
 * Finds the words of the language that a workspace stands in, now and whenever that becomes another one.
 *
 * @returns a function that stops it
 */
export function keepSpeaking(
  { provider, store, localization, words }: WorkspaceHandle,
  localize: Localize,
  onSpoken: (spoken: Localization) => void,
): () => void {
  // The page may have turned to another language since the workspace was opened in this one.
  const language = languageOf(provider);
  const isSpoken = !words && nearestLocale(language) === localization.locale;
  return watchLanguage(provider, {
    known: languages.get(localization) ?? (isSpoken ? language : undefined),
    localize,
    onFound: (language, spoken) => {
      languages.set(spoken, language);
      onSpoken(spoken);
      firsts.get(provider)?.settle();
    },
    onFailed: (language, error) => {
      store.logger.error(`The words of “${language}” could not be loaded.`, error);
      firsts.get(provider)?.settle();
    },
  });
}
