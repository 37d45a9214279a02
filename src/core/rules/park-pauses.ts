import type { Configuration } from '../configuration/configuration.js';
import type { PausedByParking } from '../model/parking.js';
import type { Session } from '../model/session.js';
import { isAtHand } from './session-phase.js';

type Parked = Pick<
  Session,
  'serviceId' | 'modality' | 'state' | 'participants' | 'isTranscribable' | 'transcriptUnavailable'
>;

/**
 * What parking a session now would interrupt (Nimbus: the transcription, which goes on when it is unparked, and the
 * supervision, which does not come back), as far as its service says that it does and it runs at all.
 */
export function pausedByParking(session: Parked, { services, tenant }: Configuration): readonly PausedByParking[] {
  const service = services.get(session.serviceId);
  if (!service || !isAtHand(session.state)) return [];
  const { companion, parking } = service;
  const isTranscribed =
    session.modality === 'audio-video' &&
    companion.transcription &&
    companion.recognizer &&
    tenant.companionLicences &&
    session.isTranscribable !== false &&
    session.transcriptUnavailable === undefined;
  const isSupervised = session.participants.some(({ role }) => role === 'supervisor');
  const runs = { transcription: isTranscribed, supervision: isSupervised };
  return parking.pauses.filter((what) => runs[what]);
}
