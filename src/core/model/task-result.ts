/**
 * How a task ended (Nimbus task-result legend). The legend's Reachability SLA, Acceptance SLA and Hangup SLA rows are
 * KPIs over many tasks, not results of one, and are left out on purpose.
 */
export const TASK_RESULTS = [
  'voicemail',
  'hangup-before-accept',
  'hangup-in-ivr',
  'hangup-in-queue',
  'hangup-in-ivr-after-queue',
  'hangup-by-workflow',
  'accepted-by-user',
  'transferred-by-workflow',
  'transferred-by-user',
  'transfer-failed',
  'destination-accepted',
  'destination-declined',
  'destination-not-reached',
  'user-aborted',
  'lost-in-queue',
  'cancelled-by-external-system',
  'marked-as-handled-by-user',
  'marked-as-handled-by-workflow',
  'standby-duty-accepted',
] as const;

export type KnownTaskResult = (typeof TASK_RESULTS)[number];

/** A known result, or any other word a backend sends. */
export type TaskResult = KnownTaskResult | (string & {});
