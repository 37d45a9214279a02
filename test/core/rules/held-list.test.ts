import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { heldList } from '../../../src/core/rules/held-list.js';
import type { ListSections } from '../../../src/core/rules/held-list.js';
import { keptPlaces } from '../../../src/core/rules/kept-places.js';

const LETTERS = Array.from('abcdefghij');

const ids = fc.uniqueArray(fc.constantFrom(...LETTERS), { maxLength: 8 });

/** Some ids, each in one of three sections. */
const sections: fc.Arbitrary<ListSections> = fc
  .array(fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom('active', 'parked', 'history')), { maxLength: 10 })
  .map((pairs) => {
    const of = [...new Map(pairs as [string, string][])];
    const named = (name: string): string[] => of.filter(([, section]) => section === name).map(([id]) => id);
    return { active: named('active'), parked: named('parked'), history: named('history') };
  });

const lines = ({ active, parked, come = [], history }: ListSections): string[] => [
  ...active,
  ...parked,
  ...come,
  ...history,
];

describe('heldList', () => {
  it('keeps the order of all that is still there, and forgets none that is worked on', () => {
    fc.assert(
      fc.property(sections, sections, (shown, next) => {
        const held = heldList(shown, next, () => false);
        if (!held) return;
        const there = lines(next);
        expect(lines(held.sections).filter((id) => lines(shown).includes(id))).to.deep.equal(
          lines(shown).filter((id) => there.includes(id)),
        );
        const inHistory = new Set([...next.history]);
        for (const id of there) if (!inHistory.has(id)) expect(lines(held.sections)).to.include(id);
        expect(lines(held.sections).length + held.waiting).to.equal(there.length);
      }),
    );
  });

  it('holds nothing once the agent has asked for what moves a session', () => {
    const shown = { active: ['a'], parked: ['b'], history: ['c'] };
    const next = { active: [], parked: ['b', 'a'], history: ['c'] };
    expect(heldList(shown, next, () => false)?.sections.active).to.deep.equal(['a']);
    expect(heldList(shown, next, (id) => id === 'a')).to.equal(undefined);
    // Of a session that stays where it is nothing follows.
    expect(heldList(shown, next, (id) => id === 'b')?.sections.active).to.deep.equal(['a']);
  });
});

describe('keptPlaces', () => {
  it('moves no offer that stays, as seen from the foot', () => {
    fc.assert(
      fc.property(fc.array(ids, { minLength: 2, maxLength: 6 }), fc.boolean(), (turns, isPointed) => {
        let places: readonly string[] = [];
        for (const turn of turns) {
          const before = places;
          places = keptPlaces(before, turn, 2, isPointed);
          const stay = before.filter((id) => id !== '' && turn.includes(id));
          for (const id of stay)
            expect(places.length - places.indexOf(id)).to.equal(before.length - before.indexOf(id));
          expect(places.filter((id) => id !== '').sort()).to.deep.equal([...turn].sort());
          expect(places.length).to.be.at.least(2);
        }
      }),
    );
  });

  const TABLE: readonly (readonly [
    string,
    readonly string[],
    readonly string[],
    number,
    boolean,
    readonly string[],
  ])[] = [
    ['stands in the order of its own at first', [], ['a', 'b', 'c'], 2, false, ['a', 'b', 'c']],
    ['fills a free place', ['a', ''], ['a', 'b'], 2, false, ['a', 'b']],
    ['grows upwards', ['a', 'b'], ['a', 'b', 'c'], 2, false, ['c', 'a', 'b']],
    ['grows downwards where no room is kept', ['a', 'b'], ['c', 'a', 'b'], 0, false, ['a', 'b', 'c']],
    ['gives room back from above', ['c', 'a', 'b'], ['a', 'b'], 2, false, ['a', 'b']],
    ['leaves a place free under the pointer', ['a', 'b'], ['b'], 0, true, ['', 'b']],
    ['closes up without the pointer', ['a', 'b'], ['b'], 0, false, ['b']],
    ['begins anew when all have gone', ['a', 'b'], [], 2, false, ['', '']],
  ];
  for (const [what, places, now, kept, isPointed, expected] of TABLE)
    it(what, () => {
      expect(keptPlaces(places, now, kept, isPointed)).to.deep.equal(expected);
    });
});
