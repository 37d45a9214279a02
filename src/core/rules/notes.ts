import type { NotesDraft, SessionNotes } from '../model/session-notes.js';

/** How what is written stands to what is saved. */
export interface NotesStand {
  /** What stands in the field. */
  readonly text: string;
  /** The version that it goes on from: what a save is asked for with. */
  readonly version: number;
  /** Whether something of it is saved nowhere else. */
  readonly isUnsaved: boolean;
  /** Whether somebody has saved other notes since: the agent has to choose before these are saved. */
  readonly isOvertaken: boolean;
}

/** What an agent has written of the notes of a session, as it stands to what the backend has. */
export function notesStand(saved: SessionNotes, draft: NotesDraft | undefined): NotesStand {
  if (!draft || isSettled(saved, draft))
    return { text: saved.text, version: saved.version, isUnsaved: false, isOvertaken: false };
  const { text, sent } = draft;
  // The reply to a save comes before or after the fact that follows from it.
  const isAnswered = draft.version > saved.version;
  const isOwn = draft.version + 1 === saved.version && sent === saved.text;
  return {
    text,
    version: isOwn ? saved.version : draft.version,
    isUnsaved: !(isAnswered && sent === text),
    isOvertaken: draft.version < saved.version && !isOwn,
  };
}

/** The same is saved, and nothing else is on its way. */
const isSettled = ({ text, version }: SessionNotes, draft: NotesDraft): boolean =>
  draft.text === text && (draft.sent === undefined || draft.sent === text || version > draft.version);

/** What is written now. What was on its way is remembered until its fact has come. */
export const withText = (saved: SessionNotes, draft: NotesDraft | undefined, text: string): NotesDraft =>
  draft ? { ...draft, text } : { text, version: saved.version };

/**
 * What the answer to a save makes of what is written by now. Where it was taken, what was sent is the next version. Where
 * it was not, it goes on from what is there: a backend that was set back knows no later one.
 *
 * @param known the version that the backend is known to have
 */
export function afterReply(
  draft: NotesDraft | undefined,
  sent: NotesDraft,
  isTaken: boolean,
  known: number,
): NotesDraft | undefined {
  if (draft?.sent !== sent.text || draft.version !== sent.version) return draft;
  return { ...draft, version: isTaken ? sent.version + 1 : Math.min(sent.version, known) };
}
