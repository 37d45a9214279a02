import { plural } from '../plural.js';

/** The words of `<chat-conversation>`. */
export const chatConversation = {
  title: 'Chat',
  empty: 'Nothing has been written yet.',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Show earlier messages',
  later: 'Show later messages',
  newMessages: (count: number) => `${plural(count, 'new message', 'new messages')}. Go to the end`,
  toEnd: 'Go to the end',
  announce: (count: number) => `${plural(count, 'new message', 'new messages')} in the chat`,
  spoken: (name: string, text: string) => `${name}: ${text}`,
  sending: 'Sending…',
  notSent: 'Not sent',
  delivery: { failed: 'Not delivered', sent: 'Sent', delivered: 'Delivered', read: 'Read' },
  tryAgain: 'Try again',
  discard: 'Discard',
  typing: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0] ?? ''} is writing…`
      : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} are writing…`,
  messageTo: (name: string) => `Message to ${name}`,
  placeholder: (name: string) => `Write to ${name}`,
  ended: 'This conversation is over. Nothing more can be sent.',
  windowClosed: 'The time in which this channel takes messages is over.',
  closesIn: 'This channel takes messages for',
  notNow: {
    offered: 'Accept the conversation to write.',
    accepted: 'The conversation begins in a moment.',
    held: 'The conversation is on hold. Resume it to write.',
    parking: 'The conversation is being parked.',
    parked: 'The conversation is parked. Unpark it to write.',
    unparking: 'The conversation comes back in a moment.',
    transferring: 'The conversation is being transferred.',
  },
  notActive: 'Nothing can be written in this state of the conversation.',
};
