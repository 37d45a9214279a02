import { expect } from '@open-wc/testing';
import type { TranscriptSegment } from '../../../src/index.js';
import { unreadAfter, unreadMark } from '../../../src/core/rules/unread.js';

describe('a number of unread messages', () => {
  const table = [
    [1, '1'],
    [9, '9'],
    [10, '+'],
    [11, '+'],
    [1000, '+'],
  ] as const;
  for (const [count, mark] of table) {
    it(`${String(count)} is shown as ${mark}`, () => expect(unreadMark(count)).to.equal(mark));
  }
});

describe('what is unread behind a message', () => {
  const said = (id: string, role: string, isFinal = true): TranscriptSegment => ({
    id,
    speaker: { id: role, role },
    text: id,
    isFinal,
  });
  const segments = [
    said('hello', 'customer'),
    said('good morning', 'agent'),
    said('a question', 'customer'),
    said('and', 'customer', false),
    said('more', 'customer'),
  ];

  it('is what the customer has said to the end after it', () => {
    expect(unreadAfter(segments, 'hello')).to.equal(2);
    expect(unreadAfter(segments, 'a question')).to.equal(1);
    expect(unreadAfter(segments, 'more')).to.equal(0);
  });

  it('is all of it where the message is not here', () => {
    expect(unreadAfter(segments, 'of yesterday')).to.equal(3);
  });
});
