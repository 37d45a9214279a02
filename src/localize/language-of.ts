/** The language of a provider: its own, the page's, or the browser's. */
export const languageOf = (provider: HTMLElement): string =>
  provider.lang || document.documentElement.lang || navigator.language;
