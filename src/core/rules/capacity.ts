import type { User } from '../configuration/configuration.js';
import { MODALITIES } from '../model/modality.js';
import type { KnownModality } from '../model/modality.js';

/** How many task slots are taken, in total and per modality (modalities with none are absent). */
export interface Slots {
  readonly total: number;
  readonly perModality: ReadonlyMap<string, number>;
}

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

/** How full a user is; undefined when task parallelization is off: no header then, and one task at a time. */
export function capacityOf(user: User | undefined, taken: Slots): Capacity | undefined {
  const total = totalOf(user, taken);
  if (!total) return undefined;
  const perModality: ModalityCapacity[] = [];
  for (const modality of MODALITIES) {
    const own = figureOf(user, taken, modality);
    if (own) perModality.push({ modality, ...own });
  }
  return { total, perModality };
}

/** How many tasks a user has, of all kinds; undefined when task parallelization is off. */
export const totalOf = (user: User | undefined, taken: Slots): CapacityFigure | undefined =>
  user?.taskParallelization.enabled ? figure(taken.total, user.taskParallelization.total) : undefined;

/** The same of one modality; undefined for one that the user does not handle, too. */
export const figureOf = (user: User | undefined, taken: Slots, modality: KnownModality): CapacityFigure | undefined =>
  user?.taskParallelization.enabled && user.modalities.includes(modality)
    ? figure(taken.perModality.get(modality) ?? 0, user.taskParallelization.perModality[modality])
    : undefined;

const figure = (used: number, limit: number | undefined): CapacityFigure =>
  limit === undefined ? { used, isFull: false } : { used, limit, isFull: used >= limit };
