import type { SessionPolicy, User } from '../configuration/configuration.js';
import type { Modality } from '../model/modality.js';
import type { Presence } from '../model/presence.js';
import { totalOf } from './capacity.js';
import type { Slots } from './capacity.js';

/**
 * What stops new work, most general first:
 *
 * - `presence`: the agent is away, offline or not to be disturbed;
 * - `session`: without task parallelization one task at a time, a parked one included;
 * - `after-call-work`: it blocks all services until it is finished;
 * - `total-limit`, `modality-limit`: no free slot;
 * - `modality-disabled`: this user does not handle that modality at all.
 */
export type AcceptanceStop =
  'presence' | 'session' | 'after-call-work' | 'total-limit' | 'modality-limit' | 'modality-disabled';

/** The classic indicator: whether any task could come, and the first thing that stops all of them. */
export interface Availability {
  readonly isAvailable: boolean;
  readonly stop?: AcceptanceStop;
}

/** How many tasks of one kind are parked. */
export interface ParkedTasks {
  readonly serviceId: string;
  readonly modality: Modality;
  readonly count: number;
}

/** What is to be set aside before another session can be worked on; empty where nothing is. */
export interface Aside {
  /** The session to park. */
  readonly parkFirst?: string;
  /** The session to put on hold, where its platform does not park it. */
  readonly holdFirst?: string;
}

/** What an agent has in hand. Parked tasks count; `takenSlots` leaves out those that free their slot. */
export interface Usage extends Slots {
  /** How many of the slots are held by after-call work. */
  readonly afterCallWork: number;
  /** The sessions that keep the agent from another conversation, in the order in which they began to. */
  readonly engaging: readonly string[];
  /** What of it is parked; absent where nothing is. */
  readonly parked?: readonly ParkedTasks[];
  /**
   * At one of several sources that are one for their agent (`combineGateways`): what is in hand at the others, to be set
   * aside before a session of this source is turned to.
   */
  readonly elsewhere?: readonly Aside[];
  /** Whether the limit over all these sources is reached, whatever this one would allow. */
  readonly isFull?: boolean;
  /** What each of several sources has of it; absent for the only gateway. */
  readonly sources?: ReadonlyMap<string, Usage>;
}

/** What is known of an agent when it is decided whether new work can come. */
export interface Workload {
  /** As the configuration knows this agent; one it does not know handles everything, one task at a time. */
  readonly user?: User | undefined;
  readonly presence?: Presence | undefined;
  readonly sessionPolicy?: SessionPolicy | undefined;
  /** As `takenSlots` says it. */
  readonly usage: Usage;
}

/** What stops work of every modality. */
export function generalStops({ user, presence, usage }: Workload): AcceptanceStop[] {
  const stops: AcceptanceStop[] = [];
  if (keepsTasksAway(presence)) stops.push('presence');
  const total = totalOf(user, usage);
  if (!total && usage.total > usage.afterCallWork) stops.push('session');
  if (usage.afterCallWork > 0) stops.push('after-call-work');
  if (total?.isFull || usage.isFull) stops.push('total-limit');
  return stops;
}

export const availabilityOf = ([stop]: readonly AcceptanceStop[]): Availability => ({
  isAvailable: stop === undefined,
  ...(stop && { stop }),
});

/** A presence nobody has told yet keeps nothing away. */
const keepsTasksAway = (presence: Presence | undefined): boolean =>
  presence !== undefined && presence !== 'available' && presence !== 'busy';
