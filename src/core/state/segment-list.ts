import type { TranscriptSegment } from '../model/transcript-segment.js';

interface Entry {
  readonly segment: TranscriptSegment;
  readonly offset: number;
  /** Counts up with every arrival: decides between equal offsets. */
  readonly arrival: number;
}

const CHUNK = 256;

const precedes = (one: Pick<Entry, 'offset' | 'arrival'>, other: Pick<Entry, 'offset' | 'arrival'>): boolean =>
  one.offset < other.offset || (one.offset === other.offset && one.arrival < other.arrival);

/**
 * An immutable, ordered list of transcript segments. Adding one to 100,000 costs what adding one to 100 does: only the
 * touched chunk is copied. Segments of one id are versions of one another: a later one stands where the one before it
 * stood, unless it brings another time. So the order follows from the segments alone, and a list that is made anew from
 * what it shows (after a snapshot) is the same, also for what comes then.
 *
 * The index from id to place is shared by successive lists. It only grows, and an older list that finds a newer
 * entry in it looks into its own chunks before it believes it; so every list stays as it was.
 */
export class SegmentList {
  static readonly empty = new SegmentList([], 0, 0, new Map());

  readonly length: number;
  readonly #chunks: readonly (readonly Entry[])[];
  readonly #arrivals: number;
  readonly #places: Map<string, Entry>;
  #starts: readonly number[] | undefined;

  private constructor(
    chunks: readonly (readonly Entry[])[],
    length: number,
    arrivals: number,
    places: Map<string, Entry>,
  ) {
    this.#chunks = chunks;
    this.length = length;
    this.#arrivals = arrivals;
    this.#places = places;
  }

  /** The segment at a position, 0 to `length - 1`. */
  at(index: number): TranscriptSegment | undefined {
    const chunk = lastNotAbove(this.#startsOfChunks(), index);
    return this.#chunks[chunk]?.[index - (this.#startsOfChunks()[chunk] ?? 0)]?.segment;
  }

  /** The position of a segment, -1 when it is not here. */
  indexOf(id: string): number {
    const place = this.#find(id);
    return place ? (this.#startsOfChunks()[place.chunk] ?? 0) + place.index : -1;
  }

  get(id: string): TranscriptSegment | undefined {
    const place = this.#find(id);
    return place && this.#chunks[place.chunk]?.[place.index]?.segment;
  }

  /** A list with the segment added in its place, or with the one of the same id replaced by it. */
  with(segment: TranscriptSegment): SegmentList {
    const place = this.#find(segment.id);
    return place ? this.#replace(place, segment) : this.#insert(segment);
  }

  *[Symbol.iterator](): Iterator<TranscriptSegment> {
    for (const chunk of this.#chunks) for (const { segment } of chunk) yield segment;
  }

  /** Computed when first asked for: a list that is only added to never needs it. */
  #startsOfChunks(): readonly number[] {
    if (!this.#starts) {
      let start = 0;
      this.#starts = this.#chunks.map((chunk) => {
        const own = start;
        start += chunk.length;
        return own;
      });
    }
    return this.#starts;
  }

  #replace({ chunk, index }: { chunk: number; index: number }, segment: TranscriptSegment): SegmentList {
    const entries = this.#chunks[chunk] ?? [];
    const old = entries[index];
    if (!old || old.segment === segment) return this;
    if (timeOf(old.segment) !== timeOf(segment)) return this.#withOtherTime(segment);
    const chunks = this.#chunks.with(chunk, entries.with(index, { ...old, segment }));
    return new SegmentList(chunks, this.length, this.#arrivals, this.#places);
  }

  /**
   * Made anew: whatever has no time of its own goes by what stands before it. Takes a millisecond for 2,000 segments, and
   * comes once or twice in the life of one.
   */
  #withOtherTime(segment: TranscriptSegment): SegmentList {
    const all = [...this].with(this.indexOf(segment.id), segment);
    return all.reduce((list, next) => list.with(next), SegmentList.empty);
  }

  #insert(segment: TranscriptSegment): SegmentList {
    const offset = timeOf(segment) ?? this.#chunks.at(-1)?.at(-1)?.offset ?? -Infinity;
    const entry: Entry = { segment, offset, arrival: this.#arrivals };
    const at = this.#chunkFor(entry);
    const entries = this.#chunks[at] ?? [];
    const index = lowerBound(entries, entry);
    const chunks = [...this.#chunks];
    if (entries.length < CHUNK) {
      chunks[at] = entries.toSpliced(index, 0, entry);
    } else if (index === CHUNK) {
      // Mostly growth at the end: a new chunk there keeps the earlier ones full.
      chunks.splice(at + 1, 0, [entry]);
    } else {
      const grown = entries.toSpliced(index, 0, entry);
      chunks.splice(at, 1, grown.slice(0, CHUNK / 2), grown.slice(CHUNK / 2));
    }
    return new SegmentList(chunks, this.length + 1, this.#arrivals + 1, this.#placesWith(entry));
  }

  #placesWith(entry: Entry): Map<string, Entry> {
    const { id } = entry.segment;
    // All lists begin with the empty one; its index must stay empty. And where another list that grew from this one has
    // put the id elsewhere, this one keeps an index of its own from here on.
    const isOwn = this.length > 0 && !this.#places.has(id);
    const places = isOwn ? this.#places : new Map(this.length > 0 ? this.#places : []);
    return places.set(id, entry);
  }

  #find(id: string): { chunk: number; index: number } | undefined {
    const entry = this.#places.get(id);
    if (!entry || entry.arrival >= this.#arrivals) return undefined;
    const chunk = this.#chunkFor(entry);
    const entries = this.#chunks[chunk] ?? [];
    const index = lowerBound(entries, entry);
    return entries[index]?.segment.id === id ? { chunk, index } : undefined;
  }

  /** The last chunk that does not begin after the entry. */
  #chunkFor(entry: Entry): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = this.#chunks[middle]?.[0];
      if (first && precedes(entry, first)) high = middle - 1;
      else low = middle;
    }
    return low;
  }
}

/** What is not a number would stand before and after everything: no search would find its neighbours any more. */
const timeOf = ({ offsetMs }: TranscriptSegment): number | undefined =>
  Number.isFinite(offsetMs) ? offsetMs : undefined;

function lastNotAbove(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lowerBound(entries: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = entries[middle];
    if (other && precedes(other, entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
