import { nearestLocale } from './nearest-locale.js';

const DAY = 86_400_000;

/** What people call the days. One for a language: a browser takes up to a millisecond to make a format. */
export class DayNames {
  /** The language that was asked for. */
  readonly wanted: string;
  readonly #locale: string;
  #near: Intl.RelativeTimeFormat | undefined;
  #week: Intl.DateTimeFormat | undefined;
  #dates: Intl.DateTimeFormat | undefined;
  #isTwelveHours: boolean | undefined;

  /** @param wanted the language, or any text: the nearest one counts */
  constructor(wanted: string) {
    this.wanted = wanted;
    this.#locale = nearestLocale(wanted);
  }

  /** Whether times of day are written with their half of the day, and take more room. */
  get isTwelveHours(): boolean {
    return (this.#isTwelveHours ??=
      new Intl.DateTimeFormat(this.#locale, { timeStyle: 'short' }).resolvedOptions().hour12 === true);
  }

  /**
   * Today, yesterday, the day of the week up to six days ago, and the date before that.
   *
   * @param day number of the day, counted from the epoch; see `core/rules/days.ts`
   * @returns with a capital letter where the language has them; empty for what is no day
   */
  of(day: number, today: number): string {
    const ago = today - day;
    if (Number.isNaN(ago)) return '';
    const name = this.#nameOf(day, ago);
    const [first = ''] = name;
    return first.toLocaleUpperCase(this.#locale) + name.slice(first.length);
  }

  #nameOf(day: number, ago: number): string {
    if (ago === 0 || ago === 1)
      return (this.#near ??= new Intl.RelativeTimeFormat(this.#locale, { numeric: 'auto' })).format(-ago, 'day');
    if (ago > 1 && ago < 7) return (this.#week ??= this.#format({ weekday: 'long' })).format(day * DAY);
    return (this.#dates ??= this.#format({ dateStyle: 'medium' })).format(day * DAY);
  }

  #format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.#locale, { timeZone: 'UTC', ...options });
  }
}
