import type { SessionCommand } from '../commands/command.js';
import { isBlank } from '../text/blank.js';
import { shownFileNames } from '../text/file-name.js';
import type { Selector } from '../store/selector.js';

/** A message as it is written, and the names of its files below it; blank where there is nothing. */
export const messageWithFiles = (text: string, files: readonly { readonly name: string }[] = []): string =>
  [text, shownFileNames(files)].filter((part) => !isBlank(part)).join('\n');

/**
 * What the agent has written to the customer of a session and not sent, with the names of the files that go with it; empty
 * where there is nothing.
 */
export const selectUnsent = (sessionId: string): Selector<string> => ({
  topics: [{ slice: 'begun', key: sessionId }],
  read({ begun }) {
    const { message = '', reply, attachments } = begun.get(sessionId) ?? {};
    return [reply?.text ?? '', messageWithFiles(message, attachments)].find((text) => !isBlank(text)) ?? '';
  },
});

/**
 * Whether nothing can be sent to the customer once this is done. Parking keeps what is written, and an offer that is
 * declined has nothing written for it.
 */
export const endsWriting = (type: SessionCommand['type']): boolean =>
  type === 'session.end' || type === 'session.transfer' || type === 'email.mark-as-handled';
