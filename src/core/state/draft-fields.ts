import { readOpenedRecord } from '../fields/opened-record.js';
import type { BegunFields, DraftField, DraftFile } from './begun.js';

/** How the drafts of a field are read and judged. */
interface DraftKind<V> {
  /** A value that was stored, by whatever version of the kit; undefined where it is none. */
  readonly read: (stored: unknown) => V | undefined;
  /** Whether nothing would be lost with it. */
  readonly isEmpty: (value: V) => boolean;
}

const isCode = (value: unknown): value is string | null => value === null || typeof value === 'string';

const text: DraftKind<string> = {
  read: (stored) => (typeof stored === 'string' ? stored : undefined),
  isEmpty: (value) => value === '',
};

/** More files than any channel takes. */
const MOST_FILES = 50;

function readFile(stored: unknown): readonly DraftFile[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const { key, name, mediaType, size, attachmentId } = stored as Readonly<Record<string, unknown>>;
  if (typeof key !== 'string' || typeof name !== 'string' || typeof size !== 'number') return [];
  const file = { key, name, size, mediaType: typeof mediaType === 'string' ? mediaType : '' };
  return [typeof attachmentId === 'string' ? { ...file, attachmentId } : file];
}

/** The fields that hold what was written for somebody, and so outlive the page. A field more is a line more. */
const DRAFT_KINDS: { readonly [F in DraftField]: DraftKind<BegunFields[F]> } = {
  message: text,
  tag: text,
  attachments: {
    read: (stored) => (Array.isArray(stored) ? stored.slice(0, MOST_FILES).flatMap(readFile) : undefined),
    isEmpty: (value) => value.length === 0,
  },
  notes: {
    read(stored) {
      const { text: written, version, sent } = (stored ?? {}) as Readonly<Record<string, unknown>>;
      return typeof written === 'string' && typeof version === 'number'
        ? { text: written, version, ...(typeof sent === 'string' && { sent }) }
        : undefined;
    },
    // On top of something, nothing is a change as well.
    isEmpty: (value) => value.text === '' && value.version === 0,
  },
  choices: {
    read(stored) {
      const { primary, secondary, tags } = (stored ?? {}) as Readonly<Record<string, unknown>>;
      return {
        ...(isCode(primary) && { primary }),
        ...(isCode(secondary) && { secondary }),
        ...(Array.isArray(tags) && { tags: tags.filter((tag) => typeof tag === 'string') }),
      };
    },
    isEmpty: (value) => Object.keys(value).length === 0,
  },
  record: { read: readOpenedRecord, isEmpty: () => false },
  reply: {
    read(stored) {
      if (typeof stored !== 'object' || stored === null) return undefined;
      const { text: written, toAll, isOpen } = stored as Readonly<Record<string, unknown>>;
      return typeof written === 'string'
        ? { text: written, toAll: toAll === true, isOpen: isOpen === true }
        : undefined;
    },
    isEmpty: (value) => value.text === '',
  },
};

export const DRAFT_FIELDS = Object.keys(DRAFT_KINDS) as readonly DraftField[];

export const isDraftField = (field: string): field is DraftField => Object.hasOwn(DRAFT_KINDS, field);

/** What is worth keeping of a value that is said to be a draft; undefined where nothing is. */
export function draftOf<F extends DraftField>(field: F, stored: unknown): BegunFields[F] | undefined {
  const kind: DraftKind<BegunFields[F]> = DRAFT_KINDS[field];
  const value = kind.read(stored);
  return value === undefined || kind.isEmpty(value) ? undefined : value;
}
