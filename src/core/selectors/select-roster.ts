import type { Roster } from '../state/roster.js';
import type { Selector } from '../store/selector.js';

export const selectRoster: Selector<Roster> = {
  topics: [{ slice: 'roster', key: '' }],
  read: ({ roster }) => roster,
};
