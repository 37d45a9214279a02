import type { SessionFailure, SessionState } from '../../core/model/session.js';

/** What is said of sessions wherever one is shown. */
export const sessionWords = {
  untitled: 'Unknown caller',
  anonymous: 'Anonymous caller',
  /** `reason` may be blank. */
  failure: (action: SessionFailure['action'], reason: string) =>
    `${{ park: 'Parking failed', unpark: 'Unparking failed', transfer: 'The transfer failed' }[action]}${reason && `: ${reason}`}`,
};

/** What a session is doing. */
export const stateWords = {
  offered: 'Incoming',
  accepted: 'Connecting',
  active: 'Active',
  held: 'On hold',
  parking: 'Parking',
  parked: 'Parked',
  unparking: 'Waiting to be connected',
  transferring: 'Transferring',
  'after-call-work': 'After-call work',
  ended: 'Ended',
  opened: 'Open',
} satisfies Record<SessionState, string>;
