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
} satisfies Record<Widget, string>;
