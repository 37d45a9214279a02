import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { WORK_ITEM_ORDERS, momentOfSession, workItemsIn } from '../../../src/core/rules/work-items.js';
import type { WorkItemTexts } from '../../../src/core/rules/work-items.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const texts: WorkItemTexts<Session> = {
  titleOf: ({ subject }) => subject ?? '',
  textOf: ({ subject, serviceId }) => `${subject ?? ''} ${serviceId}`,
  momentOf: momentOfSession,
  compare: (one, other) => (one < other ? -1 : one > other ? 1 : 0),
};

const item = (id: string, subject: string, minutes: number, about: Partial<Session> = {}): Session =>
  aSession({ id, subject, since: NOW - minutes * 60_000, times: {}, ...about });

const items: readonly Session[] = [
  item('a', 'Żółta karta', 5),
  item('b', 'Broken boiler', 20),
  item('c', 'Address of Zoé', 5),
  item('d', 'Taken up again', 1, { state: 'unparking', parkedSince: NOW - 30 * 60_000 }),
  item('e', 'Over', 90, { state: 'ended', times: { ended: NOW - 10 * 60_000 } }),
];

const rows: readonly (readonly [string, string, (typeof WORK_ITEM_ORDERS)[number], string])[] = [
  ['who waits longest first; one that is taken up again has waited since it was parked', '', 'longest', 'd b e a c'],
  ['the latest first', '', 'latest', 'a c e b d'],
  ['by name', '', 'name', 'c b e d a'],
  ['without regard to accents and case', 'ZOE', 'longest', 'c'],
  ['by every word, in any order', 'boiler broken', 'longest', 'b'],
  ['by the service', 'card-line', 'name', 'c b e d a'],
  ['a word as it is typed, and no pattern', '.*', 'longest', ''],
  ['spaces look for nothing', '   ', 'latest', 'a c e b d'],
];

describe('work items', () => {
  for (const [name, typed, order, expected] of rows)
    it(name, () => {
      expect(workItemsIn(items, typed, order, texts).map(({ id }) => id)).to.deep.equal(
        expected.split(' ').filter(Boolean),
      );
    });

  it('the order they come in makes no difference, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...items], { minLength: items.length }),
        fc.constantFrom(...WORK_ITEM_ORDERS),
        (shuffled, order) => {
          expect(workItemsIn(shuffled, '', order, texts)).to.deep.equal(workItemsIn(items, '', order, texts));
          expect(workItemsIn(shuffled, '', order, texts)).to.have.length(items.length);
        },
      ),
    );
  });
});
