import type { RecordToOpen } from '../model/record.js';
import { prefixOf } from '../model/source.js';

// Sessions without a conversation (Dynamics: contact and case sessions). No backend knows of them: what is open belongs to
// what its agent has begun, takes no slot and has no work after it, and is closed without anybody hearing of it. What one is
// made of is in `core/fields/opened-record.ts`.

const BEGINNING = 'record:[';

/** The session that a record has, the same in every tab and whoever opens it: kind and id can hold anything. */
export const recordSessionId = ({ kind, recordId, source = '' }: RecordToOpen): string =>
  `${prefixOf(source)}record:${JSON.stringify([kind, recordId])}`;

/** Whether an id is that of a record's session, be it open or not. */
export const isRecordSession = (id: string): boolean =>
  id.startsWith(BEGINNING) || id.slice(id.indexOf('/') + 1).startsWith(BEGINNING);
