import type { Session } from '../model/session.js';
import type { Configuration } from './configuration.js';
import type { AbsenceReason } from './widgets-of-session.js';

/** Why the agent gets no codes and tags suggested by a machine, in the order of the gate chain of widgets. */
export function whyNoCodeSuggestions(
  configuration: Configuration | undefined,
  session: Session,
  agentId: string | undefined,
): AbsenceReason | undefined {
  const service = configuration?.services.get(session.serviceId);
  if (!configuration || !service) return 'feature-off';
  if (service.licence === 'advanced-routing') return 'service-not-licensed';
  if (!service.companion.codeSuggestions) return 'feature-off';
  if (!configuration.tenant.companionLicences) return 'tenant-not-licensed';
  const user = agentId === undefined ? undefined : configuration.users.get(agentId);
  return user?.companionLicence ? undefined : 'user-not-licensed';
}
