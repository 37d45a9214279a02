import type { Participant } from '../model/participant.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import { firstWhere } from './first-where.js';
import { CHUNK, endOf, placeFor, withEntry, withInPlace } from './segment-chunks.js';
import type { Chunks, Entry, Place } from './segment-chunks.js';
import { TimeScale, timeOf } from './time-scale.js';

/** What a list consists of. */
interface Parts {
  readonly chunks: Chunks;
  /** How many segments there are, and how many have arrived. */
  readonly length: number;
  readonly places: Map<string, Entry>;
  readonly nameless: readonly Participant[];
  readonly scale: TimeScale;
}

/**
 * Takes in, where a list ends, those of the segments that are new there and go on there, up to the first one that does
 * not; without a list for each. Answers with the position of that one, too.
 *
 * @param count takes nothing in with which the list would be ordered by another time; absent where that is settled
 * @param isOther which others not to take in either
 */
function grown(
  { chunks, places: known, nameless: before, length, scale }: Parts,
  segments: readonly TranscriptSegment[],
  from: number,
  count?: TimeScale,
  isOther?: (segment: TranscriptSegment) => boolean,
): [Parts, number] {
  const { time } = scale;
  const full = chunks.slice(0, -1);
  let last = [...(chunks.at(-1) ?? [])];
  // All lists begin with an empty one; its index must stay empty.
  const places = known.size > 0 ? known : new Map<string, Entry>();
  let nameless = before;
  let end = endOf(chunks);
  let next = from;
  for (; next < segments.length; next += 1) {
    const segment = segments[next] as TranscriptSegment;
    const { id, speaker } = segment;
    const offset = timeOf(segment, time) ?? end;
    if (offset < end || places.has(id) || isOther?.(segment) || count?.admits(segment) === false) break;
    if (last.length === CHUNK) {
      full.push(last);
      last = [];
    }
    const entry: Entry = { segment, offset, arrival: length + next - from };
    last.push(entry);
    places.set(id, entry);
    if (speaker.name === undefined) nameless = withNameless(nameless, segment);
    end = offset;
  }
  return [{ chunks: [...full, last], length: length + next - from, places, nameless, scale }, next];
}

/**
 * An immutable, ordered list of transcript segments. Adding one to 100,000 costs what adding one to 100 does: only the
 * touched chunk is copied. Segments of one id are versions of one another: a later one stands where the one before it
 * stood, unless it brings another time. So the order follows from the segments alone, and a list that is made anew from
 * what it shows (after a snapshot) is the same, also for what comes then.
 *
 * The order goes by the time that `TimeScale` names. What has no such time goes by what stands before it.
 *
 * The index from id to place is shared by successive lists. It only grows, and an older list that finds a newer
 * entry in it looks into its own chunks before it believes it; so every list stays as it was.
 */
export class SegmentList {
  static readonly empty = SegmentList.#anew([], []);

