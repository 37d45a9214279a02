import { ABOUT_NO_SESSION } from '../state/begun.js';
import type { Roster } from '../state/roster.js';
import type { Selector } from '../store/selector.js';

/** The list as its agent sees it: without what was taken off it. */
export const selectRoster: Selector<Roster> = {
  topics: [
    { slice: 'roster', key: '' },
    { slice: 'begun', key: ABOUT_NO_SESSION },
  ],
  read({ roster, begun }) {
    const hidden = begun.get(ABOUT_NO_SESSION)?.hidden ?? [];
    if (!hidden[0]) return roster;
    const shown = (ids: readonly string[]): readonly string[] => ids.filter((id) => !hidden.includes(id));
    return { ...roster, active: shown(roster.active), parked: shown(roster.parked) };
  },
};
