/**
 * A language tag that `Intl` takes, for any text. Pages are marked with much that is none: names of POSIX locales
 * (`de_DE`, `en_US.UTF-8`, `C`), what translators leave behind (`auto`), private tags. Subtags are dropped from the end
 * until the browser has formats for the rest; when nothing is left it is the browser's own language.
 */
export function nearestLocale(wanted: string): string {
  const [name = ''] = wanted.trim().split(/[.@]/, 1);
  for (const subtags = name.split(/[-_]/).filter(Boolean); subtags.length > 0; subtags.pop()) {
    try {
      const [locale] = Intl.DateTimeFormat.supportedLocalesOf(subtags.join('-'));
      if (locale) return locale;
    } catch {
      // No language tag, or not yet.
    }
  }
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
