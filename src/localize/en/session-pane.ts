import type { Widget } from '../../core/configuration/widgets.js';

/** What the widgets are called. */
export const widgetWords = {
  'session-details': 'Session details',
  'session-map': 'Map',
  'codes-tags': 'Codes and tags',
  'conversation-context': 'Conversation context',
  'embedded-context': 'Embedded context',
  'companion-chat': 'Companion',
  'transcript-view': 'Transcription',
  'live-caption': 'Live caption',
  'session-summary': 'Summary',
  'session-notes': 'Notes',
} satisfies Record<Widget, string>;

/** The words of `<session-pane>`: its tabs and what stands between and below them. */
export const paneWords = {
  tabs: 'Parts of this session',
  conversation: 'Conversation',
  customer: 'Customer',
  /** In its place where it is a record. */
  details: 'Details',
  unsaved: 'not saved',
  closeTab: 'Close (Delete)',
  closeQuestion: (label: string) => `${label} holds input that is not saved. Closing it loses that.`,
  closeAnyway: 'Close and lose it',
  split: 'Width of the two parts',
  connected: 'Connected',
  connectedSince: (moment: string) => `Connected since ${moment}, whatever its state was meanwhile`,
  stateSince: (state: string, moment: string) => `${state} since ${moment}`,
  workUntil: (moment: string) => `After-call work lasts until ${moment}`,
  /** Beside what is left of after-call work, where other tasks give none. */
  workForCallsOnly: 'after active calls only',
  workUnlimited: 'After-call work lasts until you finish it',
  captionsRest: 'Captions: off beside the transcript',
  nothingYet: (names: readonly string[]) => `${listed(names)} ${haveOrHas(names)} nothing to show yet.`,
  nothing: (names: readonly string[]) => `${listed(names)} ${haveOrHas(names)} nothing to show.`,
};

const haveOrHas = ({ length }: readonly string[]): string => (length === 1 ? 'has' : 'have');

/** "Map", "Map and summary", "Map, summary and context". */
const listed = (names: readonly string[]): string =>
  names
    .map((name, at) => (at === 0 ? name : name.toLowerCase()))
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
