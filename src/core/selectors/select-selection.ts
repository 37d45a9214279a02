import type { Selector } from '../store/selector.js';

export const selectSelectedId: Selector<string | undefined> = {
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => selection.sessionId,
};
