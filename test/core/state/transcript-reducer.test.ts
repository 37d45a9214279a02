import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { SegmentList } from '../../../src/core/state/segment-list.js';
import { transcriptReducer, withoutRepeats } from '../../../src/core/state/transcript-reducer.js';
import { transcriptStep } from '../../../src/core/state/transcript-step.js';
import type { TranscriptFact, TranscriptSegment } from '../../../src/index.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const on = { sessionId: 'call-1', at: NOW } as const;
const speaker = { id: 'customer', role: 'customer' } as const;

const said = (...segments: readonly TranscriptSegment[]): TranscriptFact => ({
  type: 'transcript.appended',
  segments,
  ...on,
});
const corrected = (segment: TranscriptSegment): TranscriptFact => ({ type: 'transcript.corrected', segment, ...on });
const interim = (id: string, text: string, offsetMs = 0): TranscriptSegment => ({
  id,
  speaker,
  text,
  isFinal: false,
  offsetMs,
});
const final = (id: string, text: string, offsetMs = 0): TranscriptSegment => ({
  id,
  speaker,
  text,
  isFinal: true,
  offsetMs,
});

/** As the store plays facts: each without what is known already. */
const play = (...facts: readonly TranscriptFact[]): SegmentList | undefined =>
  facts.reduce<SegmentList | undefined>((list, fact) => transcriptReducer(list, withoutRepeats(list, fact)), undefined);

const textsOf = (list: SegmentList | undefined): readonly string[] => Array.from(list ?? [], ({ text }) => text);

describe('a transcript', () => {
  it('shows each interim in place of the one before, and the final at last', () => {
    const words = [interim('u1', 'My'), interim('u1', 'My card'), final('u1', 'My card is lost.')];
    const shown = words.map((_, count) => textsOf(play(...words.slice(0, count + 1).map((segment) => said(segment)))));
    expect(shown).to.deep.equal([['My'], ['My card'], ['My card is lost.']]);
  });

  it('ignores an interim that comes after its final', () => {
    const known = play(said(final('u1', 'My card is lost.')));
    expect(transcriptReducer(known, withoutRepeats(known, said(interim('u1', 'My car'))))).to.equal(known);
  });

  it('ignores a final that comes again, also within one fact', () => {
    const once = final('u1', 'Yes.');
    expect(withoutRepeats(undefined, said(once, { ...once, text: 'Yes?' }))).to.deep.equal(said(once));
    const known = play(said(once));
    expect(transcriptReducer(known, withoutRepeats(known, said({ ...once, text: 'Yes!' })))).to.equal(known);
  });

  it('does not take the words of another for a repeat because of an id that is used again', () => {
    const said1 = { ...final('u1', 'Hello'), speaker };
    const others = [1, 2, 3].map((n) => ({
      ...final('u1', `turn ${String(n)}`, n * 1000),
      speaker: { id: `spk${String(n)}`, role: 'customer' },
    }));
    const early = { ...others[0]!, isFinal: false, text: 'tu' };
    const once = play(said(said1), said(early), said(...others));
    expect(textsOf(once)).to.deep.equal(['Hello', 'turn 1', 'turn 2', 'turn 3']);
    expect(once?.get('u1')).to.equal(said1);
    const again = transcriptReducer(once, withoutRepeats(once, said(said1, early, ...others)));
    expect(again).to.equal(once);
    expect(textsOf(play(said(said1, ...others, ...others)))).to.deep.equal(textsOf(once));
  });

  it('takes an interim that comes late for one, whoever recognition took for the speaker', () => {
    const known = play(said(final('u1', 'Yes.', 50)));
    const late = { ...interim('u1', 'Ye', 50), speaker: { id: 'unknown', role: '' } };
    expect(transcriptReducer(known, withoutRepeats(known, said(late)))).to.equal(known);
  });

  for (const blank of ['', ' \n', '\u200B\u200E', '\u3164', '\u2800', '\uFE0F'])
    it(`has no line of which nothing is seen: ${JSON.stringify(blank)}`, () => {
      expect(play(said(final('u1', blank)))).to.equal(undefined);
      expect(withoutRepeats(undefined, said(final('u1', blank), final('u2', 'Yes')))).to.deep.equal(
        said(final('u2', 'Yes')),
      );
      expect(textsOf(play(said(interim('u1', 'Mm'), final('u2', 'Yes')), said(final('u1', blank))))).to.deep.equal([
        'Yes',
      ]);
      const inOneFact = said(interim('u1', 'Mm'), final('u1', blank), interim('u1', 'M'), final('u2', 'Yes'));
      expect(textsOf(play(inOneFact))).to.deep.equal(['Yes']);
      expect(
        textsOf(play(said(final('u1', 'Secret'), final('u2', 'Yes')), corrected(final('u1', blank)))),
      ).to.deep.equal(['Yes']);
    });

  it('comes to the same in one step as in two, whatever a fact repeats', () => {
    const segments = fc.record<TranscriptSegment>(
      {
        id: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6', '__proto__'),
        speaker: fc.constantFrom<TranscriptSegment['speaker']>(speaker, { id: 'agent', role: 'agent', name: 'Nora' }),
        text: fc.constantFrom('Yes', 'No', 'Well', ' '),
        isFinal: fc.boolean(),
        offsetMs: fc.integer({ min: 0, max: 9 }),
        at: fc.integer({ min: 0, max: 9 }),
      },
      { requiredKeys: ['id', 'speaker', 'text', 'isFinal'] },
    );
    const facts = fc.oneof(
      fc.array(segments, { maxLength: 8 }).map((several) => said(...several)),
      fc
        .array(segments, { maxLength: 8 })
        .map((several) => said(...several.map((own, at) => ({ ...own, id: `u${String(at)}`, offsetMs: at })))),
      segments.map(corrected),
    );
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 6 }), (history) => {
        let inOne: SegmentList | undefined;
        let inTwo: SegmentList | undefined;
        for (const fact of history) {
          const step = transcriptStep(inOne, fact);
          const news = withoutRepeats(inTwo, fact);
          expect(step.news).to.deep.equal(news);
          expect(step.news === fact).to.equal(news === fact);
          inOne = step.transcript;
          inTwo = transcriptReducer(inTwo, news);
          expect([...(inOne ?? [])]).to.deep.equal([...(inTwo ?? [])]);
          expect(inOne?.nameless).to.deep.equal(inTwo?.nameless);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('passes a fact with nothing known in it on as it is', () => {
    const fact = said(interim('u1', 'My'), final('u1', 'My card'), final('u2', 'is lost'));
    expect(withoutRepeats(undefined, fact)).to.equal(fact);
  });

  it('a correction replaces a final in its place and says so', () => {
    const list = play(
      said(final('u1', 'One', 100), final('u2', 'Too', 200), final('u3', 'Three', 300)),
      corrected(final('u2', 'Two', 200)),
    );
    expect(textsOf(list)).to.deep.equal(['One', 'Two', 'Three']);
    expect(list?.get('u2')).to.include({ isFinal: true, isCorrected: true });
  });

  it('a correction that comes before what it corrects stays', () => {
    const list = play(corrected(interim('u1', 'Right', 50)), said(final('u1', 'Wrong', 50), interim('u1', 'Wr', 50)));
    expect(textsOf(list)).to.deep.equal(['Right']);
    expect(list?.get('u1')?.isFinal).to.equal(true);
  });

  it('the last of several corrections counts', () => {
    const list = play(said(final('u1', 'a')), corrected(final('u1', 'b')), corrected(final('u1', 'c')));
    expect(textsOf(list)).to.deep.equal(['c']);
  });

  it('that will not come stays unknown', () => {
    expect(play({ type: 'transcript.unavailable', reason: 'No recognizer', ...on })).to.equal(undefined);
  });

  it('is the same whatever order finals and their repeats come in, and however they are cut into facts', () => {
    const utterances = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(utterances, fc.infiniteStream(fc.nat()), (numbers, random) => {
        const rank = (): number => random.next().value as number;
        const finals = numbers.map((number) => final(`u${String(number)}`, `words ${String(number)}`, number));
        const shuffled = [...finals, ...finals, ...finals.map((segment) => ({ ...segment, isFinal: false }))]
          .filter((segment) => segment.isFinal || rank() % 2 === 0)
          .map((segment) => ({ segment, rank: rank() }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ segment }) => segment);
        const facts = shuffled.length % 2 === 0 ? [said(...shuffled)] : shuffled.map((segment) => said(segment));
        const expected = finals.toSorted((one, other) => one.offsetMs! - other.offsetMs!);
        expect([...(play(...facts) ?? [])]).to.deep.equal(expected);
      }),
    );
  });
});

