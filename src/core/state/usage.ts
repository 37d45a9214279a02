import type { Session } from '../model/session.js';
import type { ParkedTasks, Usage } from '../rules/acceptance.js';
import { blocksNewWork, engagesAgent, takesSlot } from '../rules/session-phase.js';
import { addTo } from '../rules/taken-slots.js';

export const noUsage: Usage = { total: 0, perModality: new Map(), afterCallWork: 0, engaging: [] };

/**
 * The usage after one record changed from `before` to `after` (either may be missing). What is parked is counted by
 * service beside the rest: which services free the slot may be known later, and may change.
 */
export function usageReducer(usage: Usage, before: Session | undefined, after: Session | undefined): Usage {
  // Most facts leave all of these as they are.
  if (before?.state === after?.state && before?.modality === after?.modality && before?.serviceId === after?.serviceId)
    return usage;
  if (shareOf(before) === shareOf(after)) return usage;
  const perModality = new Map(usage.perModality);
  let { total, afterCallWork, engaging, parked = [] } = usage;
  const add = (session: Session | undefined, step: number): void => {
    if (!session || !takesSlot(session.state)) return;
    const { id, modality, state } = session;
    addTo(perModality, modality, step);
    total += step;
    if (state === 'parked') parked = parkedAfter(parked, session, step);
    if (blocksNewWork(state)) afterCallWork += step;
    if (engagesAgent(state)) engaging = step > 0 ? [...engaging, id] : engaging.toSpliced(engaging.indexOf(id), 1);
  };
  add(before, -1);
  add(after, 1);
  return { total, perModality, afterCallWork, engaging, ...(parked.length > 0 ? { parked } : {}) };
}

function parkedAfter(
  parked: readonly ParkedTasks[],
  { serviceId, modality }: Session,
  step: number,
): readonly ParkedTasks[] {
  // Of a few kinds: an array is copied faster than a map.
  const at = parked.findIndex((own) => own.serviceId === serviceId && own.modality === modality);
  const own = parked[at];
  if (!own) return [...parked, { serviceId, modality, count: step }];
  const count = own.count + step;
  return count === 0 ? parked.toSpliced(at, 1) : parked.with(at, { serviceId, modality, count });
}

/** What a session has of the usage; empty for offers and history. */
const shareOf = (session: Session | undefined): string =>
  session && takesSlot(session.state)
    ? [session.modality, blocksNewWork(session.state), engagesAgent(session.state), parkedFor(session)].join()
    : '';

const parkedFor = ({ state, serviceId }: Session): unknown => state === 'parked' && serviceId;
