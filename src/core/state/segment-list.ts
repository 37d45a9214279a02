import type { Participant } from '../model/participant.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';

interface Entry {
  readonly segment: TranscriptSegment;
  readonly offset: number;
  /** Counts up with every arrival: decides between equal offsets. */
  readonly arrival: number;
}

const CHUNK = 256;

/** How many segments have a time of any kind, and how many have each kind. */
interface Times {
  readonly timed: number;
  readonly offsetMs: number;
  readonly at: number;
}

/** By which time a list is ordered. */
type Scale = 'offsetMs' | 'at';

const NONE: Times = { timed: 0, offsetMs: 0, at: 0 };

const precedes = (one: Pick<Entry, 'offset' | 'arrival'>, other: Pick<Entry, 'offset' | 'arrival'>): boolean =>
  one.offset < other.offset || (one.offset === other.offset && one.arrival < other.arrival);

/**
 * An immutable, ordered list of transcript segments. Adding one to 100,000 costs what adding one to 100 does: only the
 * touched chunk is copied. Segments of one id are versions of one another: a later one stands where the one before it
 * stood, unless it brings another time. So the order follows from the segments alone, and a list that is made anew from
 * what it shows (after a snapshot) is the same, also for what comes then.
 *
 * The order goes by `offsetMs`; by `at` where that is what all segments with a time have and some have no offset. What has
 * no such time goes by what stands before it.
 *
 * The index from id to place is shared by successive lists. It only grows, and an older list that finds a newer
 * entry in it looks into its own chunks before it believes it; so every list stays as it was.
 */
export class SegmentList {
  static readonly empty = new SegmentList([], 0, 0, new Map(), new Map(), NONE, 'offsetMs');

  readonly length: number;
  readonly #chunks: readonly (readonly Entry[])[];
  readonly #arrivals: number;
  readonly #places: Map<string, Entry>;
  readonly #nameless: ReadonlyMap<string, number>;
  readonly #times: Times;
  readonly #scale: Scale;
  #starts: readonly number[] | undefined;

  private constructor(
    chunks: readonly (readonly Entry[])[],
    length: number,
    arrivals: number,
    places: Map<string, Entry>,
    nameless: ReadonlyMap<string, number>,
    times: Times,
    scale: Scale,
  ) {
    this.#chunks = chunks;
    this.length = length;
    this.#arrivals = arrivals;
    this.#places = places;
    this.#nameless = nameless;
    this.#times = times;
    this.#scale = scale;
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

  /**
   * Which of the speakers of a role that have no name one is, from 1 in the order in which they came; 0 for who has not
   * said anything here. Whoever has a number keeps it.
   */
  numberOf(speaker: Participant): number {
    return this.#nameless.get(keyOf(speaker)) ?? 0;
  }

  /** A list with the segment added in its place, or with the one of the same id replaced by it. */
  with(segment: TranscriptSegment): SegmentList {
    const place = this.#find(segment.id);
    const old = place && this.#chunks[place.chunk]?.[place.index];
    if (old?.segment === segment) return this;
    const times = counted(counted(this.#times, segment, 1), old?.segment, -1);
    const scale = scaleOf(times);
    if (scale !== this.#scale || (old && timeOf(old.segment, scale) !== timeOf(segment, scale)))
      return SegmentList.#anew(
        old ? [...this].with(this.indexOf(segment.id), segment) : [...this, segment],
        this.#nameless,
      );
    return place && old ? this.#replace(place, { ...old, segment }, times) : this.#insert(segment, times);
  }

  /** A list without a segment. */
  without(id: string): SegmentList {
    return this.#find(id)
      ? SegmentList.#anew(
          [...this].filter((segment) => segment.id !== id),
          this.#nameless,
        )
      : this;
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

  /**
   * Made anew: whatever has no time of its own goes by what stands before it. Takes a millisecond for 2,000 segments, and
   * comes once or twice in the life of one.
   */
  static #anew(segments: readonly TranscriptSegment[], nameless: ReadonlyMap<string, number>): SegmentList {
    const times = segments.reduce((sum, segment) => counted(sum, segment, 1), NONE);
    const first = new SegmentList([], 0, 0, new Map(), nameless, times, scaleOf(times));
    return segments.reduce((list, next) => list.#insert(next, times), first);
  }

  #replace({ chunk, index }: { chunk: number; index: number }, entry: Entry, times: Times): SegmentList {
    const chunks = this.#chunks.with(chunk, (this.#chunks[chunk] ?? []).with(index, entry));
    const nameless = withNameless(this.#nameless, entry.segment);
    return new SegmentList(chunks, this.length, this.#arrivals, this.#places, nameless, times, this.#scale);
  }

  #insert(segment: TranscriptSegment, times: Times): SegmentList {
    const offset = timeOf(segment, this.#scale) ?? this.#chunks.at(-1)?.at(-1)?.offset ?? -Infinity;
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
    const nameless = withNameless(this.#nameless, segment);
    const places = this.#placesWith(entry);
    return new SegmentList(chunks, this.length + 1, this.#arrivals + 1, places, nameless, times, this.#scale);
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
const timeOf = (segment: TranscriptSegment, scale: Scale): number | undefined =>
  Number.isFinite(segment[scale]) ? segment[scale] : undefined;

const scaleOf = ({ timed, offsetMs, at }: Times): Scale => (offsetMs < timed && at === timed ? 'at' : 'offsetMs');

function counted(times: Times, segment: TranscriptSegment | undefined, by: 1 | -1): Times {
  if (!segment) return times;
  const has = (scale: Scale): number => (timeOf(segment, scale) === undefined ? 0 : by);
  const [offset, at] = [has('offsetMs'), has('at')];
  return { timed: times.timed + (offset === 0 ? at : offset), offsetMs: times.offsetMs + offset, at: times.at + at };
}

const keyOf = ({ role, id }: Participant): string => `${role}\n${id}`;

function withNameless(known: ReadonlyMap<string, number>, { speaker }: TranscriptSegment): ReadonlyMap<string, number> {
  if (speaker.name !== undefined || known.has(keyOf(speaker))) return known;
  const before = [...known.keys()].filter((key) => key.startsWith(`${speaker.role}\n`)).length;
  return new Map(known).set(keyOf(speaker), before + 1);
}

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
