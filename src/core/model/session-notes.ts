/** What agents have noted about a session: one text, for whoever has the session. */
export interface SessionNotes {
  /** Markdown; empty where nothing is noted. */
  readonly text: string;
  /** Greater by one with every save; 0 where nothing was ever saved. */
  readonly version: number;
  /** Who saved it, by the id of a user; any other word is shown as it is. */
  readonly by?: string;
  /** When it was saved: server time in ms since the epoch. */
  readonly at?: number;
}

/** Notes that are being written, and are not saved. */
export interface NotesDraft {
  /** Markdown. */
  readonly text: string;
  /** The version of the saved notes that they were written on top of. */
  readonly version: number;
  /** What of it is on its way: as the next version it is no news. */
  readonly sent?: string | undefined;
}

/** Where nothing was ever noted. */
export const NO_NOTES: SessionNotes = { text: '', version: 0 };

/** Longest notes of a session: Markdown, in UTF-16 units. */
export const LONGEST_NOTES = 20_000;

/**
 * What a backend has kept beyond that can be shortened, up to here. Longer notes are shown and not changed: a field with a
 * million characters in it keeps a browser busy for seconds at every layout.
 */
export const LONGEST_CHANGEABLE_NOTES = 5 * LONGEST_NOTES;

/** Notes that are being written, and are not saved. */
export interface NotesDraft {
  /** Markdown. */
  readonly text: string;
  /** The version of the saved notes that they were written on top of. */
  readonly version: number;
  /** What of it is on its way: as the next version it is no news. */
  readonly sent?: string | undefined;
}
