import type { AfterCallWork, Session, SessionState } from '../model/session.js';
import type { Service, User } from './configuration.js';

const WAS_CONNECTED: ReadonlySet<SessionState> = new Set([
  'active',
  'held',
  'parking',
  'parked',
  'unparking',
  'transferring',
]);

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
  if (!WAS_CONNECTED.has(session.state)) return undefined;
  const isParked = session.state === 'parked' || session.state === 'unparking';
  if (user?.taskParallelization.enabled && (isParked || session.modality !== 'audio-video')) return undefined;
  return {
    startedAt: endedAt,
    dueAt: endedAt + rule.durationSeconds * 1000,
    canFinishEarly: rule.earlyEnd,
    canExtend: rule.maxExtensionSeconds > 0,
  };
}
