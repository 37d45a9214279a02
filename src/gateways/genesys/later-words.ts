import type { FirstWords, GenesysWords } from './words.js';

/** What is said when something was asked for; loaded with what carries it out. */
export const LATER_WORDS: Omit<GenesysWords, keyof FirstWords> = {
  oneCode: 'Genesys Cloud keeps one code per conversation.',
  notNow: 'This cannot be done in the state that the session is in.',
  unknownSession: 'This session does not exist any more.',
  unreachable: 'Genesys Cloud does not answer.',
  signedOut: 'Sign in to Genesys Cloud again.',
  busy: 'Genesys Cloud takes no more requests at the moment.',
  noPresence: 'Genesys Cloud has no such presence.',
  noAim: 'Say where the session is to go: to one queue, one person or one number.',
};
