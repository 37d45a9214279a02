import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { heldItems, shownItems } from '../../../src/core/rules/open-items.js';
import type { OpenItem } from '../../../src/index.js';

const item = (id: string, since: number): OpenItem => ({ id, serviceId: 's', modality: 'im', since });

const a = item('a', 1);
const b = item('b', 2);
const c = item('c', 3);
const d = item('d', 4);

const rows: readonly (readonly [
  string,
  readonly OpenItem[],
  readonly OpenItem[],
  string | undefined,
  string,
  number,
])[] = [
  ['nothing has changed', [a, b], [a, b], undefined, 'a b', 0],
  ['one was picked: its row says so, and keeps its place', [a, b, c], [a, c], undefined, 'a -b c', 0],
  ['one is new: it waits until the agent is out of the list', [a, b], [a, b, c], undefined, 'a b', 1],
  ['one is new and waits longest: it does not move the others either', [b, c], [a, b, c], undefined, 'b c', 1],
  ['all were picked', [a, b], [], undefined, '-a -b', 0],
  ['one is beyond what was read: nobody knows whether it has gone', [a, b, c, d], [a, b], '2', 'a b c d', 0],
  ['one that waits longer than what was read last is gone', [a, b, c], [b, c], '2', '-a b c', 0],
  ['what was said of an item anew is shown', [a], [{ ...a, subject: 'Lamp' }], undefined, 'a:Lamp', 0],
];

describe('open work while the agent is in it', () => {
  for (const [name, before, items, next, expected, waiting] of rows)
    it(name, () => {
      const held = heldItems(shownItems(before), { items, ...(next === undefined ? {} : { next }) });
      expect(
        held.shown.map(
          ({ item: { id, subject }, isGone }) =>
            `${isGone ? '-' : ''}${id}${subject === undefined ? '' : `:${subject}`}`,
        ),
      ).to.deep.equal(expected.split(' '));
      expect(held.waiting).to.equal(waiting);
    });

  it('no row ever moves, comes or goes, and none that waits is called gone', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    const itemsOf = (places: readonly number[]): OpenItem[] =>
      [...places].sort((one, other) => one - other).map((place) => item(String(place), place));
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (before, after, hasMore) => {
        const shown = itemsOf(before);
        const items = itemsOf(after);
        const held = heldItems(shownItems(shown), { items, ...(hasMore ? { next: 'more' } : {}) });
        expect(held.shown.map((own) => own.item.id)).to.deep.equal(shown.map(({ id }) => id));
        for (const own of held.shown)
          if (items.some(({ id }) => id === own.item.id)) expect(own.isGone).to.equal(false);
        expect(held.waiting).to.equal(items.filter(({ id }) => !shown.some((own) => own.id === id)).length);
        // The same reading once more changes nothing.
        const again = heldItems(held.shown, { items, ...(hasMore ? { next: 'more' } : {}) });
        expect(again).to.deep.equal(held);
      }),
    );
  });
});
