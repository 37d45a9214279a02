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

/** Whether every gateway has said what is true, or is known to be lost: before that, nothing to do is no news. */
export const selectIsToldAll: Selector<boolean> = {
  topics: [
    { slice: 'workspace', key: '' },
    { slice: 'connections', key: '' },
  ],
  read: ({ workspace, connections }) =>
    workspace.isConnected &&
    [...(workspace.sources ?? [])].every(
      ([source, { isConnected }]) => isConnected || LOST.includes(connections.get(source)?.status ?? ''),
    ),
};

const LOST: readonly string[] = ['offline', 'signed-out'];
