import type { Strings } from './en.js';
import { en } from './en.js';
import { nearestLocale } from './nearest-locale.js';

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
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    locale,
    strings,
    formatMoment(at, now) {
      const date = new Date(at);
      if (Number.isNaN(date.getTime())) return '';
      return (date.toDateString() === new Date(now).toDateString() ? time : dateAndTime).format(date);
    },
    formatDuration(ms) {
      if (!Number.isFinite(ms)) return '';
      const seconds = Math.floor(Math.max(0, ms) / 1000);
      const minutes = Math.floor(seconds / 60);
      const hours = Math.floor(minutes / 60);
      const tail = `${(hours > 0 ? two : plain).format(minutes % 60)}:${two.format(seconds % 60)}`;
      return hours > 0 ? `${plain.format(hours)}:${tail}` : tail;
    },
  };
}
