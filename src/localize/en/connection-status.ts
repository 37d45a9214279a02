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
  spoken: (word: string) => `Connection: ${word}`,
};
