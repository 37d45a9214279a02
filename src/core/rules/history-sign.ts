import type { KnownOfferOutcome, Session } from '../model/session.js';
import type { KnownTaskResult } from '../model/task-result.js';

/** What is worth a word of a session that is over; most are worth none. */
export type HistorySign =
  'missed' | 'declined' | 'cancelled' | 'taken' | 'assigned' | 'failed' | 'hung-up' | 'voicemail' | 'transferred';

const OF_OFFER: Readonly<Record<string, HistorySign | undefined>> = {
  accepted: undefined,
  declined: 'declined',
  missed: 'missed',
  cancelled: 'cancelled',
  taken: 'taken',
  assigned: 'assigned',
} satisfies Readonly<Record<KnownOfferOutcome, HistorySign | undefined>>;

const OF_RESULT: Readonly<Record<string, HistorySign | undefined>> = {
  voicemail: 'voicemail',
  'hangup-before-accept': 'hung-up',
  'hangup-in-ivr': 'hung-up',
  'hangup-in-queue': 'hung-up',
  'hangup-in-ivr-after-queue': 'hung-up',
  'hangup-by-workflow': 'hung-up',
  'accepted-by-user': undefined,
  'transferred-by-workflow': 'transferred',
  'transferred-by-user': 'transferred',
  'transfer-failed': 'failed',
  'destination-accepted': undefined,
  'destination-declined': 'failed',
  'destination-not-reached': 'failed',
  'user-aborted': 'cancelled',
  'lost-in-queue': 'failed',
  'cancelled-by-external-system': 'cancelled',
  'marked-as-handled-by-user': undefined,
  'marked-as-handled-by-workflow': undefined,
  'standby-duty-accepted': undefined,
} satisfies Readonly<Record<KnownTaskResult, HistorySign | undefined>>;

/**
 * What a line of history says besides who and when: `undefined` where all went as it should. A word that only the backend
 * knows is answered as it is. What went wrong with the task goes before what became of the offer; but what somebody else
 * took ended for this agent with that.
 */
export function historySign({ result, offerOutcome }: Pick<Session, 'result' | 'offerOutcome'>): string | undefined {
  const ofResult = offerOutcome === 'taken' ? undefined : wordIn(OF_RESULT, result);
  return ofResult ?? wordIn(OF_OFFER, offerOutcome);
}

const wordIn = (
  words: Readonly<Record<string, HistorySign | undefined>>,
  key: string | undefined,
): string | undefined => (key !== undefined && Object.hasOwn(words, key) ? words[key] : key);

const ALARMING: ReadonlySet<string> = new Set<HistorySign>(['missed', 'cancelled', 'failed', 'hung-up']);

/** Whether a sign says that something went wrong; others are told quietly. */
export const isAlarming = (sign: string): boolean => ALARMING.has(sign);
