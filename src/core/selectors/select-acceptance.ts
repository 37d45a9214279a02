import type { Modality } from '../model/modality.js';
import { acceptanceOf } from '../rules/acceptance-of.js';
import type { Acceptance } from '../rules/acceptance-of.js';
import type { Selector } from '../store/selector.js';
import { topicsFor, workloadOf } from './select-capacity.js';

/** Whether the signed-in agent can take a task of this modality now. */
export const selectAcceptance = (modality: Modality): Selector<Acceptance> => ({
  topics: topicsFor(),
  read: (state) => acceptanceOf(workloadOf(state), modality),
  isEqual: (one, other) =>
    one.parkFirst === other.parkFirst &&
    one.holdFirst === other.holdFirst &&
    one.stops.length === other.stops.length &&
    one.stops.every((stop, at) => stop === other.stops[at]),
});
