import { PRESENCES } from '../../core/model/presence.js';
import type { Presence } from '../../core/model/presence.js';
import { own, presenceOf } from './mapping.js';
import type { TwilioOptions, TwilioServices } from './options.js';
import type { TwilioActivity } from './task-router.js';

/** The task queue by which a service is transferred to. */
export const queueOf = (serviceId: string, { queues = {} }: TwilioServices): string | undefined =>
  Object.entries(queues).find(([key, service]) => service === serviceId && key.startsWith('WQ'))?.[0];

/** The activity that stands for a presence: one that is mapped to it by hand, or else the first that reads as it. */
export function activityFor(
  presence: Presence,
  all: Iterable<TwilioActivity>,
  activities: TwilioOptions['activities'],
): TwilioActivity | undefined {
  if (!(PRESENCES as readonly string[]).includes(presence)) return undefined;
  const fitting = [...all].filter((activity) => presenceOf(activity, activities) === presence);
  return fitting.find(({ sid, name }) => own(activities, sid, name) !== undefined) ?? fitting[0];
}
