import { availabilityOf, generalStops } from '../rules/acceptance.js';
import type { Availability, Workload } from '../rules/acceptance.js';
import { capacityOf } from '../rules/capacity.js';
import type { Capacity, CapacityFigure, Slots } from '../rules/capacity.js';
import { takenSlots } from '../rules/taken-slots.js';
import { noUsage } from '../state/usage.js';
import { SIGNED_IN_AGENT } from '../state/workspace-state.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/** Without a user id: those of the signed-in agent. */
export const topicsFor = (userId = SIGNED_IN_AGENT): Selector<unknown>['topics'] => [
  { slice: 'workspace', key: '' },
  { slice: 'usage', key: '' },
  { slice: 'users', key: userId },
];

/** Without a user id: the signed-in agent, from all sources. Undefined when task parallelization is off: no header then. */
export const selectCapacity = (userId?: string): Selector<Capacity | undefined> => ({
  topics: topicsFor(userId),
  read: (state) => {
    const { agentId, configuration } = state.workspace;
    const id = userId ?? agentId ?? '';
    const taken = userId === undefined ? takenSlots(state.usage, state.workspace) : takenBy(state, id);
    return capacityOf(configuration?.users.get(id), taken);
  },
  isEqual: (one, other) =>
    isSameFigure(one?.total, other?.total) &&
    one?.perModality.length === other?.perModality.length &&
    (one?.perModality ?? []).every((own, at) => {
      const before = other?.perModality[at];
      return own.modality === before?.modality && isSameFigure(own, before);
    }),
});

/** What is `isFull` follows from the rest. */
const isSameFigure = (one: CapacityFigure | undefined, other: CapacityFigure | undefined): boolean =>
  one?.used === other?.used && one?.limit === other?.limit;

/** The availability of the signed-in agent. */
export const selectAvailability: Selector<Availability> = {
  topics: topicsFor(),
  read: (state) => availabilityOf(generalStops(workloadOf(state))),
  isEqual: (one, other) => one.stop === other.stop,
};

/** The availability of another user, as far as the backend reports it; undefined when it reports nothing. */
export const selectAvailabilityOf = (userId: string): Selector<Availability | undefined> => ({
  topics: topicsFor(userId),
  read: ({ users }) => {
    const { presence, usage } = users.get(userId) ?? {};
    const taken = { ...noUsage, total: usage?.total ?? 0 };
    return presence && availabilityOf(generalStops({ ...presence, usage: taken }));
  },
  isEqual: (one, other) => one?.stop === other?.stop && (one === undefined) === (other === undefined),
});

/** What is known of the signed-in agent when it is decided whether new work can come. */
export function workloadOf({ workspace, users, usage }: WorkspaceState): Workload {
  const { agentId = '', configuration } = workspace;
  return {
    user: configuration?.users.get(agentId),
    presence: users.get(agentId)?.presence?.presence,
    sessionPolicy: configuration?.sessionPolicy,
    usage: takenSlots(usage, workspace),
  };
}

/** What an agent has of this workspace: of several sources, what is the agent's own. Of others, what is reported. */
function takenBy({ workspace, usage, users }: WorkspaceState, userId: string): Slots {
  for (const [source, own] of workspace.sources ?? [])
    if (own.agentId === userId) return takenSlots(usage.sources?.get(source) ?? noUsage, own);
  if (userId === workspace.agentId) return takenSlots(usage, workspace);
  const { total = 0, perModality = {} } = users.get(userId)?.usage ?? {};
  return { total, perModality: new Map(Object.entries(perModality)) };
}
