import type { AbsenceReason } from '../core/configuration/widgets-of-session.js';
import type { Widget } from '../core/configuration/widgets.js';
import type { CommandFailure, SessionControl } from '../core/commands/command.js';
import type { ConnectionStatus } from '../core/events/session-event.js';
import type { KnownModality } from '../core/model/modality.js';
import type { SpeakerRole } from '../core/model/participant.js';
import type { KnownPresence } from '../core/model/presence.js';
import type { Sentiment } from '../core/model/sentiment.js';
import type { Direction, OfferOutcome, SessionFailure, SessionState } from '../core/model/session.js';
import type { KnownTaskResult } from '../core/model/task-result.js';
import type { AcceptanceStop } from '../core/rules/acceptance.js';
import type { RosterSection } from '../core/state/roster.js';
import { plural } from './plural.js';
import type { ElementStrings } from './element-strings.js';

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

const verb: Readonly<Record<SessionControl, string>> = {
  'session.accept': 'Accept',
  'session.decline': 'Decline',
  'session.park': 'Park',
  'session.unpark': 'Unpark',
  'session.hold': 'Hold',
  'session.resume': 'Resume',
  'session.end': 'End',
  'session.transfer': 'Transfer',
  'after-call-work.finish': 'Finish',
  'after-call-work.extend': 'Extend',
};

/** Every word the kit shows, in English. Other languages fill the same shape. */
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
  verb,
  direction: { inbound: 'Inbound', outbound: 'Outbound', none: '' } satisfies Record<Direction, string>,
  offerOutcome: {
    accepted: 'Accepted',
    declined: 'Declined',
    missed: 'Missed (RONA)',
    cancelled: 'Cancelled before you answered',
  } satisfies Record<OfferOutcome, string>,
  presence: {
    available: 'Available',
    busy: 'Busy',
    'do-not-disturb': 'Do not disturb',
    away: 'Away',
    offline: 'Offline',
  } satisfies Record<KnownPresence, string>,
  sentiment: {
    'very-negative': 'Very negative',
    negative: 'Negative',
    'slightly-negative': 'Slightly negative',
    neutral: 'Neutral',
    'slightly-positive': 'Slightly positive',
    positive: 'Positive',
    'very-positive': 'Very positive',
  } satisfies Record<Sentiment, string>,
  result: {
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
  } satisfies Record<KnownTaskResult, string>,
  speaker: {
    agent: 'Agent',
    customer: 'Customer',
    colleague: 'Colleague',
    bot: 'Bot',
    system: 'System',
  } satisfies Record<SpeakerRole, string>,
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
  workspace: {
    title: 'My Sessions',
    empty: 'You have no tasks. New ones appear here by themselves.',
    nothingSelected: 'Select a session to see its conversation and its widgets.',
    widgetsOff: (count: number) => `${plural(count, 'widget', 'widgets')} not shown`,
    configurationProblems: 'The configuration was not accepted. The last good one stays in force.',
    problem: (path: string, expected: string, found: string) => `${path}: expected ${expected}, found ${found}`,
    noConversation: 'This task has no conversation.',
    noTranscription: (reason: string) => `There is no transcription here. ${reason}`,
    started: (title: string) => `New session: ${title}`,
    offered: (kind: string, title: string) => `Incoming ${kind.toLowerCase()}: ${title}`,
    ended: (title: string) => `Session ended: ${title}`,
    switchTo: 'Switch to it',
    stay: 'Stay here',
  },
  list: {
    title: 'Sessions',
    section: { offered: 'Incoming', active: 'Active', parked: 'Parked', history: 'History' } satisfies Record<
      RosterSection,
      string
    >,
    unread: (title: string, count: number) =>
      `${title}. ${plural(count, 'new update', 'new updates')} in your conversation`,
    attention: (title: string) => `${title}. Urgent attention is needed in your conversation`,
    urgent: 'Urgent',
    unfinished: 'Unfinished',
    older: 'Show older',
    olderFailed: 'Older sessions could not be loaded.',
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
  presenceControl: {
    label: 'Presence',
    unknown: 'Presence unknown',
  },
  connection: {
    status: {
      connecting: 'Connecting',
      live: 'Live',
      reconnecting: 'Reconnecting',
      offline: 'Offline',
      'signed-out': 'Signed out',
    } satisfies Record<ConnectionStatus, string>,
    asOf: (moment: string) => `as of ${moment}`,
    signIn: 'Sign in',
    spoken: (word: string) => `Connection: ${word}`,
  },
  controls: {
    label: 'Task controls',
    parkFirst: (what: string) => `Park, then ${what.toLowerCase()}`,
    parkFirstHint: (title: string) => `One session is active at a time: ${title} has to be parked first.`,
    confirmEndParked: 'End this parked task? The customer gets no warning.',
    transferTo: 'Transfer to',
    ringsFor: 'rings for',
    acwLeft: 'left',
    unparkHint: 'Waiting for you to answer the invitation on your phone or headset.',
  },
  widget: {
    'session-details': 'Session details',
    'session-map': 'Map',
    'codes-tags': 'Codes and tags',
    'conversation-context': 'Conversation context',
    'embedded-context': 'Embedded context',
    'companion-chat': 'Companion',
    'transcript-view': 'Transcription',
    'live-caption': 'Live caption',
    'session-summary': 'Summary',
  } satisfies Record<Widget, string>,
  absence: {
    'unknown-service': 'The configuration does not know this service.',
    'service-not-licensed': 'The service is not licensed for it.',
    'feature-off': 'The feature is switched off for this service.',
    'widget-off': 'The service owner has not switched it on.',
    'tenant-not-licensed': 'Your organisation is not licensed for it.',
    'user-not-licensed': 'You are not licensed for it.',
    'no-recognizer': 'No speech recognizer is set up for this service.',
    'no-data': 'There is nothing to show for this session.',
  } satisfies Record<AbsenceReason, string>,
};

/** The words of the workspace; those of single elements come with them, unless they are given here. */
export type Strings = typeof en & Partial<ElementStrings>;
