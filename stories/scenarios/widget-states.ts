import type { AbsenceReason } from '../../src/core/configuration/widgets-of-session.js';
import type { Widget } from '../../src/core/configuration/widgets.js';
import { codesTags } from '../../src/localize/en/codes-tags.js';
import { companionChat } from '../../src/localize/en/companion-chat.js';
import { conversationContext } from '../../src/localize/en/conversation-context.js';
import { embeddedContext } from '../../src/localize/en/embedded-context.js';
import { stateSentences } from '../../src/localize/en/state-sentences.js';
import { liveCaption } from '../../src/localize/en/live-caption.js';
import { sessionDetails } from '../../src/localize/en/session-details.js';
import { sessionNotes } from '../../src/localize/en/session-notes.js';
import { sessionMap } from '../../src/localize/en/session-map.js';
import { sessionSummary } from '../../src/localize/en/session-summary.js';
import { transcriptTools } from '../../src/localize/en/transcript-tools.js';
import { transcriptView } from '../../src/localize/en/transcript-view.js';
import { english as en } from '../../src/localize/english.js';
import { chatConversation } from '../../src/localize/en/chat-conversation.js';

export const WIDGET_STATES = ['ready', 'loading', 'empty', 'off', 'unlicensed', 'failed'] as const;

/**
 * - `ready`: what the agent came for is there;
 * - `loading`: it is on its way;
 * - `empty`: there is nothing, and nothing is wrong;
 * - `off`: somebody has switched it off, or not set it up;
 * - `unlicensed`: service, organisation or agent has no licence;
 * - `failed`: it should be there and is not.
 */
export type WidgetState = (typeof WIDGET_STATES)[number];

/** A story that shows a state, and the words by which a user knows it. */
export interface ShownState {
  /** The export of the widget's story file. */
  readonly story: string;
  readonly says: string;
}

type States = Readonly<Record<WidgetState, readonly ShownState[]>>;

const shows = (story: string, says: string): ShownState => ({ story, says });
const lacks = (story: string, reason: AbsenceReason): ShownState => shows(story, en.absence[reason]);

const switchedOff = lacks('SwitchedOff', 'widget-off');
const withoutService = lacks('ServiceNotLicensed', 'service-not-licensed');

/** What keeps any widget away. */
const general: Pick<States, 'off' | 'unlicensed'> = { off: [switchedOff], unlicensed: [withoutService] };

/** What keeps a widget away that lives on what is said. */
const ofSpeech: Pick<States, 'off' | 'unlicensed'> = {
  off: [switchedOff, lacks('FeatureOff', 'feature-off'), lacks('NoRecognizer', 'no-recognizer')],
  unlicensed: [
    withoutService,
    lacks('TenantNotLicensed', 'tenant-not-licensed'),
    lacks('UserNotLicensed', 'user-not-licensed'),
  ],
};

