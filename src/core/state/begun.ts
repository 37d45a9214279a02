import type { WorkItemsView } from '../rules/work-items.js';
import type { UploadFailure } from '../ports/upload.js';
import type { OpenedRecord } from '../model/record.js';
import type { NotesDraft } from '../model/session-notes.js';
import type { SegmentList } from './segment-list.js';

/** An answer to a mail that is being written. */
export interface ReplyDraft {
  readonly text: string;
  readonly toAll: boolean;
  /** Whether it is on screen; what was written stays when it is put away. */
  readonly isOpen: boolean;
}

/** A file that belongs to a message which is not sent. */
export interface DraftFile {
  /** Its name here; it is nobody else's. */
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Once it is uploaded. Its bytes are not kept: without an id it is lost with the page it was picked in. */
  readonly attachmentId?: string;
}

/** How far a file is that is not uploaded: how many bytes of it have left, or why it does not get there. */
export type FileProgress =
  { readonly sentBytes: number } | { readonly failure: UploadFailure; readonly message?: string };

/** Codes and tags that were chosen, and of which the backend has not said that they are saved. */
export interface BegunChoices {
  /** An id, or null for none; undefined where nothing was chosen. */
  readonly primary?: string | null | undefined;
  readonly secondary?: string | null | undefined;
  /** All tags that the session is to have. */
  readonly tags?: readonly string[] | undefined;
}

/** A context item that should have opened by itself and did not: for the agent to click. */
export interface ContextOffer {
  readonly itemId: string;
  readonly reason: 'blocked' | 'late';
}

/** Why the transcript of a session that is over is not here: it is being read back, or could not be. */
export type TranscriptAway = 'reading' | 'unreachable' | 'gone';

/** A framed page that was closed to make room. */
export interface PageLetGo {
  readonly sessionId: string;
  /** Whose page it was. */
  readonly title: string;
}

/** How an agent has arranged the tabs of one session; what is missing is as the service's owner laid it out. */
export interface Arrangement {
  /** The tabs in the first place and in the one beside it; a tab that the session no longer has counts for nothing. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** The tab chosen last: of the two places it stands in the one that another tab will take. */
  readonly last?: string | undefined;
  /** How much of the width the first place takes, in percent. */
  readonly split?: number | undefined;
  /** The context items that the agent has opened in tabs, by their ids, oldest first. */
  readonly opened?: readonly string[] | undefined;
}

/**
 * What an agent can have begun, by field. It belongs to that agent and to one session, never to the element it was begun
 * in: no fact of a server changes it, and no other agent sees it.
 */
export interface BegunFields {
  /** A message that is not sent, as its composer has it. */
  readonly message: string;
  readonly reply: ReplyDraft;
  /** The files of the message. */
  readonly attachments: readonly DraftFile[];
  /** By the keys of its files, how far those are that this page uploads. */
  readonly uploads: ReadonlyMap<string, FileProgress>;
  readonly notes: NotesDraft;
  readonly choices: BegunChoices;
  /** A tag that is typed and not added. */
  readonly tag: string;
  /** How many tags are shown where more were asked for. */
  readonly tagsShown: number;
  /** Keys of suggestions that were waved away. */
  readonly dismissedSuggestions: ReadonlySet<string>;
  /** Whether search and export of the transcript are unfolded. */
  readonly transcriptTools: boolean;
  readonly transcriptSearch: string;
  /** The id of the segment that the search has led to. */
  readonly transcriptFound: string;
  /** The transcript as it was when the captions were stopped. */
  readonly captionStop: SegmentList;
  /** Beside what an agent has begun, since no backend tells of it. */
  readonly transcriptAway: TranscriptAway;
  /** What could not open by itself, oldest first. */
  readonly contextOffers: readonly ContextOffer[];
  /** A record that is open: the session is there as long as this is (`rules/records.ts`). */
  readonly record: OpenedRecord;
  readonly tabs: Arrangement;
  /** The context items whose framed pages say that they hold input which is not saved. */
  readonly unsavedPages: readonly string[];
  /** Of all sessions, so it stands under `ABOUT_NO_SESSION`: pages nobody has taken note of, oldest first. */
  readonly pagesLetGo: readonly PageLetGo[];
  /** What was written for the same session in another page, and not on top of what stands here; latest first. */
  readonly otherDrafts: { readonly [F in DraftField]?: readonly BegunFields[F][] };
  /** Whether nobody sees its conversation though it is selected; under `ABOUT_NO_SESSION`, any: the page is out of sight. */
  readonly covered: boolean;
  /** Of all sessions, under `ABOUT_NO_SESSION`: panes tell what is covered, and what none has told of yet is. */
  readonly inPanes: true;
  /** Of all sessions, under `ABOUT_NO_SESSION`: those that the agent has taken off the list (`rules/leaving.ts`). */
  readonly hidden: readonly string[];
  /** Of all work, under `ABOUT_NO_SESSION`: how its lists were left. */
  readonly workItems: WorkItemsView;
  /** Of all sessions, under `ABOUT_NO_SESSION`: what was kept on the device is here again. */
  readonly draftsRead: true;
  /**
   * Of all sessions, under `ABOUT_NO_SESSION`: a record was to be opened where as many sessions are open as may be, or one
   * less; what it is called, where it was not.
   */
  readonly limitNotice: { readonly refused?: string };
  /** Of all sessions, under `ABOUT_NO_SESSION`: whether what is written now would be lost with the page, though it is to be kept. */
  readonly draftsUnkept: true;
}

export type BegunField = keyof BegunFields;

/** Another value of a field, or how it follows from the one before; undefined is none. */
export type Change<F extends BegunField> =
  BegunFields[F] | undefined | ((before: BegunFields[F] | undefined) => BegunFields[F] | undefined);

/** The fields that hold what was written for somebody, and what was opened; a `DraftStorage` keeps them. */
export type DraftField = 'message' | 'reply' | 'notes' | 'choices' | 'tag' | 'attachments' | 'record';

/** Where things stand that are about no session in particular. */
export const ABOUT_NO_SESSION = '';

/** What is begun for one session. A field that was let go of stays, without a value: it was touched. */
export type Begun = { readonly [F in BegunField]?: BegunFields[F] | undefined };

/** Whether something is written, or about to be, that is not on its way: whoever shows it does not let go of it. */
export const isDrafting = ({ message = '', reply, notes, choices, tag = '', attachments }: Begun): boolean =>
  message !== '' ||
  tag !== '' ||
  (notes ?? choices) !== undefined ||
  (reply !== undefined && (reply.isOpen || reply.text !== '')) ||
  Boolean(attachments?.length);

/** @param value undefined lets go of the field */
export const begunReducer = <F extends BegunField>(
  begun: Begun | undefined,
  field: F,
  value: BegunFields[F] | undefined,
): Begun => (begun && field in begun && begun[field] === value ? begun : { ...begun, [field]: value });
