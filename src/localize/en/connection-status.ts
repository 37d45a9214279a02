import type { ConnectionStatus } from '../../core/events/session-event.js';

/** The words of `<connection-status>`. */
export const connectionWords = {
  status: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    'signed-out': 'Signed out',
  } satisfies Record<ConnectionStatus, string>,
  asOf: (moment: string) => `as of ${moment}`,
  signedOut: 'You are signed out: nothing new comes in.',
  /** Of somebody who is signed in, for whom there is no workspace: in a word, and what that means. */
  notAnAgent: 'No workspace',
  whyNotAnAgent: 'You are signed in, but not as an agent: there is no workspace for you here.',
  /** What holds of one of several contact centres. */
  of: (name: string, word: string) => `${name}: ${word}`,
  /** Of one of several contact centres, or of some. */
  signedOutOf: (name: string) => `You are signed out of ${name}: nothing new comes in from there.`,
  whyNotAnAgentOf: (name: string) =>
    `You are signed in to ${name}, but not as an agent: there is no workspace for you there.`,
  signIn: 'Sign in',
  /** Before anything has come, when that takes long. */
  notYet:
    'There is no connection to the contact centre so far. New tries go on by themselves; if none helps, tell your support.',
  noNetwork: 'This device has no network. You are connected as soon as it is back.',
  /** What the agent asked for last time and nobody answered: whether it was done is not known. */
  discarded: (count: number) =>
    count === 1
      ? 'One thing you did last time had no answer and was given up. Check whether it was done.'
      : `${String(count)} things you did last time had no answer and were given up. Check whether they were done.`,
  spoken: (word: string) => `Connection: ${word}`,
};
