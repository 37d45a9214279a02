import type { Session } from '../../core/model/session.js';
import type { Roster } from '../../core/state/roster.js';

/**
 * The sessions that keys go through, in the order of the list: offers, active, parked, and of the history only those
 * whose work is not finished.
 *
 * @param isUnfinished whether a session is in after-call work; those stand first in the history
 */
export function inLine(roster: Roster, isUnfinished: (id: string) => boolean): readonly string[] {
  const end = roster.history.findIndex((id) => !isUnfinished(id));
  return [
    ...roster.offered,
    ...roster.active,
    ...roster.parked,
    ...(end < 0 ? roster.history : roster.history.slice(0, end)),
  ];
}

/** The one after or before; from elsewhere the first or the last, and round at the ends. Undefined where there is none. */
export function beside(ids: readonly string[], current: string | undefined, by: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at < 0) return ids.at(by > 0 ? 0 : -1);
  return ids.at((at + by) % ids.length);
}

/** The offer that is answered: the one that is looked at, else the one that is missed first. */
export function nextOffer(
  offers: readonly Pick<Session, 'id' | 'offerExpiresAt'>[],
  current: string | undefined,
): string | undefined {
  if (offers.some(({ id }) => id === current)) return current;
  const due = ({ offerExpiresAt = Infinity }: Pick<Session, 'offerExpiresAt'>): number => offerExpiresAt;
  return offers.reduce<(typeof offers)[number] | undefined>(
    (first, offer) => (first && due(first) <= due(offer) ? first : offer),
    undefined,
  )?.id;
}
