import { parkedGroupOf } from '../model/modality.js';
import type { Session } from '../model/session.js';
import { firstWhere } from './first-where.js';

export const ROSTER_SECTIONS = ['offered', 'active', 'parked', 'history'] as const;

export type RosterSection = (typeof ROSTER_SECTIONS)[number];

/** Ids of all sessions in the order in which an agent sees them. An unchanged section keeps its identity. */
export type Roster = Readonly<Record<RosterSection, readonly string[]>>;

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
 * which they arrived: they are the only ones that do not wait. Records that were opened follow the conversations.
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
      return {
        section: 'active',
        ranks: [Number(session.state === 'opened'), session.times.accepted ?? session.since],
      };
  }
}

/** Whether a record stands where it stood before. Throws for one that has no place, so that it is never taken in. */
export function isUnmoved(before: Session | undefined, after: Session | undefined): boolean {
  // Most facts change nothing that a place is made of.
  if (before?.state === after?.state && before?.times === after?.times && before?.since === after?.since)
    if (before && after && before.parkedSince === after.parkedSince && before.modality === after.modality) return true;
  const from = before && placeOf(before);
  const to = after && placeOf(after);
  return from && to ? isSamePlace(from, to) : before === after;
}

/** From so many on, sorting once is cheaper than finding places in arrays that are copied for each. */
const MANY = 50;

/**
 * The roster after some records moved at once. Costs follow how many there are in the sections that some have left, and
 * otherwise how many have moved.
 *
 * @param moved what they were before, by id; undefined for new ones
 * @param sessionOf the present records
 */
export function rosterAfter(
  roster: Roster,
  moved: ReadonlyMap<string, Session | undefined>,
  sessionOf: (id: string) => Session | undefined,
): Roster {
  const left: Partial<Record<RosterSection, Session[]>> = {};
  const come: Partial<Record<RosterSection, Session[]>> = {};
  let isSame = true;
  for (const [id, before] of moved) {
    const session = sessionOf(id);
    // Some may stand again where they stood.
    if (isUnmoved(before, session)) continue;
    isSame = false;
    if (before) (left[placeOf(before).section] ??= []).push(before);
    if (session) (come[placeOf(session).section] ??= []).push(session);
  }
  if (isSame) return roster;
  const after = { ...roster };
  for (const section of ROSTER_SECTIONS)
    after[section] = withAll(without(after[section], left[section], sessionOf), come[section], sessionOf);
  return after;
}

function without(
  ids: readonly string[],
  gone: readonly Session[] = [],
  sessionOf: (id: string) => Session | undefined,
): readonly string[] {
  if (gone.length >= MANY) {
    const all = new Set(gone.map(({ id }) => id));
    return ids.filter((id) => !all.has(id));
  }
  return gone.reduce((known, before) => {
    const { id } = before;
    const place = placeIn(known, before, sessionOf);
    // Where others have left with it, the order is not that of the records any more.
    const at = known[place] === id ? place : known.indexOf(id);
    return at < 0 ? known : known.toSpliced(at, 1);
  }, ids);
}

function withAll(
  ids: readonly string[],
  come: readonly Session[] = [],
  sessionOf: (id: string) => Session | undefined,
): readonly string[] {
  if (come.length >= MANY)
    return [...ids.flatMap((id) => sessionOf(id) ?? []), ...come].sort(compareSessions).map(({ id }) => id);
  return come.reduce((known, session) => known.toSpliced(placeIn(known, session, sessionOf), 0, session.id), ids);
}

/** Where a record stands in a section, or would stand. */
function placeIn(ids: readonly string[], session: Session, sessionOf: (id: string) => Session | undefined): number {
  const { ranks } = placeOf(session);
  return firstWhere(ids.length, (at) => {
    const id = ids[at] ?? '';
    const other = id === session.id ? session : sessionOf(id);
    return !other || compareSessions(other, session, ranks) >= 0;
  });
}

function compareSessions(one: Session, other: Session, ranks = placeOf(other).ranks): number {
  const order = compareRanks(placeOf(one).ranks, ranks);
  if (order !== 0) return order;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one.section === other.section && compareRanks(one.ranks, other.ranks) === 0;

const compareRanks = (one: readonly [number, number], other: readonly [number, number]): number =>
  one[0] - other[0] || one[1] - other[1];
