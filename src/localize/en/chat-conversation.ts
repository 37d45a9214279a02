import type { SessionState } from '../../core/model/session.js';
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
  windowClosed: 'The time in which this channel takes messages is over.',
  closesIn: 'This channel takes messages for',
  /** What follows the sentence of a state. */
  toWrite: {
    offered: 'Accept it to write.',
    held: 'Resume it to write.',
    parked: 'Unpark it to write.',
    'after-call-work': 'Nothing more can be sent.',
    ended: 'Nothing more can be sent.',
  } satisfies Partial<Record<SessionState, string>>,
  notActive: 'Nothing can be written in this state of the conversation.',
};
