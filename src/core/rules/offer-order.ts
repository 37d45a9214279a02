import type { Session } from '../model/session.js';

type Offer = Pick<Session, 'id' | 'since' | 'offerExpiresAt'>;

/** Offers in the order in which to look at them: next to expire first, those that ring without an end last, then by age. */
export const byExpiry = <T extends Offer>(offers: readonly T[]): readonly T[] =>
  [...offers].sort(
    (one, other) =>
      (one.offerExpiresAt ?? Infinity) - (other.offerExpiresAt ?? Infinity) ||
      one.since - other.since ||
      (one.id < other.id ? -1 : 1),
  );

/** From here on, in ms, an offer is about to go. */
const SOON = 10_000;

/**
 * How much of the ring time is left.
 *
 * @param now server time in ms
 * @returns what is left in ms, its share of the whole, 0 to 1, and whether it is about to go; undefined for an offer that
 *   rings without an end
 */
export function ringTimeLeft(
  { since, times, offerExpiresAt: end }: Pick<Session, 'since' | 'times' | 'offerExpiresAt'>,
  now: number,
): { readonly ms: number; readonly share: number; readonly isSoon: boolean } | undefined {
  if (end === undefined) return undefined;
  const ms = Math.max(0, end - now);
  const whole = end - (times.offered ?? since);
  // An offer that came with an end before its beginning is over.
  return { ms, share: whole > 0 ? Math.min(1, ms / whole) : 0, isSoon: ms < SOON };
}
