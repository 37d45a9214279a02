import { parkedGroupOf } from '../model/modality.js';
import type { Session } from '../model/session.js';
import { isOver, isSetAside } from '../rules/session-phase.js';
import { firstWhere } from './first-where.js';

export const ROSTER_SECTIONS = ['offered', 'active', 'parked', 'history'] as const;

export type RosterSection = (typeof ROSTER_SECTIONS)[number];

/** Ids of all sessions in the order in which an agent sees them. An unchanged section keeps its identity. */
export type Roster = Readonly<Record<RosterSection, readonly string[]>>;

export const emptyRoster: Roster = { offered: [], active: [], parked: [], history: [] };

/**
 * Where a session stands: in which section, and there by two numbers compared one after the other, smallest first, then by
 * its id. Three functions, as what one would return is made for every comparison.
 *
 * Nimbus order: active; parked by modality (audio/video, instant messaging, email and external), longest parked
 * first; history, latest first, with unfinished after-call work ahead. Offers come before everything, in the order in
 * which they arrived: they are the only ones that do not wait. Records that were opened follow the conversations.
 */
function sectionOf({ state }: Session): RosterSection {
  if (isOver(state)) return 'history';
  if (isSetAside(state)) return 'parked';
  return state === 'offered' ? state : 'active';
}

const groupOf = ({ state, modality }: Session): number =>
  isSetAside(state) ? parkedGroupOf(modality) : Number(state === 'ended' || state === 'opened');

function rankOf({ state, since, parkedSince, times }: Session): number {
  if (isOver(state)) return -((state === 'ended' ? times.ended : undefined) ?? since);
  if (isSetAside(state)) return parkedSince ?? since;
  return (state === 'offered' ? undefined : times.accepted) ?? since;
}

/** Whether a record stands where it stood before. Throws for one that has no place, so that it is never taken in. */
export function isUnmoved(before: Session | undefined, after: Session | undefined): boolean {
  // Most facts change nothing that a place is made of.
  if (before?.state === after?.state && before?.times === after?.times && before?.since === after?.since)
    if (before && after && before.parkedSince === after.parkedSince && before.modality === after.modality) return true;
  if (!after) return !before;
  // One that is new is compared with itself: what has no place fails before it is taken in.
  return compareSessions(before ?? after, after) === 0 && !!before && sectionOf(before) === sectionOf(after);
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
    if (before) (left[sectionOf(before)] ??= []).push(before);
    if (session) (come[sectionOf(session)] ??= []).push(session);
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
  const group = groupOf(session);
  const rank = rankOf(session);
  return firstWhere(ids.length, (at) => {
    const id = ids[at] ?? '';
    const other = id === session.id ? session : sessionOf(id);
    return !other || compareSessions(other, session, group, rank) >= 0;
  });
}

const compareSessions = (one: Session, other: Session, group = groupOf(other), rank = rankOf(other)): number =>
  groupOf(one) - group || rankOf(one) - rank || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
