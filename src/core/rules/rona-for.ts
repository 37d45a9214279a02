import type { Service } from '../configuration/configuration.js';
import type { UserPresence } from '../model/presence.js';

/**
 * What becomes of the presence of an agent who missed or declined an offer, for how long; undefined where nothing does.
 *
 * Rules (Nimbus, persistent RONA): a Contact Center feature, switched on per service, off if not said otherwise. It ends
 * by itself after the reset time, when the agent chooses a presence, or with signing out; an agent who is offline has
 * nothing to be taken out of. A second one begins the time anew; what the agent goes back to stays what was chosen.
 *
 * @param now as it is before; undefined where nobody has told
 * @returns the presence without its end, and how long it lasts, ms
 */
export function ronaFor(
  service: Service | undefined,
  outcome: 'missed' | 'declined',
  modality: string,
  now: UserPresence | undefined,
): { readonly presence: Omit<UserPresence, 'since' | 'until'>; readonly lastsMs: number } | undefined {
  if (!service?.rona.enabled || service.licence !== 'contact-center' || now?.presence === 'offline') return undefined;
  return {
    presence: {
      presence: 'not-available',
      chosen: now?.chosen ?? now?.presence ?? 'available',
      cause: outcome === 'missed' ? 'rona' : 'declined',
      serviceId: service.id,
      modality,
    },
    lastsMs: service.rona.resetAfterSeconds * 1000,
  };
}
