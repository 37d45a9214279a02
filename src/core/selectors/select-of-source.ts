import { isFrom } from '../model/source.js';
import { rosterWithout } from '../state/roster-without.js';
import { noUsage } from '../state/usage.js';
import { workspaceOf } from '../state/workspace-reducer.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/**
 * What a selector shows of one of several sources alone: its agent and configuration, capacity, connection, its part of
 * the list. The selector itself where there is but one gateway, whose sessions name no source.
 */
export const selectOfSource = <T>(source: string | undefined, selector: Selector<T>): Selector<T> =>
  source === undefined ? selector : { ...selector, read: (state) => selector.read(partOf(state, source)) };

/** Nothing is looked up before it is read: a selector reads only what its topics name. */
function partOf(state: WorkspaceState, source: string): WorkspaceState {
  const isOther = (id: string): boolean => !isFrom(source, id);
  const part: { readonly [K in keyof WorkspaceState]?: () => WorkspaceState[K] } = {
    workspace: () => workspaceOf(state.workspace, source),
    usage: () => state.usage.sources?.get(source) ?? noUsage,
    roster: () => rosterWithout(state.roster, isOther),
    connections: () => new Map([...state.connections].filter(([name]) => name === source)),
  };
  const descriptors = Object.entries(part).map(([slice, get]) => [slice, { get }] as const);
  return Object.create(state, Object.fromEntries(descriptors)) as WorkspaceState;
}
