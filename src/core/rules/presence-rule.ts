import type { Service } from '../configuration/configuration.js';
import { HANDLING_PRESENCES } from '../model/presence.js';
import type { UserPresence } from '../model/presence.js';
import type { Session } from '../model/session.js';

/**
 * What the services of the sessions that an agent is in make of the presence; undefined where it stays as it was chosen.
 *
 * Rules (Microsoft, presence at session start): switched on per service. What the agent chose is overruled where it lets
 * work come, and goes on where it keeps work away; of several rules the one that keeps most away is in force. It is told
 * what was chosen, and that comes back when the last of these sessions is over or parked.
 *
 * @param engaging the sessions that engage the agent, in the order in which they began to
 * @param chosen what the agent chose last
 */
export function presenceRuleFor(
  engaging: readonly Session[],
  services: ReadonlyMap<string, Service> | undefined,
  chosen: string,
): Omit<UserPresence, 'since'> | undefined {
  if (chosen !== 'available' && chosen !== 'busy') return undefined;
  let strictest = -1;
  let ruling: Session | undefined;
  for (const session of engaging) {
    const presence = services?.get(session.serviceId)?.presenceWhileHandled;
    const strictness = presence === undefined ? -1 : HANDLING_PRESENCES.indexOf(presence);
    if (strictness <= strictest) continue;
    strictest = strictness;
    ruling = session;
  }
  const presence = HANDLING_PRESENCES[strictest];
  if (!ruling || presence === undefined || presence === chosen) return undefined;
  const { serviceId, modality } = ruling;
  return { presence, chosen, cause: 'session-start', serviceId, modality };
}
