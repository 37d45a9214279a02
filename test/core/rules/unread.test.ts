import { expect } from '@open-wc/testing';
import { unreadMark } from '../../../src/core/rules/unread.js';

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
