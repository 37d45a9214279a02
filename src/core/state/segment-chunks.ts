import type { TranscriptSegment } from '../model/transcript-segment.js';
import { firstWhere } from './first-where.js';

/** A segment and what it is ordered by. */
export interface Entry {
  readonly segment: TranscriptSegment;
  /** Its time; of one that has none, that of what stands before it. */
  readonly offset: number;
  /** Counts up with every arrival: decides between equal offsets. */
  readonly arrival: number;
}

/** Entries in order. One more costs a copy of the chunk that it comes into, however many there are. */
export type Chunks = readonly (readonly Entry[])[];

/** Where an entry stands. */
export interface Place {
  readonly chunk: number;
  readonly index: number;
}

/** Most entries of a chunk. */
export const CHUNK = 256;

const precedes = (one: Entry, other: Entry): boolean =>
  one.offset < other.offset || (one.offset === other.offset && one.arrival < other.arrival);

/** Where an entry stands or would stand: in the last chunk that does not begin after it. */
export function placeFor(chunks: Chunks, entry: Entry): Place {
  const isFrom = (other: Entry | undefined): boolean => !other || !precedes(other, entry);
  const after = firstWhere(chunks.length, (at) => precedes(entry, chunks[at]?.[0] ?? entry));
  const chunk = Math.max(0, after - 1);
  const entries = chunks[chunk] ?? [];
  return { chunk, index: firstWhere(entries.length, (at) => isFrom(entries[at])) };
}

/** With one more, in its place. */
export function withEntry(chunks: Chunks, entry: Entry): Chunks {
  const grown = [...chunks];
  const { chunk, index } = placeFor(chunks, entry);
  const entries = chunks[chunk] ?? [];
  const more = entries.toSpliced(index, 0, entry);
  if (entries.length < CHUNK) grown[chunk] = more;
  // Mostly growth at the end: a new chunk there keeps the earlier ones full.
  else if (index === CHUNK) grown.splice(chunk + 1, 0, [entry]);
  else grown.splice(chunk, 1, more.slice(0, CHUNK / 2), more.slice(CHUNK / 2));
  return grown;
}

/** With another in a place. */
export const withInPlace = (chunks: Chunks, { chunk, index }: Place, entry: Entry): Chunks =>
  chunks.with(chunk, (chunks[chunk] ?? []).with(index, entry));

/** The offset of the last one. */
export const endOf = (chunks: Chunks): number => chunks.at(-1)?.at(-1)?.offset ?? -Infinity;
