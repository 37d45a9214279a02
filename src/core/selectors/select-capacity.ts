import type { User } from '../configuration/configuration.js';
import { MODALITIES } from '../model/modality.js';
import type { KnownModality } from '../model/modality.js';
import type { Presence } from '../model/presence.js';
import { isInConversation } from '../model/session.js';
import { SIGNED_IN_AGENT } from '../state/workspace-state.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/** Used and limit as they are: `used` may exceed `limit` (manual pick, a limit lowered during work), such as 6 / 5. */
export interface CapacityFigure {
  readonly used: number;
  /** Absent when only the total limits this modality. */
  readonly limit?: number;
  readonly isFull: boolean;
}

export interface ModalityCapacity extends CapacityFigure {
  readonly modality: KnownModality;
}

/** The task-capacity header (Nimbus task parallelization). */
export interface Capacity {
  readonly total: CapacityFigure;
  /** The modalities this user may handle, in the order of the vocabulary. */
  readonly perModality: readonly ModalityCapacity[];
}

/**
 * What stops new work, most general first:
 *
 * - `presence`: the agent is away, offline or not to be disturbed;
 * - `after-call-work`: it blocks all services until it is finished;
 * - `session`: without task parallelization one task at a time, a parked one included;
 * - `total-limit`, `modality-limit`: no free slot;
 * - `modality-disabled`: this user does not handle that modality at all.
 */
export type AcceptanceStop =
  'presence' | 'after-call-work' | 'session' | 'total-limit' | 'modality-limit' | 'modality-disabled';

/** "Can I take one now, and if not, what stops it?" */
export interface Acceptance {
  readonly canAccept: boolean;
  readonly stops: readonly AcceptanceStop[];
  /** Under the single-active policy: the session to park before another one can be worked on. */
  readonly parkFirst?: string;
}

/** Without a user id: the signed-in agent. Undefined when task parallelization is off: no header then. */
export const selectCapacity = (userId?: string): Selector<Capacity | undefined> => ({
  topics: topicsFor(userId),
  read: (state) => capacityOf(state, userId ?? state.workspace.agentId),
  isEqual: sameCapacity,
});

/** Whether the signed-in agent can take a task of this modality now. */
export const selectAcceptance = (modality: KnownModality): Selector<Acceptance> => ({
  topics: topicsForAgent(),
  read: (state) => acceptanceOf(state, modality),
  isEqual: (one, other) =>
    one.parkFirst === other.parkFirst &&
    one.stops.length === other.stops.length &&
    one.stops.every((stop, at) => stop === other.stops[at]),
});

/** The classic indicator: whether any task could come, and the first thing that stops all of them. */
export interface Availability {
  readonly isAvailable: boolean;
  readonly stop?: AcceptanceStop;
}

/** The availability of the signed-in agent. */
export const selectAvailability: Selector<Availability> = {
  topics: topicsForAgent(),
  read: (state) => availability(generalStops(state, userOf(state, state.workspace.agentId))),
  isEqual: (one, other) => one.stop === other.stop,
};

/** The availability of another user, as far as the backend reports it; undefined when it reports nothing. */
export const selectAvailabilityOf = (userId: string): Selector<Availability | undefined> => ({
  topics: topicsFor(userId),
  read: ({ users }) => {
    const { presence, usage } = users.get(userId) ?? {};
    if (presence === undefined) return undefined;
    const stops: AcceptanceStop[] = keepsTasksAway(presence.presence) ? ['presence'] : [];
    return availability(usage !== undefined && usage.total > 0 ? [...stops, 'session'] : stops);
  },
  isEqual: (one, other) => one?.stop === other?.stop && (one === undefined) === (other === undefined),
});

const availability = ([stop]: readonly AcceptanceStop[]): Availability =>
  stop === undefined ? { isAvailable: true } : { isAvailable: false, stop };

const keepsTasksAway = (presence: Presence): boolean => presence !== 'available' && presence !== 'busy';

