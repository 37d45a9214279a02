import type { Session } from '../model/session.js';
import type { Usage } from '../rules/acceptance.js';
import { blocksNewWork, engagesAgent, takesSlot } from '../rules/session-phase.js';

export const noUsage: Usage = { total: 0, perModality: new Map(), afterCallWork: 0, engaging: [] };

/** The usage after one record changed from `before` to `after` (either may be missing). */
export function usageReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage {
  if (before?.state === after?.state && before?.modality === after?.modality) return usage;
  const freed = before && takesSlot(before.state) ? before.modality : undefined;
  const taken = after && takesSlot(after.state) ? after.modality : undefined;
  const afterCallWork = usage.afterCallWork + workIn(after) - workIn(before);
  const engaging = engagingAfter(usage.engaging, before, after);
  const isSame = engaging === usage.engaging && afterCallWork === usage.afterCallWork;
  if (freed === taken) return isSame ? usage : { ...usage, afterCallWork, engaging };
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
  return { total, perModality, afterCallWork, engaging };
}

const workIn = (session: Session | undefined): number => (session && blocksNewWork(session.state) ? 1 : 0);

/** Who goes on engaging the agent keeps the place. */
function engagingAfter(
  engaging: readonly string[],
  before: Session | undefined,
  after: Session | undefined,
): readonly string[] {
  const was = before && engagesAgent(before.state) ? before.id : undefined;
  const is = after && engagesAgent(after.state) ? after.id : undefined;
  if (was === is) return engaging;
  return is === undefined ? engaging.filter((id) => id !== was) : [...engaging, is];
}
