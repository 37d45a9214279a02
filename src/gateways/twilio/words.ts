import type { CHAT_WORDS } from './chat-words.js';
import type { COMMAND_WORDS } from './command-words.js';

const SESSION_WORDS = {
  noPark: 'This platform keeps no task aside: end it or transfer it.',
  noMessages: 'The messages of this chat are not connected to this page.',
  noMail: 'Mails of this platform cannot be answered here.',
  transferFailed: 'The transfer did not come about.',
};

/** What agents read of the gateway itself; the reasons of the platform are shown as it says them. */
export type TwilioWords = Readonly<typeof SESSION_WORDS & typeof COMMAND_WORDS & typeof CHAT_WORDS>;

/** What is said of sessions, and what the host has said of the rest in words of its own. */
export type SessionWords = Readonly<typeof SESSION_WORDS> & Partial<TwilioWords>;

export const wordsWith = (words: Partial<TwilioWords> = {}): SessionWords => ({ ...SESSION_WORDS, ...words });
