const DAY = 86_400_000;

/**
 * The number of the day that a moment lies in, by the calendar of the page's time zone, counted from the epoch. Days that
 * are an hour longer or shorter count as one. NaN for what is no moment.
 *
 * @param at server time in ms
 */
export function dayOf(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/** What lies on one day. */
export interface Day<T> {
  readonly day: number;
  readonly items: readonly T[];
}

/** Cuts what is ordered by time into days. What comes back to a day that was left begins it again. */
export function byDay<T>(items: readonly T[], atOf: (item: T) => number): readonly Day<T>[] {
  const days: { readonly day: number; readonly items: T[] }[] = [];
  for (const item of items) {
    const day = dayOf(atOf(item));
    const last = days.at(-1);
    if (last && Object.is(last.day, day)) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
