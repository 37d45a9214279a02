import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { usableFact } from '../../../src/core/reading/usable-fact.js';
import { isWholeSegment } from '../../../src/core/reading/whole-segment.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const on = { sessionId: 'call-1', at: NOW } as const;
const words = fc.constantFrom<unknown>('Hello', 'é', '', ' \n', '\u200B', undefined, null, 0, {}, []);
const times = fc.constantFrom<unknown>(0, -5, 1.5, 8.64e15, 8.65e15, NaN, Infinity, '12', undefined, null);
const flags = fc.constantFrom<unknown>(true, false, 'true', undefined, null);
const others = fc.dictionary(
  fc.constantFrom('sentiment', 'attachments', 'delivery', 'isCorrected', 'unheard', 'constructor', '__proto__', 'name'),
  fc.oneof(words, flags, fc.constant([{ id: 'a', name: 'b.png' }])),
  { maxKeys: 2 },
);

/** Mostly whole, so that what spoils one is alone in it. */
const mostly = (usual: unknown, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 12 }, { arbitrary: other, weight: 1 });
const objects = (members: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record(members, { requiredKeys }),
      mostly({}, others),
      mostly(Object.prototype, fc.constantFrom(null, { id: 'x' })) as fc.Arbitrary<object | null>,
    )
    .map(([own, more, prototype]) => Object.assign(Object.create(prototype) as object, own, more));
const speakers = objects({ id: mostly('c', words), role: mostly('customer', words), name: mostly('Nora', words) }, [
  'id',
  'role',
]);
const segments = objects(
  {
    id: mostly('s1', words),
    speaker: mostly({ id: 'c', role: 'customer' }, speakers),
    text: mostly('Hello', words),
    isFinal: mostly(true, flags),
    offsetMs: mostly(10, times),
    at: mostly(20, times),
  },
  ['id', 'speaker', 'text', 'isFinal'],
);

describe('isWholeSegment', () => {
  it('sees what a transcript mostly consists of', () => {
    const speaker = { id: 'c', role: 'customer' };
    const segment = { id: 's1', speaker, text: 'Hello', isFinal: true };
    expect(isWholeSegment(segment)).to.equal(true);
    expect(isWholeSegment({ ...segment, offsetMs: 10, at: NOW, speaker: { ...speaker, name: 'Nora' } })).to.equal(true);
  });

  it('says so of none that reading would leave anything out of, or would not take', () => {
    const seen = { whole: 0, other: 0 };
    fc.assert(
      fc.property(fc.oneof(segments, words), fc.boolean(), (segment, isForeign) => {
        // One alone is read member by member.
        const read = usableFact<{ segment: unknown }>(
          { type: 'transcript.corrected', segment, ...on } as never,
          isForeign,
        );
        const isWhole = isWholeSegment(segment);
        seen[isWhole ? 'whole' : 'other'] += 1;
        if (isWhole) expect(read).to.deep.equal({ fact: { type: 'transcript.corrected', segment, ...on }, lost: [] });
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.whole, seen.other)).to.be.above(200);
  });

  it('changes nothing about what is read of a list', () => {
    fc.assert(
      fc.property(segments, fc.boolean(), (segment, isForeign) => {
        const alone = usableFact<{ segment: unknown }>(
          { type: 'transcript.corrected', segment, ...on } as never,
          isForeign,
        );
        const inList = usableFact<{ segments: readonly unknown[] }>(
          { type: 'transcript.appended', segments: [segment], ...on } as never,
          isForeign,
        );
        expect(inList.fact?.segments).to.deep.equal(alone.fact ? [alone.fact.segment] : []);
        expect(inList.lost).to.deep.equal(alone.lost.map((place) => place.replace(/^segment/, 'segments[0]')));
      }),
      { numRuns: 2000 },
    );
  });
});
