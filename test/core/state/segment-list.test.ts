import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SegmentList } from '../../../src/core/state/segment-list.js';
import type { TranscriptSegment } from '../../../src/index.js';

/**
 * A list the simple way: sorted by offset, then by arrival; what has none goes by what stands before it. A version with
 * another offset is put in anew, and so is what stood behind it.
 */
class PlainList {
  readonly #entries: readonly { readonly segment: TranscriptSegment; readonly offset: number }[];

  constructor(entries: PlainList['entries'] = []) {
    this.#entries = entries;
  }

  get entries(): readonly { readonly segment: TranscriptSegment; readonly offset: number }[] {
    return this.#entries;
  }

  with(segment: TranscriptSegment): PlainList {
    const at = this.#entries.findIndex((entry) => entry.segment.id === segment.id);
    const old = this.#entries[at];
    if (old && old.segment.offsetMs === segment.offsetMs)
      return new PlainList(this.#entries.with(at, { ...old, segment }));
    if (old) {
      const before = new PlainList(this.#entries.slice(0, at));
      return this.#entries.slice(at + 1).reduce((list, next) => list.with(next.segment), before.with(segment));
    }
    const offset = segment.offsetMs ?? this.#entries.at(-1)?.offset ?? -Infinity;
    // Array.prototype.sort is stable: of equal offsets the later arrival stays behind
    return new PlainList([...this.#entries, { segment, offset }].sort((one, other) => one.offset - other.offset));
  }
}

const speaker = { id: 'customer', role: 'customer' } as const;

const segment = (id: string, offsetMs?: number, text = id): TranscriptSegment => ({
  id,
  speaker,
  text,
  isFinal: true,
  ...(offsetMs === undefined ? {} : { offsetMs }),
});

const listOf = (...segments: readonly TranscriptSegment[]): SegmentList =>
  segments.reduce((list, next) => list.with(next), SegmentList.empty);

const idsOf = (list: Iterable<TranscriptSegment>): readonly string[] => Array.from(list, ({ id }) => id);

function expectSame(list: SegmentList, plain: PlainList): void {
  const segments = plain.entries.map((entry) => entry.segment);
  expect([...list]).to.deep.equal(segments);
  expect(list.length).to.equal(segments.length);
  for (const [index, expected] of segments.entries()) {
    expect(list.at(index)).to.equal(expected);
    expect(list.indexOf(expected.id)).to.equal(index);
    expect(list.get(expected.id)).to.equal(expected);
  }
  expect(list.at(segments.length)).to.equal(undefined);
  expect(list.at(-1)).to.equal(undefined);
  expect(list.indexOf('nobody said this')).to.equal(-1);
}

const ids = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((id) => `s${String(id)}`),
  fc.constantFrom('__proto__', 'constructor', ''),
);
const segments = fc.tuple(
  ids,
  fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  fc.string({ maxLength: 3 }),
);
const arrivals = fc.array(
  segments.map(([id, offset, text]) => segment(id, offset, text)),
  { maxLength: 80 },
);

describe('SegmentList', () => {
  it('is what a plain sorted array is, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(arrivals, (given) => {
        const plain = given.reduce((list, next) => list.with(next), new PlainList());
        expectSame(listOf(...given), plain);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every older list as it was, also when two lists grow from one', () => {
    const steps = fc.array(fc.tuple(fc.nat(), segments), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, (given) => {
        const versions: { list: SegmentList; plain: PlainList }[] = [
          { list: SegmentList.empty, plain: new PlainList() },
        ];
        for (const [from, [id, offset, text]] of given) {
          const { list, plain } = versions[from % versions.length]!;
          const next = segment(id, offset, text);
          versions.push({ list: list.with(next), plain: plain.with(next) });
        }
        for (const { list, plain } of versions) expectSame(list, plain);
      }),
      { numRuns: 200 },
    );
  });

  it('takes many at once as if they came one by one, and leaves the list that they were added to as it was', () => {
    const sent = fc.tuple(segments, fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }));
    const batches = fc.array(fc.tuple(fc.nat(), fc.array(sent, { maxLength: 20 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(batches, (given) => {
        const versions = [{ list: SegmentList.empty, oneByOne: SegmentList.empty }];
        for (const [from, batch] of given) {
          const { list, oneByOne } = versions[from % versions.length]!;
          const next = batch.map(([[id, offset, text], at]) => ({ ...segment(id, offset, text), ...(at && { at }) }));
          versions.push({ list: list.withAll(next), oneByOne: next.reduce((own, one) => own.with(one), oneByOne) });
        }
        for (const { list, oneByOne } of versions) {
          expect([...list]).to.deep.equal([...oneByOne]);
          for (const [index, { id }] of [...oneByOne].entries()) {
            expect(list.indexOf(id)).to.equal(index);
            expect(list.at(index)).to.equal(oneByOne.at(index));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes many at once beyond one chunk', () => {
    const given = Array.from({ length: 1000 }, (_, index) => segment(`s${String(index)}`, index));
    const list = listOf(...given.slice(0, 300)).withAll(given.slice(300));
    expect([...list]).to.deep.equal(given);
    for (const index of [0, 255, 256, 299, 300, 511, 512, 999])
      expect(list.indexOf(`s${String(index)}`)).to.equal(index);
    expect(idsOf(list.with(segment('between', 511.5)).withAll([segment('last', 2000)])).slice(511, 514)).to.deep.equal([
      's511',
      'between',
      's512',
    ]);
  });

  it('is right beyond one chunk, from the end, from the front and in the middle', () => {
    const orders = {
      forward: (index: number) => index,
      backward: (index: number) => 2000 - index,
      scattered: (index: number) => (index * 7919) % 2000,
      'all at once': () => 5,
    };
    for (const [name, offsetOf] of Object.entries(orders)) {
      const given = Array.from({ length: 2000 }, (_, index) => segment(`s${String(index)}`, offsetOf(index)));
      const sorted = given.toSorted((one, other) => one.offsetMs! - other.offsetMs!);
      const list = listOf(...given);
      expect(idsOf(list), name).to.deep.equal(idsOf(sorted));
      for (const index of [0, 1, 255, 256, 257, 1000, 1999]) {
        expect(list.at(index), name).to.equal(sorted[index]);
        expect(list.indexOf(sorted[index]!.id), name).to.equal(index);
      }
    }
  });

  it('a later version stands where the one before it stood, or where its own time says', () => {
    const list = listOf(segment('a', 10), segment('b', 20), segment('c', 30), segment('b', 20, 'again'));
    expect(idsOf(list)).to.deep.equal(['a', 'b', 'c']);
    expect(list.at(1)?.text).to.equal('again');
    expect(idsOf(list.with(segment('b', 25)))).to.deep.equal(['a', 'b', 'c']);
    expect(idsOf(list.with(segment('b', 99)))).to.deep.equal(['a', 'c', 'b']);
    expect(idsOf(list.with(segment('b', 5)))).to.deep.equal(['b', 'a', 'c']);
  });

  it('an interim without a time stays when its final brings the time at which it stands', () => {
    const list = listOf(segment('a', 10), segment('b'), segment('c'), segment('b', 20));
    expect(idsOf(list)).to.deep.equal(['a', 'b', 'c']);
    expect(idsOf(list.with(segment('d', 15)))).to.deep.equal(['a', 'd', 'b', 'c']);
  });

  it('goes by the moments of segments where they have no offsets', () => {
    const sent = (id: string, at: number, offsetMs?: number): TranscriptSegment => ({ ...segment(id, offsetMs), at });
    const list = listOf(sent('c', 3000), sent('a', 1000), sent('b', 2000), segment('last'));
    expect(idsOf(list)).to.deep.equal(['a', 'b', 'c', 'last']);
    expect(idsOf(listOf(...list))).to.deep.equal(idsOf(list));
    expect(idsOf(listOf(sent('y', 2000, 7), sent('x', 1000, 5), sent('own', 1500)))).to.deep.equal(['x', 'own', 'y']);
    expect(idsOf(list.with(sent('a', 2500)))).to.deep.equal(['b', 'a', 'c', 'last']);
  });

  it('goes by offsets where all have them, and by arrival what has none of either kind', () => {
    const sent = (id: string, at: number, offsetMs?: number): TranscriptSegment => ({ ...segment(id, offsetMs), at });
    expect(idsOf(listOf(sent('late', 1000, 9), sent('early', 2000, 5)))).to.deep.equal(['early', 'late']);
    expect(idsOf(listOf(segment('one', 9), sent('two', 1), segment('three', 10)))).to.deep.equal([
      'one',
      'two',
      'three',
    ]);
  });

  it('is, with moments only, sorted by them, whatever order they come in', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 });
    fc.assert(
      fc.property(moments, (given) => {
        const sent = given.map((at, index) => ({ ...segment(`s${String(index)}`), at }));
        expect([...listOf(...sent)]).to.deep.equal(sent.toSorted((one, other) => one.at - other.at));
      }),
    );
  });

  it('without a segment is as if it had never been there', () => {
    fc.assert(
      fc.property(arrivals, ids, (given, id) => {
        const without = listOf(...given).without(id);
        expect(without.get(id)).to.equal(undefined);
        expect([...without]).to.deep.equal([...listOf(...given)].filter((other) => other.id !== id));
        expect(without.without(id)).to.equal(without);
      }),
    );
  });

  it('made anew from what it shows is the same list, also for what comes then', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), (given, cut) => {
        const until = cut % (given.length + 1);
        const all = listOf(...given);
        const snapshot = listOf(...listOf(...given.slice(0, until)));
        expect([...given.slice(until).reduce((list, next) => list.with(next), snapshot)]).to.deep.equal([...all]);
      }),
      { numRuns: 500 },
    );
  });

  it('what has no time follows what is there', () => {
    expect(idsOf(listOf(segment('a', 10), segment('b'), segment('c', 10), segment('d', 5)))).to.deep.equal([
      'd',
      'a',
      'b',
      'c',
    ]);
  });

  it('is the same list when the same segment comes again', () => {
    const known = segment('a', 10);
    const list = listOf(known, segment('b', 20));
    expect(list.with(known)).to.equal(list);
  });

  it('a time that is no number does not hide the others', () => {
    const broken = [Number.NaN, Infinity, -Infinity, '12', {}, null].map((offset, index) =>
      segment(`broken-${String(index)}`, offset as number),
    );
    const good = Array.from({ length: 300 }, (_, index) => segment(`s${String(index)}`, (index * 7) % 300));
    const list = listOf(...good.slice(0, 150), ...broken, ...good.slice(150));
    expect(list.length).to.equal(306);
    for (const { id } of [...good, ...broken]) expect(list.at(list.indexOf(id))?.id, id).to.equal(id);
    expect(listOf(...list, ...good).length).to.equal(306);
  });

  it('starts empty', () => {
    expectSame(SegmentList.empty, new PlainList());
  });
});
