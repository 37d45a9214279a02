import type { Session, SessionState } from '../model/session.js';

/** How many task slots are taken, in total and per modality (modalities with none are absent). */
export interface Usage {
  readonly total: number;
  readonly perModality: ReadonlyMap<string, number>;
  /** What each of several sources has of it; absent for the only gateway. */
  readonly sources?: ReadonlyMap<string, Usage>;
}

export const noUsage: Usage = { total: 0, perModality: new Map() };

/**
 * Whether a session in this state takes a slot. Nimbus: a task frees its slot when it is closed, so parked sessions
 * count, and so does after-call work until it is finished. An offer does not count before it is accepted.
 */
export const takesSlot = (state: SessionState): boolean => state !== 'offered' && state !== 'ended';

/** The usage after one record changed from `before` to `after` (either may be missing). */
export function usageReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage {
  const freed = before && takesSlot(before.state) ? before.modality : undefined;
  const taken = after && takesSlot(after.state) ? after.modality : undefined;
  if (freed === taken) return usage;
  const perModality = new Map(usage.perModality);
  let { total } = usage;
  const add = (modality: string, step: number): void => {
    const count = (perModality.get(modality) ?? 0) + step;
    if (count === 0) perModality.delete(modality);
    else perModality.set(modality, count);
    total += step;
  };
  if (freed !== undefined) add(freed, -1);
  if (taken !== undefined) add(taken, 1);
  return { total, perModality };
}
