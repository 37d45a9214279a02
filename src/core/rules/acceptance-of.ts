import { MODALITIES } from '../model/modality.js';
import type { Modality } from '../model/modality.js';
import type { Session } from '../model/session.js';
import { generalStops } from './acceptance.js';
import type { AcceptanceStop, Aside, Workload } from './acceptance.js';
import { figureOf } from './capacity.js';

/** "Can I take one now, and if not, what stops it?" Under the single-active policy, also: what is in the way of it? */
export interface Acceptance extends Aside {
  readonly canAccept: boolean;
  readonly stops: readonly AcceptanceStop[];
}

/** Whether a task of this modality can be taken now. */
export function acceptanceOf(workload: Workload, modality: Modality): Acceptance {
  const { user, usage, sessionPolicy } = workload;
  const stops = generalStops(workload);
  // A modality that only a newer backend knows has no limit and cannot be switched off here.
  const known = MODALITIES.find((own) => own === modality);
  if (known && figureOf(user, usage, known)?.isFull) stops.push('modality-limit');
  if (known && user && !user.modalities.includes(known)) stops.push('modality-disabled');
  const { engaging, elsewhere } = usage;
  const [own] = engaging;
  const aside =
    elsewhere?.[0] ?? (sessionPolicy === 'single-active' && own !== undefined ? { parkFirst: own } : undefined);
  return { canAccept: stops.length === 0, stops, ...aside };
}

/**
 * What keeps an offer from being accepted, the first thing that does. Presence keeps new tasks from being offered; one that
 * rings already can be taken. A forced one goes over the limits.
 */
export const stopOfAccept = (
  { stops }: Acceptance,
  { isForced }: Pick<Session, 'isForced'>,
): Exclude<AcceptanceStop, 'presence'> | undefined =>
  isForced ? undefined : stops.find((stop) => stop !== 'presence');