function topicsFor(userId: string | undefined): Selector<unknown>['topics'] {
  const general = [{ slice: 'workspace', key: '' } as const, { slice: 'usage', key: '' } as const];
  return userId === undefined ? general : [...general, { slice: 'users', key: userId } as const];
}

function topicsForAgent(): Selector<unknown>['topics'] {
  return [...topicsFor(undefined), { slice: 'roster', key: '' }, { slice: 'users', key: SIGNED_IN_AGENT }];
}

const userOf = ({ workspace }: WorkspaceState, userId: string | undefined): User | undefined =>
  userId === undefined ? undefined : workspace.configuration?.users.get(userId);

function capacityOf(state: WorkspaceState, userId: string | undefined): Capacity | undefined {
  const user = userOf(state, userId);
  if (userId === undefined || !user?.taskParallelization.enabled) return undefined;
  const { total, perModality } = user.taskParallelization;
  const used = usedBy(state, userId);
  return {
    total: figure(used.total, total),
    perModality: MODALITIES.filter((modality) => user.modalities.includes(modality)).map((modality) => ({
      modality,
      ...figure(used.of(modality), perModality[modality]),
    })),
  };
}

function usedBy(state: WorkspaceState, userId: string): { total: number; of: (modality: KnownModality) => number } {
  if (userId === state.workspace.agentId) {
    return { total: state.usage.total, of: (modality) => state.usage.perModality.get(modality) ?? 0 };
  }
  const reported = state.users.get(userId)?.usage;
  return { total: reported?.total ?? 0, of: (modality) => reported?.perModality[modality] ?? 0 };
}

const figure = (used: number, limit: number | undefined): CapacityFigure =>
  limit === undefined ? { used, isFull: false } : { used, limit, isFull: used >= limit };

function acceptanceOf(state: WorkspaceState, modality: KnownModality): Acceptance {
  const user = userOf(state, state.workspace.agentId);
  const stops = generalStops(state, user);
  if (isModalityFull(state, user, modality)) stops.push('modality-limit');
  if (user && !user.modalities.includes(modality)) stops.push('modality-disabled');
  const inConversation = state.roster.active.find((id) => isInConversation(state.sessions.get(id)?.state ?? 'ended'));
  const mustPark = state.workspace.configuration?.sessionPolicy === 'single-active' && inConversation !== undefined;
  return { canAccept: stops.length === 0, stops, ...(mustPark ? { parkFirst: inConversation } : {}) };
}

function isModalityFull({ usage }: WorkspaceState, user: User | undefined, modality: KnownModality): boolean {
  const limit = user?.taskParallelization.perModality[modality];
  if (limit === undefined || !user?.taskParallelization.enabled || !user.modalities.includes(modality)) return false;
  return (usage.perModality.get(modality) ?? 0) >= limit;
}

/** What stops work of every modality. */
function generalStops(state: WorkspaceState, user: User | undefined): AcceptanceStop[] {
  const stops: AcceptanceStop[] = [];
  const presence = state.users.get(state.workspace.agentId ?? '')?.presence?.presence;
  if (presence !== undefined && keepsTasksAway(presence)) stops.push('presence');
  const latest = state.sessions.get(state.roster.history[0] ?? '');
  if (latest?.state === 'after-call-work') stops.push('after-call-work');
  const parallelization = user?.taskParallelization;
  if (parallelization?.enabled) {
    if (state.usage.total >= parallelization.total) stops.push('total-limit');
  } else if (state.roster.active.length + state.roster.parked.length > 0) {
    stops.push('session');
  }
  return stops;
}

function sameCapacity(one: Capacity | undefined, other: Capacity | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const same = (a: CapacityFigure, b: CapacityFigure | undefined): boolean => a.used === b?.used && a.limit === b.limit;
  return (
    same(one.total, other.total) &&
    one.perModality.length === other.perModality.length &&
    one.perModality.every(
      (own, at) => own.modality === other.perModality[at]?.modality && same(own, other.perModality[at]),
    )
  );
}