/** Which story shows which state of which widget. */
export const widgetStates: Readonly<Record<Widget, States>> = {
  'session-details': {
    ...general,
    ready: [shows('Ready', 'LB-20418')],
    loading: [shows('Waiting', sessionDetails.pending)],
    empty: [shows('AnonymousCaller', sessionDetails.incomplete), shows('EmptyAsDash', sessionDetails.empty)],
    failed: [shows('BrokenIntegration', sessionDetails.broken), shows('HasNotArrived', sessionDetails.overdue)],
  },
  'session-map': {
    ...general,
    ready: [shows('Coordinates', sessionMap.coordinates(51.3811, -2.359))],
    loading: [shows('Pending', sessionMap.pending)],
    empty: [shows('Empty', sessionMap.empty), shows('NoParameter', sessionMap.noParameter)],
    failed: [
      shows('NotAvailable', sessionMap.notAvailableBecause('The customer system did not answer')),
      shows('NoNetwork', sessionMap.unreachable),
      shows('TilesFailing', sessionMap.tilesFailed),
      shows('WithoutMapSource', sessionMap.obstacle['no-tiles']),
    ],
  },
  'codes-tags': {
    ...general,
    ready: [shows('Chosen', 'vip')],
    loading: [shows('Saving', en.common.saving)],
    empty: [shows('NoCodes', codesTags.noCodes)],
    failed: [
      shows('NotSaved', `${en.common.notSaved}: ${en.commandFailure.unreachable}`),
      shows('NotSavedBefore', codesTags.begun),
      shows('TagsNotSaved', `${en.common.notSaved}: Tags of this service are read-only today.`),
    ],
  },
  'conversation-context': {
    ...general,
    ready: [shows('Default', 'Customer record')],
    loading: [shows('Waiting', conversationContext.waiting('Contract'))],
    empty: [shows('None', conversationContext.none)],
    failed: [
      shows('ValuesMissing', conversationContext.missing('Ticket')),
      shows('UnsafeAddress', conversationContext.unsafeTemplate),
      shows('EndedNotKept', conversationContext.notKept),
    ],
  },
  'embedded-context': {
    ...general,
    ready: [shows('Default', embeddedContext.open)],
    loading: [shows('Waiting', conversationContext.waiting('Contract'))],
    empty: [shows('NotConfigured', embeddedContext.none)],
    failed: [
      shows('ValueMissing', conversationContext.missing('Customer.Id')),
      shows('UnsafeAddress', conversationContext.unsafeTemplate),
      shows('OnlyInATab', embeddedContext.insecure),
    ],
  },
  'companion-chat': {
    ...general,
    ready: [shows('Default', 'I need 5000 for a week.')],
    loading: [shows('Loading', en.common.loadingPart)],
    empty: [shows('Empty', chatConversation.empty), shows('SpokenConversation', companionChat.spoken)],
    failed: [
      shows('NotSent', 'The channel is not available.'),
      shows('NotLoaded', en.common.failed),
      shows('UnknownModality', companionChat.unknownModality('hologram')),
    ],
  },
  'transcript-view': {
    ...ofSpeech,
    ready: [shows('Default', 'Four, seven, one, one.')],
    loading: [shows('OutboundNotKnownYet', transcriptTools.eligibility(undefined))],
    empty: [shows('Empty', transcriptView.empty), shows('NoneInHistory', transcriptView.none)],
    failed: [
      shows('Unavailable', transcriptView.unavailable('outbound calls of this service are not transcribed')),
      shows('StoppedMidway', transcriptTools.stopped('the speech recognizer does not answer any more')),
    ],
  },
  'live-caption': {
    ...ofSpeech,
    ready: [shows('Default', 'And how long until I get a new one? I travel on Friday.')],
    loading: [shows('WaitingForSpeech', liveCaption.waiting)],
    empty: [shows('Over', stateSentences.ended)],
    failed: [
      shows('Unavailable', liveCaption.unavailable('the other side has not agreed to it')),
      shows('NotTranscribable', liveCaption.notTranscribable),
    ],
  },
  'session-summary': {
    ...ofSpeech,
    ready: [shows('Default', 'The customer has left her card in a taxi and leaves on Friday.')],
    loading: [shows('Pending', sessionSummary.pending), shows('Streaming', sessionSummary.pending)],
    empty: [
      shows('Empty', sessionSummary.empty),
      shows('NotYet', sessionSummary.none),
      shows('DuringTheCall', sessionSummary.later),
    ],
    failed: [
      shows('Failed', sessionSummary.failed('the language model does not answer')),
      shows('NotAvailable', sessionSummary.notAvailable('the call was not transcribed')),
    ],
  },
  'session-notes': {
    ...general,
    ready: [shows('Saved', 'Calls back on Friday'), shows('Unsaved', sessionNotes.unsaved)],
    loading: [shows('Saving', en.common.saving)],
    empty: [shows('Empty', sessionNotes.empty), shows('NotKept', sessionNotes.notKept)],
    failed: [
      shows('NotSaved', `${en.common.notSaved}: ${en.commandFailure.unreachable}`),
      shows('Overtaken', sessionNotes.overtaken('Ben Keller')),
      shows('TooLong', sessionNotes.tooLong(1)),
      shows('Unsupported', sessionNotes.unsupported),
    ],
  },
};
