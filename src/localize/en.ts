import type { CommandFailure } from '../core/commands/command.js';
import type { KnownModality } from '../core/model/modality.js';
import type { SessionFailure, SessionState } from '../core/model/session.js';
import type { AcceptanceStop } from '../core/rules/acceptance.js';
import type { ElementStrings, PartStrings } from './element-strings.js';

const modality: Readonly<Record<KnownModality, string>> = {
  'audio-video': 'Call',
  im: 'Chat',
  email: 'Email',
  external: 'External task',
};

const state: Readonly<Record<SessionState, string>> = {
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
};

/** The words that nearly every element needs, in English. What else one needs comes with it: see `english`. */
export const en = {
  common: {
    failed: 'This could not be shown.',
    retry: 'Try again',
    dismiss: 'Dismiss',
    notConnected: 'Not connected: this must stand inside a <session-provider>.',
    loading: 'Waiting for the first data.',
    loadingPart: 'Loading…',
    noSession: 'No session is selected.',
    unknownSession: 'This session is not known here.',
    notAvailable: 'Not available',
    showMore: 'Show more',
    saving: 'Saving',
    notSaved: 'Not saved',
    whenConnected: 'Will be sent when connected',
    cancel: 'Cancel',
  },
  modality,
  state,
  commandFailure: {
    'not-allowed': 'This is not allowed right now.',
    'at-capacity': 'No free slot for this task.',
    'unknown-session': 'The task is no longer there.',
    unreachable: 'The contact centre did not answer.',
    failed: 'The contact centre could not do it.',
  } satisfies Record<CommandFailure, string>,
  session: {
    untitled: 'Unknown caller',
    anonymous: 'Anonymous caller',
    failure: (action: SessionFailure['action'], reason: string) =>
      `${{ park: 'Parking failed', unpark: 'Unparking failed', transfer: 'The transfer failed' }[action]}: ${reason}`,
  },
  capacity: {
    title: 'Task capacity',
    total: 'Tasks',
    figure: (what: string, used: number, limit: number | undefined) =>
      limit === undefined ? `${what}: ${String(used)}` : `${what}: ${String(used)} of ${String(limit)}`,
    full: 'full',
    over: 'over capacity',
    available: 'Available',
    notAvailable: 'Not available',
    stop: {
      presence: 'Your presence keeps new tasks away.',
      'after-call-work': 'After-call work keeps new tasks away until you finish it.',
      session: 'You are in a session. New tasks come when it is over.',
      'total-limit': 'At full capacity: close or transfer a task before more can come.',
      'modality-limit': 'No more of this kind until one closes.',
      'modality-disabled': 'You do not handle this kind of task.',
    } satisfies Record<AcceptanceStop, string>,
    modalityFull: (kinds: string) => `${kinds}: no more until one closes.`,
    off: 'Task parallelization is off for this user.',
  },
};

/** The words of one language. Those of single elements and parts come with them, unless they are given here. */
export type Strings = typeof en & Partial<ElementStrings & PartStrings>;
