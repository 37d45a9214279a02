import { expect } from '@open-wc/testing';
import type { TranscriptSegment } from '../../src/core/model/transcript-segment.js';
import type { Line } from '../../src/gateways/in-memory/dialogue.js';
import type { Beat, Stage } from '../../src/gateways/in-memory/timeline.js';
import { timelineOf } from '../../src/gateways/in-memory/timeline.js';

const call: Stage = {
  sessionId: 's',
  modality: 'audio-video',
  isTranscribed: true,
  agentName: 'Maren',
  customerName: 'Hanne',
};
const chat: Stage = { ...call, modality: 'im', isTranscribed: false };

const says = (text: string, more: Partial<Line> = {}): Line => ({ by: 'customer', text, ...more });

const segmentsOf = (beats: readonly Beat[]): readonly TranscriptSegment[] =>
  beats.flatMap(({ happenings }) =>
    happenings.flatMap((fact) => (fact.type === 'transcript.appended' ? fact.segments : [])),
  );

const lasts = (beats: readonly Beat[]): number => beats.reduce((sum, { afterMs }) => sum + afterMs, 0);

describe('timeline of a dialogue', () => {
  it('speech grows by words and is final in the end', () => {
    const segments = segmentsOf(timelineOf({ lines: [says('One two three, four five six seven.')] }, call));
    expect(segments.map(({ text, isFinal }) => [text, isFinal])).to.deep.equal([
      ['One two three', false],
      ['One two three, four five six', false],
      ['One two three, four five six seven.', true],
    ]);
    expect(new Set(segments.map(({ id }) => id)).size).to.equal(1);
    expect(segments[0]?.speaker).to.deep.equal({ id: 'customer', role: 'customer', name: 'Hanne' });
  });

  it('speech in scripts without spaces grows, too', () => {
    expect(
      segmentsOf(timelineOf({ lines: [says('我想找一家人均消费在一百元的餐馆。')] }, call)).length,
    ).to.be.greaterThan(2);
  });

  it('speech that is not transcribed takes its time and leaves no text, but what it reveals', () => {
    const lines = [
      says('One two three four.', { sentiment: 'negative', reveals: { customer: { name: 'Hanne Riis' } } }),
    ];
    const silent = timelineOf({ lines }, { ...call, isTranscribed: false });
    expect(segmentsOf(silent)).to.deep.equal([]);
    expect(silent.flatMap(({ happenings }) => happenings.map(({ type }) => type))).to.deep.equal([
      'sentiment.changed',
      'customer.identified',
    ]);
    expect(lasts(silent)).to.be.closeTo(lasts(timelineOf({ lines }, call)), 0.001);
  });

  it('messages come as a whole, after the time it takes to write them', () => {
    const beats = timelineOf({ lines: [says('Hi'), says('x'.repeat(50)), says('y'.repeat(5000))] }, chat);
    expect(beats.map(({ afterMs }) => afterMs)).to.deep.equal([0, 3500, 9000]);
    expect(segmentsOf(beats).every(({ isFinal }) => isFinal)).to.equal(true);
  });

  it('keeps the moments of a recording, also where people talk at the same time', () => {
    const lines = [
      says('One two three four five six.', { offsetMs: 1000, endMs: 9000 }),
      says('Yes.', { by: 'agent', offsetMs: 4000, endMs: 4500 }),
      says('Three.', { offsetMs: 9000, endMs: 10_000 }),
    ];
    const beats = timelineOf({ lines }, call);
    let now = 0;
    const said = beats.flatMap(({ afterMs, happenings }) => {
      now += afterMs;
      return segmentsOf([{ afterMs, by: 'system', line: 2, happenings }]).map(({ text, offsetMs, isFinal }) => [
        now,
        text,
        offsetMs,
        isFinal,
      ]);
    });
    expect(said).to.deep.equal([
      [4500, 'Yes.', 4000, true],
      [5000, 'One two three', 1000, false],
      [9000, 'One two three four five six.', 1000, true],
      [10_000, 'Three.', 9000, true],
    ]);
  });

  it('lets a line without a moment of its own wait until all that was said is said', () => {
    const lines = [
      says('One two three four five six.', { offsetMs: 0, endMs: 8000 }),
      says('Yes.', { offsetMs: 2000, endMs: 2500 }),
      says('Then.'),
    ];
    expect(segmentsOf(timelineOf({ lines }, call)).at(-1)).to.include({ text: 'Then.', offsetMs: 8900 });
  });

  it('corrects what was misheard', () => {
    const beats = timelineOf({ lines: [says('The screen went dark.', { misheard: 'The cream went dark.' })] }, call);
    expect(segmentsOf(beats).at(-1)?.text).to.equal('The cream went dark.');
    expect(beats.at(-1)?.happenings[0]).to.deep.include({ type: 'transcript.corrected' });
    expect(beats.at(-1)?.happenings[0]).to.have.nested.property('segment.text', 'The screen went dark.');
  });

  it('delivers a line twice as a repetition that is no news', () => {
    const [beat] = timelineOf({ lines: [says('Hi', { delivery: 'twice' })] }, chat);
    expect(beat?.repeats).to.deep.equal(beat?.happenings);
  });

  for (const lines of [[says('late', { delivery: 'late' }), says('next')], [says('late', { delivery: 'late' })]]) {
    it(`delivers a late line after the ${String(lines.length)} that it holds, at its own moment of the conversation`, () => {
      const segments = segmentsOf(timelineOf({ lines }, chat));
      expect(segments).to.have.length(lines.length);
      expect(segments.at(-1)).to.include({ text: 'late', offsetMs: 0 });
    });
  }
});
