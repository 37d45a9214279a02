import type { Participant } from '../model/participant.js';
import type { TranscriptSegment } from '../model/transcript-segment.js';
import { firstWhere } from './first-where.js';

interface Entry {
  readonly segment: TranscriptSegment;
  readonly offset: number;
  /** Counts up with every arrival: decides between equal offsets. */
  readonly arrival: number;
}

const CHUNK = 256;

/** By which time a list is ordered. */
type Scale = 'offsetMs' | 'at';

/** How many segments with a time do not have it on a scale. */
type Missing = Readonly<Record<Scale, number>>;

/** What a list consists of. */
interface Parts {
  readonly chunks: readonly (readonly Entry[])[];
  /** How many segments there are, and how many have arrived. */
  readonly length: number;
  readonly places: Map<string, Entry>;
  readonly nameless: readonly Participant[];
  readonly missing: Missing;
}

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
    const place = this.#find(id);
    return place ? (this.#startsOfChunks()[place.chunk] ?? 0) + place.index : -1;
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
    const { nameless } = this.#parts;
    const place = this.#find(segment.id);
    const old = place?.entry.segment;
    if (old === segment) return this;
    const missing = counted(counted(this.#parts.missing, segment, 1), old, -1);
    const scale = scaleOf(missing.offsetMs, missing.at);
    const { offsetMs, at } = this.#parts.missing;
    if (scale !== scaleOf(offsetMs, at) || (old && timeOf(old, scale) !== timeOf(segment, scale)))
      return SegmentList.#anew(old ? [...this].with(this.indexOf(segment.id), segment) : [...this, segment], nameless);
    return place ? this.#replace(place, segment, missing) : this.#insert(segment, missing);
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
   * @param isCounted whether those without a time are counted already, all of them
   */
  continuedBy(
    segments: readonly TranscriptSegment[],
    from = 0,
    isOther?: (segment: TranscriptSegment) => boolean,
    isCounted = false,
  ): [SegmentList, number] {
    const { chunks, places: known, length, missing } = this.#parts;
    let { nameless } = this.#parts;
    // Numbers, as an object for each of a hundred thousand costs as much as all the rest.
    let { offsetMs, at } = missing;
    const scale = scaleOf(offsetMs, at);
    const places = known.size > 0 ? known : new Map<string, Entry>();
    const grown = [...chunks];
    let last = [...(grown.pop() ?? [])];
    let end = last.at(-1)?.offset ?? -Infinity;
    let next = from;
    for (; next < segments.length; next += 1) {
      const segment = segments[next] as TranscriptSegment;
      const { id, speaker, offsetMs: own, at: moment } = segment;
      const hasOffset = Number.isFinite(own);
      const hasMoment = Number.isFinite(moment);
      if (!isCounted && hasOffset !== hasMoment) {
        if (scaleOf(offsetMs + Number(hasMoment), at + Number(hasOffset)) !== scale) break;
      }
      const offset = (scale === 'at' ? (hasMoment ? moment : end) : hasOffset ? own : end) as number;
      if (offset < end || places.has(id) || isOther?.(segment)) break;
      if (!isCounted && hasOffset !== hasMoment) {
        if (hasOffset) at += 1;
        else offsetMs += 1;
      }
      const entry: Entry = { segment, offset, arrival: length + next - from };
      if (last.length === CHUNK) {
        grown.push(last);
        last = [];
      }
      last.push(entry);
      places.set(id, entry);
      if (speaker.name === undefined) nameless = withNameless(nameless, segment);
      end = offset;
    }
    if (next === from) return [this, next];
    const count = length + next - from;
    return [
      new SegmentList({ chunks: [...grown, last], length: count, places, nameless, missing: { offsetMs, at } }),
      next,
    ];
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
    const missing = segments.reduce((sum, segment) => counted(sum, segment, 1), { offsetMs: 0, at: 0 });
    const none = new SegmentList({ chunks: [], length: 0, places: new Map(), nameless, missing });
    const [list, end] = none.continuedBy(segments, 0, undefined, true);
    return segments.slice(end).reduce((own, next) => own.#insert(next, missing), list);
  }

  #replace({ chunk, index, entry }: Place, segment: TranscriptSegment, missing: Missing): SegmentList {
    const { chunks, nameless } = this.#parts;
    return new SegmentList({
      ...this.#parts,
      chunks: chunks.with(chunk, (chunks[chunk] ?? []).with(index, { ...entry, segment })),
      nameless: withNameless(nameless, segment),
      missing,
    });
  }

  #insert(segment: TranscriptSegment, missing: Missing): SegmentList {
    const { length, nameless } = this.#parts;
    const chunks = [...this.#parts.chunks];
    const offset = timeOf(segment, scaleOf(missing.offsetMs, missing.at)) ?? chunks.at(-1)?.at(-1)?.offset ?? -Infinity;
    const entry: Entry = { segment, offset, arrival: length };
    const { chunk, index } = this.#placeFor(entry);
    const entries = chunks[chunk] ?? [];
    const grown = entries.toSpliced(index, 0, entry);
    if (entries.length < CHUNK) chunks[chunk] = grown;
    // Mostly growth at the end: a new chunk there keeps the earlier ones full.
    else if (index === CHUNK) chunks.splice(chunk + 1, 0, [entry]);
    else chunks.splice(chunk, 1, grown.slice(0, CHUNK / 2), grown.slice(CHUNK / 2));
    return new SegmentList({
      chunks,
      length: length + 1,
      places: this.#placesWith(entry),
      nameless: withNameless(nameless, segment),
      missing,
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

  #find(id: string): Place | undefined {
    const { places, length } = this.#parts;
    const place = places.get(id);
    if (!place || place.arrival >= length) return undefined;
    const { chunk, index } = this.#placeFor(place);
    const entry = this.#parts.chunks[chunk]?.[index];
    return entry?.segment.id === id ? { chunk, index, entry } : undefined;
  }

  /** Where an entry stands or would stand: in the last chunk that does not begin after it. */
  #placeFor(entry: Entry): Pick<Place, 'chunk' | 'index'> {
    const { chunks } = this.#parts;
    const isFrom = (other: Entry | undefined): boolean => !other || !precedes(other, entry);
    const after = firstWhere(chunks.length, (at) => precedes(entry, chunks[at]?.[0] ?? entry));
    const chunk = Math.max(0, after - 1);
    const entries = chunks[chunk] ?? [];
    return { chunk, index: firstWhere(entries.length, (at) => isFrom(entries[at])) };
  }
}

/** Where an entry stands. */
interface Place {
  readonly chunk: number;
  readonly index: number;
  readonly entry: Entry;
}

/** What is not a number would stand before and after everything: no search would find its neighbours any more. */
const timeOf = (segment: TranscriptSegment, scale: Scale): number | undefined =>
  Number.isFinite(segment[scale]) ? segment[scale] : undefined;

// A function: the empty list asks for it while this module is still being read.
function scaleOf(offsetMs: number, at: number): Scale {
  return offsetMs > 0 && at === 0 ? 'at' : 'offsetMs';
}

function counted(missing: Missing, segment: TranscriptSegment | undefined, by: 1 | -1): Missing {
  if (!segment) return missing;
  const hasOffset = timeOf(segment, 'offsetMs') !== undefined;
  if (hasOffset === (timeOf(segment, 'at') !== undefined)) return missing;
  const scale = hasOffset ? 'at' : 'offsetMs';
  return { ...missing, [scale]: missing[scale] + by };
}

const withNameless = (known: readonly Participant[], { speaker }: TranscriptSegment): readonly Participant[] =>
  speaker.name !== undefined || known.some(({ role, id }) => role === speaker.role && id === speaker.id)
    ? known
    : [...known, speaker];