  readonly #parts: Parts;
  #starts: readonly number[] | undefined;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  get length(): number {
    return this.#parts.length;
  }

  /** The segment at a position, 0 to `length - 1`. */
  at(index: number): TranscriptSegment | undefined {
    const starts = this.#startsOfChunks();
    const chunk = firstWhere(starts.length, (at) => (starts[at] ?? 0) > index) - 1;
    return this.#parts.chunks[chunk]?.[index - (starts[chunk] ?? 0)]?.segment;
  }

  /** The position of a segment, -1 when it is not here. */
  indexOf(id: string): number {
    const known = this.#find(id);
    return known ? (this.#startsOfChunks()[known.place.chunk] ?? 0) + known.place.index : -1;
  }

  get(id: string): TranscriptSegment | undefined {
    return this.#find(id)?.entry.segment;
  }

  /** The speakers without a name, each once, in the order in which they came; see `numbersIn`. */
  get nameless(): readonly Participant[] {
    return this.#parts.nameless;
  }

  /** A list with the segment added in its place, or with the one of the same id replaced by it. */
  with(segment: TranscriptSegment): SegmentList {
    const { nameless, scale: before } = this.#parts;
    const known = this.#find(segment.id);
    const old = known?.entry.segment;
    if (old === segment) return this;
    const scale = before.copy();
    scale.count(segment, 1);
    if (old) scale.count(old, -1);
    if (scale.time !== before.time || (old && timeOf(old, scale.time) !== timeOf(segment, scale.time)))
      return SegmentList.#anew(old ? [...this].with(this.indexOf(segment.id), segment) : [...this, segment], nameless);
    return known ? this.#replace(known, segment, scale) : this.#insert(segment, scale);
  }

  /**
   * A list with all of them, as if they were added one after the other. What goes on where the list ends is taken in
   * without a copy for each.
   */
  withAll(segments: readonly TranscriptSegment[]): SegmentList {
    let [list, end] = this.continuedBy(segments);
    for (let next = segments[end]; next; next = segments[end])
      [list, end] = list.with(next).continuedBy(segments, end + 1);
    return list;
  }

  /**
   * The list with those of the segments that are new here and go on where it ends, up to the first one that does not, and
   * the position of that one.
   *
   * @param isOther which others not to take in either
   */
  continuedBy(
    segments: readonly TranscriptSegment[],
    from = 0,
    isOther?: (segment: TranscriptSegment) => boolean,
  ): [SegmentList, number] {
    const scale = this.#parts.scale.copy();
    const [parts, next] = grown(this.#parts, segments, from, scale, isOther);
    return [next === from ? this : new SegmentList({ ...parts, scale }), next];
  }

  /** A list without a segment. */
  without(id: string): SegmentList {
    return this.#find(id)
      ? SegmentList.#anew(
          [...this].filter((segment) => segment.id !== id),
          this.#parts.nameless,
        )
      : this;
  }

  *[Symbol.iterator](): Iterator<TranscriptSegment> {
    for (const chunk of this.#parts.chunks) for (const { segment } of chunk) yield segment;
  }

  /** Computed when first asked for: a list that is only added to never needs it. */
  #startsOfChunks(): readonly number[] {
    let end = 0;
    this.#starts ??= this.#parts.chunks.map(({ length }) => (end += length) - length);
    return this.#starts;
  }

  /**
   * Made anew: whatever has no time of its own goes by what stands before it. Takes a millisecond for 2,000 segments, and
   * comes once or twice in the life of one.
   */
  static #anew(segments: readonly TranscriptSegment[], nameless: readonly Participant[]): SegmentList {
    const scale = new TimeScale();
    for (const segment of segments) scale.count(segment, 1);
    const none: Parts = { chunks: [], length: 0, places: new Map(), nameless, scale };
    const [parts, end] = grown(none, segments, 0);
    return segments.slice(end).reduce((list, next) => list.#insert(next, scale), new SegmentList(parts));
  }

  #replace({ place, entry }: Known, segment: TranscriptSegment, scale: TimeScale): SegmentList {
    const { chunks, nameless } = this.#parts;
    return new SegmentList({
      ...this.#parts,
      chunks: withInPlace(chunks, place, { ...entry, segment }),
      nameless: withNameless(nameless, segment),
      scale,
    });
  }

  #insert(segment: TranscriptSegment, scale: TimeScale): SegmentList {
    const { chunks, length, nameless } = this.#parts;
    const entry: Entry = { segment, offset: timeOf(segment, scale.time) ?? endOf(chunks), arrival: length };
    return new SegmentList({
      chunks: withEntry(chunks, entry),
      length: length + 1,
      places: this.#placesWith(entry),
      nameless: withNameless(nameless, segment),
      scale,
    });
  }

  #placesWith(entry: Entry): Map<string, Entry> {
    const { places } = this.#parts;
    const { id } = entry.segment;
    // Where another list that grew from this one has put the id elsewhere, this one keeps an index of its own from here on.
    // All lists begin with an empty one; its index must stay empty.
    const own = this.length > 0 && !places.has(id) ? places : new Map(places);
    return own.set(id, entry);
  }

  #find(id: string): Known | undefined {
    const { chunks, places, length } = this.#parts;
    const found = places.get(id);
    if (!found || found.arrival >= length) return undefined;
    const place = placeFor(chunks, found);
    const entry = chunks[place.chunk]?.[place.index];
    return entry?.segment.id === id ? { place, entry } : undefined;
  }
}

/** A segment that is here, and where. */
interface Known {
  readonly place: Place;
  readonly entry: Entry;
}

const withNameless = (known: readonly Participant[], { speaker }: TranscriptSegment): readonly Participant[] =>
  speaker.name !== undefined || known.some(({ role, id }) => role === speaker.role && id === speaker.id)
    ? known
    : [...known, speaker];
