import type { Configuration } from '../configuration/configuration.js';
import type { ConfigurationProblem } from '../configuration/parse-configuration.js';
import type { WorkspaceFact } from '../events/session-event.js';

/** Who works here, and by which configuration. */
export interface Workspace {
  /** False until the gateway has said for the first time what is true. */
  readonly isConnected: boolean;
  readonly agentId?: string;
  readonly configuration?: Configuration;
  /** Why a newer configuration was not taken; the last good one stays in force. */
  readonly configurationProblems: readonly ConfigurationProblem[];
  /**
   * Where several gateways feed one store: the workspace of each, in their order. What stands beside it is then that of
   * the first one that is connected, with everybody's users and problems. Absent for the only gateway.
   */
  readonly sources?: ReadonlyMap<string, Workspace>;
}

export const unknownWorkspace: Workspace = { isConnected: false, configurationProblems: [] };

/** The workspace that something of this source belongs to. */
export const workspaceOf = (workspace: Workspace, source = ''): Workspace =>
  workspace.sources?.get(source) ?? workspace;

export function workspaceReducer(workspace: Workspace, fact: WorkspaceFact): Workspace {
  switch (fact.type) {
    case 'workspace.reset':
      return { ...workspace, isConnected: true, agentId: fact.agentId };
    case 'configuration.loaded':
      return { ...workspace, configuration: fact.configuration, configurationProblems: [] };
    case 'configuration.rejected':
      return { ...workspace, configurationProblems: fact.problems };
  }
}
