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
  /** Of several contact centres, those that are not live. */
  of: (sources: readonly { readonly name: string; readonly word: string }[]) =>
    sources.map(({ name, word }) => `${name}: ${word}`).join(', '),
  /** Of several contact centres, some. */
  signedOutOf: (names: readonly string[]) =>
    `You are signed out of ${names.join(', ')}: nothing new comes in from there.`,
  signIn: 'Sign in',
  /** What the agent asked for last time and nobody answered: whether it was done is not known. */
  discarded: (count: number) =>
    count === 1
      ? 'One thing you did last time had no answer and was given up. Check whether it was done.'
      : `${String(count)} things you did last time had no answer and were given up. Check whether they were done.`,
  spoken: (word: string) => `Connection: ${word}`,
};
