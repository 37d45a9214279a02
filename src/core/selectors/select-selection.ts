import type { Selection } from '../model/selection.js';
import type { Selector } from '../store/selector.js';

/** What is looked at; undefined while nobody has chosen, and again when what was chosen is gone. */
export const selectSelection: Selector<Selection | undefined> = {
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => selection,
};

/** The session or offer that is looked at. */
export const selectSelectedId: Selector<string | undefined> = {
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => selection?.sessionId,
};

/** Whether somebody has chosen what to look at, be it Home. */
export const selectIsAnywhere: Selector<boolean> = {
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => selection !== undefined,
};
