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
  if (!user?.taskParallelization.enabled) return undefined;
  const { total, perModality } = user.taskParallelization;
  return {
    total: figure(taken.total, total),
    perModality: MODALITIES.filter((modality) => user.modalities.includes(modality)).map((modality) => ({
      modality,
      ...figure(taken.perModality.get(modality) ?? 0, perModality[modality]),
    })),
  };
}

const figure = (used: number, limit: number | undefined): CapacityFigure =>
  limit === undefined ? { used, isFull: false } : { used, limit, isFull: used >= limit };
