import type { SessionState } from '../../core/model/session.js';

/** What a state keeps the agent from working with, in one sentence, whichever widget says it. */
export const stateSentences = {
  offered: 'This task is not accepted yet.',
  accepted: 'This task is being connected.',
  held: 'This task is on hold.',
  parking: 'This task is being parked.',
  parked: 'This task is parked.',
  unparking: 'This task waits to be connected.',
  transferring: 'This task is being transferred.',
  'after-call-work': 'This conversation is over.',
  ended: 'This conversation is over.',
} satisfies Record<Exclude<SessionState, 'active' | 'opened'>, string>;
