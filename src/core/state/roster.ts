import { parkedGroupOf } from '../model/modality.js';
import type { Session } from '../model/session.js';

export const ROSTER_SECTIONS = ['offered', 'active', 'parked', 'history'] as const;

export type RosterSection = (typeof ROSTER_SECTIONS)[number];

/** Ids of all sessions in the order in which an agent sees them. An unchanged section keeps its identity. */
export type Roster = Readonly<Record<RosterSection, readonly string[]>>;

/** The roster without some ids. A section that has none of them keeps its identity. */
export const rosterWithout = (roster: Roster, isGone: (id: string) => boolean): Roster =>
  Object.fromEntries(
    ROSTER_SECTIONS.map((section) => {
      const ids = roster[section];
      return [section, ids.some(isGone) ? ids.filter((id) => !isGone(id)) : ids];
    }),
  ) as Roster;

interface Place {
  readonly section: RosterSection;
  readonly ranks: readonly [number, number];
}

export const emptyRoster: Roster = { offered: [], active: [], parked: [], history: [] };

/**
 * Where a session stands: its section, then numbers compared one after the other, smallest first, then its id.
 *
 * Nimbus order: active; parked by modality (audio/video, instant messaging, email and external), longest parked
 * first; history, latest first, with unfinished after-call work ahead. Offers come before everything, in the order in
 * which they arrived: they are the only ones that do not wait.
 */
function placeOf(session: Session): Place {
  switch (session.state) {
    case 'offered':
      return { section: 'offered', ranks: [0, session.since] };
    case 'parked':
    case 'unparking':
      return { section: 'parked', ranks: [parkedGroupOf(session.modality), session.parkedSince ?? session.since] };
    case 'after-call-work':
      return { section: 'history', ranks: [0, -session.since] };
    case 'ended':
      return { section: 'history', ranks: [1, -(session.times.ended ?? session.since)] };
    default:
      return { section: 'active', ranks: [0, session.times.accepted ?? session.since] };
  }
}

/** Whether a record stands where it stood before. Throws for one that has no place, so that it is never taken in. */
export function isUnmoved(before: Session | undefined, after: Session | undefined): boolean {
  const from = before && placeOf(before);
  const to = after && placeOf(after);
  return from && to ? isSamePlace(from, to) : before === after;
}

/** From so many on, sorting once is cheaper than finding places in arrays that are copied for each. */
const MANY = 50;

/**
 * The roster after some records moved at once.
 *
 * @param moved what they were before, by id; undefined for new ones
 * @param sessionOf the present records
 */
export function rosterAfter(
  roster: Roster,
  moved: ReadonlyMap<string, Session | undefined>,
  sessionOf: (id: string) => Session | undefined,
): Roster {
  if (moved.size >= MANY) return rosterSorted(roster, moved, sessionOf);
  // Places are found among records: one that moves later still stands where it stood.
  const known = new Map(moved);
  let next = roster;
  for (const [id, before] of moved) {
    const after = sessionOf(id);
    next = moveOne(next, before, after, (other) => (known.has(other) ? known.get(other) : sessionOf(other)));
    known.delete(id);
  }
  return next;
}

function rosterSorted(
  roster: Roster,
  moved: ReadonlyMap<string, unknown>,
  sessionOf: (id: string) => Session | undefined,
): Roster {
  const arrived: Record<RosterSection, Session[]> = { offered: [], active: [], parked: [], history: [] };
  for (const id of moved.keys()) {
    const session = sessionOf(id);
    if (session) arrived[placeOf(session).section].push(session);
  }
  const left = rosterWithout(roster, (id) => moved.has(id));
  return Object.fromEntries(
    ROSTER_SECTIONS.map((section) => {
      const stay = left[section];
      if (arrived[section].length === 0) return [section, stay];
      const all = [...stay.flatMap((id) => sessionOf(id) ?? []), ...arrived[section]];
      return [section, all.sort(compareSessions).map(({ id }) => id)];
    }),
  ) as Roster;
}

/**
 * The roster after one record changed from `before` to `after` (either may be missing). Finds both places by binary
 * search, so the cost does not follow the number of sessions.
 */
function moveOne(
  roster: Roster,
  before: Session | undefined,
  after: Session | undefined,
  sessionOf: (id: string) => Session | undefined,
): Roster {
  if (isUnmoved(before, after)) return roster;
  const next = { ...roster };
  if (before) {
    const { section } = placeOf(before);
    const ids = next[section];
    const expected = lowerBound(ids, before, sessionOf);
    // A record with broken times has no reliable place; removing somebody else's id would hide a session.
    next[section] = ids.toSpliced(ids[expected] === before.id ? expected : ids.indexOf(before.id), 1);
  }
  if (after) {
    const { section } = placeOf(after);
    const ids = next[section];
    next[section] = ids.toSpliced(lowerBound(ids, after, sessionOf), 0, after.id);
  }
  return next;
}

/** The first position that does not stand before `session`, which is compared as given: the table may hold its next version. */
function lowerBound(ids: readonly string[], session: Session, sessionOf: (id: string) => Session | undefined): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = ids[middle] ?? '';
    const other = id === session.id ? session : sessionOf(id);
    if (other && compareSessions(other, session) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareSessions(one: Session, other: Session): number {
  const ranks = compareRanks(placeOf(one).ranks, placeOf(other).ranks);
  if (ranks !== 0) return ranks;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one.section === other.section && compareRanks(one.ranks, other.ranks) === 0;

const compareRanks = (one: readonly [number, number], other: readonly [number, number]): number =>
  one[0] - other[0] || one[1] - other[1];
