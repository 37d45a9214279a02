import { ROSTER_SECTIONS } from './roster.js';
import type { Roster } from './roster.js';

/** The roster without some ids. A section that has none of them keeps its identity. */
export const rosterWithout = (roster: Roster, isGone: (id: string) => boolean): Roster =>
  Object.fromEntries(
    ROSTER_SECTIONS.map((section) => {
      const ids = roster[section];
      return [section, ids.some(isGone) ? ids.filter((id) => !isGone(id)) : ids];
    }),
  ) as Roster;
