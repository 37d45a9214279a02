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
  signIn: 'Sign in',
  /** What the agent asked for last time and the backend never heard of. */
  discarded: (count: number) =>
    count === 1
      ? 'One thing you did last time could not be sent, and was discarded.'
      : `${String(count)} things you did last time could not be sent, and were discarded.`,
  spoken: (word: string) => `Connection: ${word}`,
};
