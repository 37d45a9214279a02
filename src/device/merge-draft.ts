import { draftOf } from '../core/state/draft-fields.js';
import type { BegunFields, DraftField } from '../core/state/begun.js';

export type DraftValue = BegunFields[DraftField];

/** What was written on top of something else than what stands in the field. */
export interface OtherVersion {
  /** See `DraftVersions.line`; '' of one that the agent has put aside. */
  readonly line: string;
  readonly value: DraftValue;
}

/** All there is of one field of one session. */
export interface DraftVersions {
  /** One page's writing without a break: another page, or another version to go on from, is another line. */
  readonly line: string;
  /** Another one at every write. */
  readonly stamp: string;
  readonly value: DraftValue | undefined;
  /** Latest first. */
  readonly others: readonly OtherVersion[];
}

/** What a page writes. */
export interface DraftWrite {
  readonly field: DraftField;
  readonly line: string;
  readonly stamp: string;
  /** The stamp of what the page went on from; undefined where it knew of nothing. */
  readonly base: string | undefined;
  readonly value: DraftValue | undefined;
  /** What the agent made of the other versions; undefined leaves them. */
  readonly others?: readonly DraftValue[] | undefined;
}

/** More pages than this do not write to one customer at once; what is beyond goes, the oldest first. */
const MOST_OTHERS = 5;

export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(textOf(one)) === JSON.stringify(textOf(other));

/** What of a draft is written; the rest is how it stands on screen. */
const textOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? JSON.stringify(value)
    : typeof value === 'object' && value !== null && 'text' in value
      ? value.text
      : value;

/**
 * What stands in a field after a page has written. A page that went on from what stands there replaces it. One that did
 * not know it keeps it beside: nothing that was written is lost but by whoever saw it. Undefined where nothing is left.
 */
export function mergeDraft(current: DraftVersions | undefined, write: DraftWrite): DraftVersions | undefined {
  const { field, line, stamp, base } = write;
  const value = draftOf(field, write.value);
  const before = draftOf(field, current?.value);
  const isKnown = current === undefined || current.line === line || current.stamp === base;
  const others: OtherVersion[] = write.others
    ? write.others.map((other) => ({ line: '', value: other }))
    : (current?.others ?? []).filter((other) => other.line !== line);
  // Of choices the last one counts, as it does for a backend; a record is open or not.
  if (!isKnown && before !== undefined && field !== 'choices' && field !== 'record')
    others.unshift({ line: current.line, value: before });
  const kept = others.filter(
    (other, place) =>
      draftOf(field, other.value) !== undefined &&
      !isSame(other.value, value) &&
      others.findIndex(({ value: same }) => isSame(same, other.value)) === place,
  );
  if (value === undefined && kept.length === 0) return undefined;
  return { line, stamp, value, others: kept.slice(0, MOST_OTHERS) };
}
