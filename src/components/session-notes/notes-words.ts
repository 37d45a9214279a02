import { LONGEST_NOTES } from '../../core/model/session-notes.js';
import type { SessionNotes } from '../../core/model/session-notes.js';
import type { Workspace } from '../../core/state/workspace-reducer.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { messageComposer } from '../../localize/en/message-composer.js';
import type { sessionNotes } from '../../localize/en/session-notes.js';

const LONGEST_NAME = 200;

/** Who has saved notes; empty where nobody is named. */
export const nameOfSaver = ({ by = '' }: SessionNotes, workspace: Workspace | undefined): string =>
  displayableText(workspace?.configuration?.users.get(by)?.name ?? by, LONGEST_NAME);

/** The words of a composer, where it is about notes. */
export const composerWords = (
  composer: typeof messageComposer,
  { save, tooLong, otherVersion }: typeof sessionNotes,
  text: string,
): typeof messageComposer => ({
  ...composer,
  send: save,
  tooLong: tooLong(Math.max(0, text.length - LONGEST_NOTES)),
  otherVersion,
});
