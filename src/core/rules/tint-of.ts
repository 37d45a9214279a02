import type { Session } from '../model/session.js';
import { customerName } from './customer-name.js';

/** So many tints there are for people; the same number stands in the styles of the cards. */
const TINTS = 6;

/** So many characters of what tells people apart are looked at: some names have a million. */
const LONGEST_KEY = 200;

/**
 * Which tint a person has, 0 to 5: the same one in every session, on every page and day. Who is not identified
 * goes by what technically called or wrote.
 */
export function tintOf({
  id,
  customer,
  caller,
  visitorLabel,
}: Pick<Session, 'id' | 'customer' | 'caller' | 'visitorLabel'>): number {
  const key =
    customer?.id ?? customerName(customer) ?? caller?.phone ?? caller?.upn ?? caller?.name ?? visitorLabel ?? id;
  let hash = 0;
  for (let at = 0; at < Math.min(key.length, LONGEST_KEY); at += 1) hash = (hash * 31 + key.charCodeAt(at)) >>> 0;
  return hash % TINTS;
}
