import type { Service, User } from '../configuration/configuration.js';
import type { AfterCallWork, Session } from '../model/session.js';
import { isOngoing, isSetAside } from './session-phase.js';

/**
 * The after-call work of a session that ends now, `session` being its record from before the end; undefined when it
 * gets none. Times are ms since the epoch.
 *
 * Rules (Nimbus): after-call work is a Contact Center feature, switched on per service, for every modality. For a user
 * with task parallelization it starts only when an audio/video session ends that is not parked. A session that never
 * got as far as a conversation gets none, nor does one whose service allows zero seconds.
 */
export function afterCallWorkFor(
  service: Service | undefined,
  user: User | undefined,
  session: Session,
  endedAt: number,
): AfterCallWork | undefined {
  const rule = service?.afterCallWork;
  if (!rule?.enabled || service?.licence !== 'contact-center' || rule.durationSeconds === 0) return undefined;
  const { state, modality } = session;
  if (!isOngoing(state) || state === 'accepted') return undefined;
  if (user?.taskParallelization.enabled && (isSetAside(state) || modality !== 'audio-video')) return undefined;
  return {
    startedAt: endedAt,
    dueAt: endedAt + rule.durationSeconds * 1000,
    canFinishEarly: rule.earlyEnd,
    canExtend: rule.maxExtensionSeconds > 0,
  };
}
