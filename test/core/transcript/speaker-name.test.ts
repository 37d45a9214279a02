import { expect } from '@open-wc/testing';
import { SegmentList } from '../../../src/core/state/segment-list.js';
import { numbersIn, numbersOf, speakerName } from '../../../src/core/transcript/speaker-name.js';
import type { TranscriptSegment } from '../../../src/index.js';
import { speakerWords } from '../../../src/localize/en/speakers.js';

const said = (id: string, role: string, name?: string): TranscriptSegment => ({
  id: `${role}-${id}-${name ?? ''}`,
  speaker: { id, role, ...(name === undefined ? {} : { name }) },
  text: 'Hello',
  isFinal: true,
});
const segments = [
  said('a', ''),
  said('b', ''),
  said('c', 'customer', 'Nora Feld'),
  said('c', 'customer'),
  said('d', 'customer', ' \u200B'),
  said('x', 'agent'),
  said('y', 'agent'),
  said('s', 'coach'),
  said('t', 'coach'),
  said('a', ''),
];
const names = [
  'Speaker 1',
  'Speaker 2',
  'Nora Feld',
  'Customer',
  'Customer 2',
  'Agent',
  'Agent',
  'coach',
  'coach 2',
  'Speaker 1',
];

describe('who speaks', () => {
  it('has a name, a role or a number', () => {
    const numberOf = numbersOf(segments);
    expect(segments.map(({ speaker }) => speakerName(speaker, speakerWords, numberOf))).to.deep.equal(names);
  });

  it('keeps the number, whatever comes before it later', () => {
    const timed = [9, 8, 7, 6].map((offsetMs, index) => ({ ...said(`p${String(index)}`, ''), offsetMs }));
    const list = timed.reduce((all, segment) => all.with(segment), SegmentList.empty);
    const nameOf =
      (all: SegmentList) =>
      ({ speaker }: TranscriptSegment) =>
        speakerName(speaker, speakerWords, numbersIn(all));
    expect(timed.map(nameOf(list))).to.deep.equal(['Speaker 1', 'Speaker 2', 'Speaker 3', 'Speaker 4']);
    expect(timed.map(nameOf(list.without(timed[0]!.id)))).to.deep.equal(timed.map(nameOf(list)));
  });
});
