import { expect } from '@open-wc/testing';
import { cursorAfter, judgeEvent, judgeHead } from '../../../src/gateways/http/position.js';
import type { Judgement } from '../../../src/gateways/http/position.js';

const EPOCH = 'a';
const READ = 7;

describe('an event, to a reader who has read up to 7', () => {
  const table: readonly [string, number, number, Judgement][] = [
    ['the next', 8, 7, 'apply'],
    ['the next after a skip of numbers', 12, 7, 'apply'],
    ['one that follows an older one, as a snapshot may stand beyond it', 8, 6, 'apply'],
    ['one whose predecessor is not known', 9, 8, 'gap'],
    ['the one that was read last', 7, 6, 'duplicate'],
    ['an older one', 6, 5, 'duplicate'],
    ['an older one that names a predecessor of tomorrow', 7, 9, 'duplicate'],
  ];
  for (const [what, seq, prev, judgement] of table)
    it(`${what} (${String(seq)} after ${String(prev)}): ${judgement}`, () => {
      expect(judgeEvent({ epoch: EPOCH, seq: READ }, { epoch: EPOCH, seq, prev })).to.equal(judgement);
      expect(judgeEvent({ epoch: EPOCH, seq: READ }, { epoch: 'b', seq, prev }), 'in another life of the log').to.equal(
        'other-epoch',
      );
    });
});

describe('a head, to a reader who stands at 7', () => {
  const table: readonly [string, boolean, number, Judgement][] = [
    ['by an event', true, 7, 'duplicate'],
    ['by an event', true, 8, 'gap'],
    ['by an event', true, 6, 'gap'],
    ['by a snapshot', false, 7, 'duplicate'],
    ['by a snapshot', false, 8, 'gap'],
    ['by a snapshot', false, 6, 'duplicate'],
  ];
  for (const [how, isEvent, head, judgement] of table)
    it(`${how}, of ${String(head)}: ${judgement}`, () => {
      const cursor = { epoch: EPOCH, seq: READ, isEvent };
      expect(judgeHead(cursor, { epoch: EPOCH, head })).to.equal(judgement);
      expect(judgeHead(cursor, { epoch: 'b', head })).to.equal('other-epoch');
    });
});

it('the position after an event is that of the event', () => {
  expect(cursorAfter({ epoch: 'b', seq: 9 })).to.deep.equal({ epoch: 'b', seq: 9, isEvent: true });
});
