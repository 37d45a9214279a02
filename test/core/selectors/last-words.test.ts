import { expect } from '@open-wc/testing';
import { selectLastWords } from '../../../src/core/selectors/select-last-words.js';
import type { LastWords } from '../../../src/core/selectors/select-last-words.js';
import { SegmentList } from '../../../src/core/state/segment-list.js';
import type { TranscriptSegment } from '../../../src/index.js';

const customer = { id: 'c', role: 'customer' } as const;
const agent = { id: 'a', role: 'agent' } as const;
const said = (id: string, text: string, speaker: TranscriptSegment['speaker'] = customer, isFinal = true) => ({
  id,
  speaker,
  text,
  isFinal,
});
const lastOf = (...segments: readonly TranscriptSegment[]): LastWords | undefined => {
  const list = segments.reduce((known, segment) => known.with(segment), SegmentList.empty);
  const state = { transcripts: new Map([['s', list]]) };
  return selectLastWords('s').read(state as never);
};

describe('the last words of a customer', () => {
  it('are what the customer wrote last, whoever wrote after it', () => {
    expect(lastOf(said('1', 'One'), said('2', 'Two'), said('3', 'An answer', agent))).to.equal('Two');
  });

  it('are neither half said nor blank', () => {
    expect(lastOf(said('1', 'One'), said('2', ' \u200B'), said('3', 'Tw', customer, false))).to.equal('One');
  });

  it('are the files of a message without words, and its words where it has both', () => {
    const attachments = [{ id: 'a', name: 'photo.png' }];
    expect(lastOf(said('1', 'One'), { ...said('2', ' '), attachments })).to.equal(attachments);
    expect(lastOf({ ...said('1', 'One'), attachments })).to.equal('One');
    expect(lastOf({ ...said('1', ''), attachments: [] })).to.equal(undefined);
  });

  it('are none where nothing is here, or too far back to be the last', () => {
    expect(lastOf()).to.equal(undefined);
    const answers = Array.from({ length: 20 }, (_, at) => said(`a${String(at)}`, 'An answer', agent));
    expect(lastOf(said('1', 'One'), ...answers)).to.equal(undefined);
    expect(lastOf(said('1', 'One'), ...answers.slice(1))).to.equal('One');
  });
});
