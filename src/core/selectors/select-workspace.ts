import type { Configuration } from '../configuration/configuration.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { Selector } from '../store/selector.js';

export const selectWorkspace: Selector<Workspace> = {
  topics: [{ slice: 'workspace', key: '' }],
  read: ({ workspace }) => workspace,
};

export const selectConfiguration: Selector<Configuration | undefined> = {
  topics: [{ slice: 'workspace', key: '' }],
  read: ({ workspace }) => workspace.configuration,
};

/** Who works here; undefined until the gateway has said so. */
export const selectAgentId: Selector<string | undefined> = {
  topics: [{ slice: 'workspace', key: '' }],
  read: ({ workspace }) => workspace.agentId,
};
