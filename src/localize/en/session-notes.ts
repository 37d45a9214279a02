import type { SessionState } from '../../core/model/session.js';
import { plural } from '../plural.js';

/** The words of `<session-notes>`. */
export const sessionNotes = {
  title: 'Notes',
  placeholder: 'Write a note',
  save: 'Save',
  empty: 'Nothing is noted yet.',
  unsaved: 'Not saved yet',
  /** @param who empty where nobody is named, as is `when` */
  saved: (who: string, when: string) =>
    `Saved${who === '' ? '' : ` by ${who}`}${when === '' ? '' : `${who === '' ? '' : ','} ${when}`}`,
  you: 'you',
  tooLong: (over: number) => `The notes are ${plural(over, 'character', 'characters')} too long to be saved.`,
  otherVersion: 'Another version of yours:',
  overtaken: (who: string) => `${who === '' ? 'Somebody' : who} saved other notes while you were writing:`,
  keepBoth: 'Keep both',
  useTheirs: 'Use these',
  keepMine: 'Keep only mine',
  theirsEmpty: 'All notes were taken away.',
  /** Before it happens. */
  willBeGone: 'This service keeps nothing of a session: its notes go when it is over.',
  notKept: 'Notes of this session were not kept.',
  unchangeable: 'These notes are too long to be changed here.',
  unsupported: 'This contact centre keeps no notes.',
  unsavable: 'What you have written can only be copied:',
  /** What follows the sentence of a state. */
  toNote: { offered: 'Accept it to write notes.' } satisfies Partial<Record<SessionState, string>>,
  notNow: 'Notes cannot be saved right now.',
};
