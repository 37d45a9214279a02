import type { Session } from '../model/session.js';
import type { Usage } from '../rules/acceptance.js';
import { blocksNewWork, engagesAgent, takesSlot } from '../rules/session-phase.js';

export const noUsage: Usage = { total: 0, perModality: new Map(), afterCallWork: 0, engaging: [] };

/** The usage after one record changed from `before` to `after` (either may be missing). */
export function usageReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage {
  // Most facts leave both as they are.
  if (before?.state === after?.state && before?.modality === after?.modality) return usage;
  if (shareOf(before) === shareOf(after)) return usage;
  const perModality = new Map(usage.perModality);
  let { total, afterCallWork, engaging } = usage;
  const add = (session: Session | undefined, step: number): void => {
    if (!session || !takesSlot(session.state)) return;
    const { id, modality, state } = session;
    const count = (perModality.get(modality) ?? 0) + step;
    if (count === 0) perModality.delete(modality);
    else perModality.set(modality, count);
    total += step;
    if (blocksNewWork(state)) afterCallWork += step;
    if (engagesAgent(state)) engaging = step > 0 ? [...engaging, id] : engaging.toSpliced(engaging.indexOf(id), 1);
  };
  add(before, -1);
  add(after, 1);
  return { total, perModality, afterCallWork, engaging };
}

/** What a session has of the usage; empty for offers and history. */
const shareOf = (session: Session | undefined): string =>
  session && takesSlot(session.state)
    ? [blocksNewWork(session.state), engagesAgent(session.state), session.modality].join()
    : '';
