import type { Configuration } from '../configuration/configuration.js';
import type { ParkedTasks, Usage } from './acceptance.js';

/** The configuration by which slots are counted: of one gateway, or of each of several. */
export interface CountedBy {
  readonly configuration?: Configuration | undefined;
  readonly sources?: ReadonlyMap<string, { readonly configuration?: Configuration }>;
}

/**
 * The slots that new work does not find: parked tasks count (Nimbus), but for those of services whose parked tasks free
 * theirs (`parking.freesSlot`). A source's services are its own.
 *
 * @returns `usage` itself where nothing is freed
 */
export function takenSlots(usage: Usage, by: CountedBy): Usage {
  const freed: ParkedTasks[] = [];
  for (const [source, { parked = [] }] of usage.sources ?? [['', usage] as const])
    for (const own of parked)
      if (freesSlot(own.serviceId, (by.sources?.get(source) ?? by).configuration)) freed.push(own);
  if (freed.length === 0) return usage;
  const { parked: _, sources: __, ...rest } = usage;
  const perModality = new Map(usage.perModality);
  let { total } = usage;
  for (const { modality, count } of freed) {
    addTo(perModality, modality, -count);
    total -= count;
  }
  return { ...rest, total, perModality };
}

/** Whether a task of this service takes no slot while it is parked. */
export const freesSlot = (serviceId: string, configuration: Configuration | undefined): boolean =>
  configuration?.services.get(serviceId)?.parking.freesSlot ?? false;

/** Counts on; what there is none of has no entry. */
export function addTo(counts: Map<string, number>, key: string, step: number): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
