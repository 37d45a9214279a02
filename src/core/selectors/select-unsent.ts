import type { SessionCommand } from '../commands/command.js';
import { isBlank } from '../text/blank.js';
import type { Selector } from '../store/selector.js';

/** What the agent has written to the customer of a session and not sent; empty where there is nothing. */
export const selectUnsent = (sessionId: string): Selector<string> => ({
  topics: [{ slice: 'begun', key: sessionId }],
  read({ begun }) {
    const { message = '', reply } = begun.get(sessionId) ?? {};
    return [reply?.text ?? '', message].find((text) => !isBlank(text)) ?? '';
  },
});

/**
 * Whether nothing can be sent to the customer once this is done. Parking keeps what is written, and an offer that is
 * declined has nothing written for it.
 */
export const endsWriting = (type: SessionCommand['type']): boolean =>
  type === 'session.end' || type === 'session.transfer' || type === 'email.mark-as-handled';
