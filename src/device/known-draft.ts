import type { StoredDraft } from '../core/ports/draft-storage.js';
import { prefixOf } from '../core/model/source.js';
import type { DraftPlace, DraftRecord, Write } from './draft-records.js';
import { isSame } from './merge-draft.js';
import type { DraftValue } from './merge-draft.js';

/** What this page knows of one field. */
export interface Known {
  readonly place: DraftPlace;
  readonly source: string;
  line?: string | undefined;
  base?: string | undefined;
  value?: DraftValue | undefined;
  /** What is to be made of the other versions; undefined leaves them. */
  settled?: readonly DraftValue[] | undefined;
  /** Grows with every change of this page. */
  count: number;
  /** The count of what is being written. */
  writing?: number | undefined;
}

export const idOf = ({ scope, agentId, sessionId, field }: DraftPlace): string =>
  JSON.stringify([scope, agentId, sessionId, field]);

/** A draft as it stands on screen, and what stands beside it. */
export function draftOf(known: Known, record: DraftRecord | undefined): StoredDraft {
  const { place, source, value } = known;
  const { agentId, sessionId, field } = place;
  const written = (record ? [record, ...record.others] : []).filter(
    ({ line }) => known.line === undefined || line !== known.line,
  );
  const others = written.flatMap((version) =>
    version.value === undefined || isSame(version.value, value) ? [] : [version.value],
  );
  const prefix = prefixOf(source);
  return { source, agentId: prefix + agentId, sessionId: prefix + sessionId, field, value, others } as StoredDraft;
}

/** What is to be written of it. */
export const writeOf = ({ place, line = '', base, value, settled }: Known, stamp: string): Write => ({
  ...place,
  line,
  base,
  value,
  stamp,
  others: settled,
});
