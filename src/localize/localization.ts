import type { Strings } from './en.js';
import { en } from './en.js';
import { hasPlainDigits, nearestLocale } from './nearest-locale.js';

/** Words and formats of one language. */
export interface Localization {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly strings: Strings;
  /** A time of day, with the date when it was not today. */
  formatMoment(at: number, now: number): string;
  /** Such as 3:07 or 1:02:45. */
  formatDuration(ms: number): string;
}

/** Formats follow the language nearest to `wanted`, which may be any text; the words are English unless others are given. */
export function createLocalization(wanted: string, strings: Strings = en): Localization {
  const locale = nearestLocale(wanted);
  const moments: Intl.DateTimeFormat[] = [];
  const numbers: Intl.NumberFormat[] = [];
  // Formats are made when they are needed: what is shown first mostly needs none.
  const figures = (count: number, minimumIntegerDigits = 1): string =>
    hasPlainDigits(locale)
      ? String(count).padStart(minimumIntegerDigits, '0')
      : (numbers[minimumIntegerDigits] ??= new Intl.NumberFormat(locale, {
          minimumIntegerDigits,
          useGrouping: false,
        })).format(count);
  return {
    locale,
    strings,
    formatMoment(at, now) {
      const date = new Date(at);
      if (Number.isNaN(date.getTime())) return '';
      const isToday = date.toDateString() === new Date(now).toDateString();
      return (moments[Number(isToday)] ??= new Intl.DateTimeFormat(locale, {
        dateStyle: isToday ? undefined : 'medium',
        timeStyle: 'short',
      })).format(date);
    },
    formatDuration(ms) {
      if (!Number.isFinite(ms)) return '';
      const seconds = Math.floor(Math.max(0, ms) / 1000);
      const minutes = Math.floor(seconds / 60);
      const hours = Math.floor(minutes / 60);
      const tail = `${figures(minutes % 60, hours > 0 ? 2 : 1)}:${figures(seconds % 60, 2)}`;
      return hours > 0 ? `${figures(hours)}:${tail}` : tail;
    },
  };
}
