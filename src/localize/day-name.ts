import { nearestLocale } from './nearest-locale.js';

const DAY = 86_400_000;

/**
 * What people call a day: today, yesterday, the day of the week up to six days ago, and its date before that.
 *
 * @param day number of the day, counted from the epoch; see `core/rules/days.ts`
 * @param wanted its language, or any text: the nearest one counts
 * @returns with a capital letter where the language has them; empty for what is no day
 */
export function dayName(day: number, today: number, wanted: string): string {
  const locale = nearestLocale(wanted);
  const ago = today - day;
  if (Number.isNaN(ago)) return '';
  const name =
    ago === 0 || ago === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
      : new Intl.DateTimeFormat(locale, {
          timeZone: 'UTC',
          ...(ago > 1 && ago < 7 ? { weekday: 'long' } : { dateStyle: 'medium' }),
        }).format(day * DAY);
  const [first = ''] = name;
  return first.toLocaleUpperCase(locale) + name.slice(first.length);
}
