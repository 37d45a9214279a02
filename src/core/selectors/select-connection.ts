import type { Connection } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/** Undefined while the gateway has not spoken of its connection: then there is none to lose. */
export const selectConnection: Selector<Connection | undefined> = {
  topics: [{ slice: 'connection', key: '' }],
  read: ({ connection }) => connection,
};
