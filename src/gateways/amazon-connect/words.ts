import type { LATER_WORDS } from './later-words.js';

/** What cannot be done, and why nothing is written in a chat. */
export const CONNECT_WORDS = {
  callsDoNotPark: 'Amazon Connect sets only tasks aside. Put the caller on hold instead.',
  othersDoNotPark: 'Amazon Connect sets only tasks aside.',
  emailsAreAnsweredElsewhere: 'Emails are answered in the agent workspace.',
  noTaskSession: 'Tasks cannot be ended here: amazon-connect-taskjs is not loaded.',
  noChat: 'This page has no connection to chats.',
  chatConnecting: 'The chat is being connected.',
  noConnection: 'Amazon Connect is not connected.',
} as const;

/** What the gateway says to agents by itself, in their language; all else is the platform's or the host's. */
export type ConnectWords = Readonly<Record<keyof typeof CONNECT_WORDS | keyof typeof LATER_WORDS, string>>;

/** The words that are there at once; of the others those that a host brings. */
export type FirstWords = Readonly<Record<keyof typeof CONNECT_WORDS, string>> & Partial<ConnectWords>;
