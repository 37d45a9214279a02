import type { Diagnostics } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

export const selectDiagnostics: Selector<Diagnostics> = {
  topics: [{ slice: 'diagnostics', key: '' }],
  read: ({ diagnostics }) => diagnostics,
};
