import type { KnownOfferOutcome } from '../../core/model/session.js';
import type { KnownTaskResult } from '../../core/model/task-result.js';

/** How a task ended. */
export const resultWords = {
  voicemail: 'Voicemail',
  'hangup-before-accept': 'Hang-up before accept',
  'hangup-in-ivr': 'Hang-up in IVR',
  'hangup-in-queue': 'Hang-up in queue',
  'hangup-in-ivr-after-queue': 'Hang-up in IVR after queue',
  'hangup-by-workflow': 'Hang-up by workflow',
  'accepted-by-user': 'Accepted by user',
  'transferred-by-workflow': 'Transferred by workflow',
  'transferred-by-user': 'Transferred by user',
  'transfer-failed': 'Transfer failed',
  'destination-accepted': 'Destination accepted',
  'destination-declined': 'Destination declined',
  'destination-not-reached': 'Destination not reached',
  'user-aborted': 'Aborted by user',
  'lost-in-queue': 'Lost in queue',
  'cancelled-by-external-system': 'Cancelled by external system',
  'marked-as-handled-by-user': 'Marked as handled by user',
  'marked-as-handled-by-workflow': 'Marked as handled by workflow',
  'standby-duty-accepted': 'Accepted by standby duty',
} satisfies Record<KnownTaskResult, string>;

/** What became of an offer. */
export const offerOutcomeWords = {
  accepted: 'Accepted',
  declined: 'Declined',
  missed: 'Missed (RONA)',
  cancelled: 'Cancelled before you answered',
  taken: 'Taken by somebody else',
  assigned: 'Assigned without asking',
} satisfies Record<KnownOfferOutcome, string>;
