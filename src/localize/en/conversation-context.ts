import { notKept } from './not-kept.js';

/** The words of `<conversation-context>`, and of whatever else leads to context items. */
export const conversationContext = {
  title: 'Conversation context',
  none: 'This service has no context items.',
  newTab: 'opens in a new tab',
  waiting: (names: string) => `Waiting for ${names}`,
  missing: (names: string) => `No value for ${names}`,
  notKept,
  notRecorded: 'It had no address when this session ended.',
  unsafeTemplate: 'Its address is not a safe web address. Whoever configures this service can correct it.',
  unsafeValue: (names: string) => `The value of ${names} cannot be part of a web address.`,
  blocked: 'The browser did not let this open by itself. Allow pop-ups for this page, or open it here:',
  late: 'The address came too late to open by itself:',
};
