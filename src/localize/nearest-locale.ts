/**
 * A language tag that `Intl` takes, for any text. Pages are marked with much that is none: names of POSIX locales
 * (`de_DE`, `en_US.UTF-8`, `C`), what translators leave behind (`auto`), private tags. Subtags are dropped from the end
 * until the browser has formats for the rest; when nothing is left it is the browser's own language.
 */
export function nearestLocale(wanted: string): string {
  const [name = ''] = wanted.trim().split(/[.@]/, 1);
  const subtags = name.split(/[-_]/).filter(Boolean);
  for (let length = subtags.length; length > 0; length -= 1) {
    const locale = supported(subtags.slice(0, length).join('-'));
    if (locale !== undefined) return locale;
  }
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

function supported(tag: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}
