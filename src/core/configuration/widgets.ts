/** The widgets that a service owner can switch on. The order in a service's `extensions.widgets` is the order on screen. */
export const WIDGETS = [
  'session-details',
  'session-map',
  'codes-tags',
  'conversation-context',
  'embedded-context',
  'companion-chat',
  'transcript-view',
  'live-caption',
  'session-summary',
  'session-notes',
] as const;

/** What a record has that is opened without a conversation, in this order. */
export const RECORD_WIDGETS = ['session-details', 'conversation-context', 'embedded-context'] as const;

export type Widget = (typeof WIDGETS)[number];
