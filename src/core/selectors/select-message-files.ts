import type { DraftFile } from '../state/begun.js';
import type { Selector } from '../store/selector.js';

/** The files of a message that is not sent, and whether what stores them can be reached. */
export interface MessageFiles {
  readonly files: readonly DraftFile[];
  /** Also where nobody speaks of the connection. */
  readonly isReached: boolean;
}

const NONE: readonly DraftFile[] = [];

export const selectMessageFiles = (sessionId: string): Selector<MessageFiles> => ({
  topics: [
    { slice: 'begun', key: sessionId },
    { slice: 'sessions', key: sessionId },
    { slice: 'connections', key: '' },
  ],
  read: ({ begun, sessions, connections }) => ({
    files: begun.get(sessionId)?.attachments ?? NONE,
    isReached: (connections.get(sessions.get(sessionId)?.source ?? '')?.status ?? 'live') === 'live',
  }),
  isEqual: (one, other) => one.files === other.files && one.isReached === other.isReached,
});
