import { createTicker } from '../../src/context/ticker.js';
import { createLocalization } from '../../src/index.js';
import type { SessionStore, WorkspaceHandle } from '../../src/index.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aStore } from './a-store.js';

/** What a provider of a store hands to its elements. */
export const aHandle = (
  store: SessionStore,
  provider: HTMLElement = document.createElement('div'),
): WorkspaceHandle => ({
  store,
  provider,
  ticker: createTicker(store.clock),
  speakers: new Map(),
  localization: createLocalization('en'),
});

/** A workspace in a situation, with no element around it but what provides it. */
export function aWorkspace(situation: Parameters<typeof aStore>[0] = {}): {
  readonly workspace: WorkspaceHandle;
  readonly provider: HTMLElement;
  readonly gateway: ScriptedGateway;
} {
  const { store, gateway } = aStore(situation);
  const workspace = aHandle(store);
  return { workspace, provider: workspace.provider, gateway };
}
