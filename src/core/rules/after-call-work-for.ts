import type { Service, User } from '../configuration/configuration.js';
import type { AfterCallWork, Session } from '../model/session.js';
import { isOngoing, isSetAside } from './session-phase.js';

/** Whether a user gets after-call work only when a call ends that is not parked (Nimbus): with task parallelization. */
export const isWorkForCallsOnly = (user: User | undefined): boolean => user?.taskParallelization.enabled ?? false;

/**
 * The after-call work of a session that ends now, `session` being its record from before the end; undefined when it
 * gets none. Times are ms since the epoch.
 *
 * Rules (Nimbus): after-call work is a Contact Center feature, switched on per service, for every modality. For a user
 * with task parallelization it starts only when an audio/video session ends that is not parked; one that is transferred
 * out of its parking is. A session that never got as far as a conversation gets none, nor does one whose service allows
 * zero seconds.
 */
export function afterCallWorkFor(
  service: Service | undefined,
  user: User | undefined,
  session: Session,
  endedAt: number,
): AfterCallWork | undefined {
  const rule = service?.afterCallWork;
  if (!rule?.enabled || service?.licence !== 'contact-center' || rule.durationSeconds === 0) return undefined;
  const { state, modality, parkedSince } = session;
  if (!isOngoing(state) || state === 'accepted') return undefined;
  const isParked = isSetAside(state) || parkedSince !== undefined;
  if (isWorkForCallsOnly(user) && (isParked || modality !== 'audio-video')) return undefined;
  return {
    startedAt: endedAt,
    dueAt: endedAt + rule.durationSeconds * 1000,
    canFinishEarly: rule.earlyEnd,
    canExtend: extensionOf(service) > 0,
  };
}

/** How long an extension of a service's after-call work lasts, in seconds; 0 where it has none. */
export const extensionOf = (service: Service | undefined): number =>
  service?.afterCallWork.extension ? service.afterCallWork.maxExtensionSeconds : 0;