describe('how far a message has come', () => {
  type Delivery = NonNullable<TranscriptSegment['delivery']>;
  const message: TranscriptSegment = { ...final('m1', 'We are on our way.'), delivery: 'sent' };
  const told = (delivery: Delivery, reason?: string, segmentId = 'm1'): TranscriptFact => ({
    type: 'message.delivery-changed',
    segmentId,
    delivery,
    ...(reason === undefined ? {} : { reason }),
    ...on,
  });
  const after = (...facts: readonly TranscriptFact[]): TranscriptSegment | undefined =>
    play(said(message), ...facts)?.get('m1');

  for (const [name, facts, delivery] of [
    ['goes forward', [told('delivered'), told('read')], 'read'],
    ['may skip a step', [told('read')], 'read'],
    ['never goes back', [told('read'), told('delivered'), told('sent')], 'read'],
    ['what was delivered has not failed', [told('delivered'), told('failed')], 'delivered'],
    ['a message that failed may be sent after all', [told('failed', 'No signal'), told('sent')], 'sent'],
  ] as const) {
    it(name, () => {
      expect(after(...facts)?.delivery).to.equal(delivery);
    });
  }

  it('says why it failed until it has not', () => {
    expect(after(told('failed', 'No signal'))?.deliveryFailure).to.equal('No signal');
    expect(after(told('failed', 'No signal'), told('sent'))).to.not.have.property('deliveryFailure');
  });

  it('of a message that is not here, or told twice, changes nothing', () => {
    const known = play(said(message), told('delivered'));
    expect(transcriptReducer(known, told('delivered'))).to.equal(known);
    expect(transcriptReducer(known, told('read', undefined, 'elsewhere'))).to.equal(known);
    expect(transcriptReducer(undefined, told('read'))).to.equal(undefined);
  });
});
