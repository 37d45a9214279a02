import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { tintOf } from '../../../src/core/rules/tint-of.js';

/** As many as the styles of cards have. */
const TINTS = 6;

describe('the tint of a person', () => {
  it('is one of those there are', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const tint = tintOf({ id, customer: { id } });
        return Number.isInteger(tint) && tint >= 0 && tint < TINTS;
      }),
    );
  });

  it('stays with the person in every session, whatever else is known of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (key, one, other) => {
        expect(tintOf({ id: one, customer: { id: key, name: one } })).to.equal(
          tintOf({ id: other, customer: { id: key, name: other }, caller: { phone: other } }),
        );
        expect(tintOf({ id: one, caller: { phone: key } })).to.equal(tintOf({ id: other, caller: { phone: key } }));
      }),
    );
  });

  it('is the same on every page and day', () => {
    const tints = ['C-1', 'Nora Feld', '+41445550133', '', 'x'.repeat(300)].map((id) =>
      tintOf({ id, customer: { id } }),
    );
    expect(tints).to.deep.equal([5, 1, 0, 0, 4]);
  });

  it('looks at no more than the beginning of a name without end', () => {
    const of = (id: string): number => tintOf({ id });
    expect(of(`${'x'.repeat(200)}1`)).to.equal(of(`${'x'.repeat(200)}2`));
    const within = Array.from({ length: 20 }, (_, at) => of(`${'x'.repeat(199)}${String.fromCharCode(97 + at)}`));
    expect(new Set(within).size).to.equal(TINTS);
  });

  it('is not one for all', () => {
    const tints = Array.from({ length: 100 }, (_, index) =>
      tintOf({ id: 's', customer: { id: `C-${String(index)}` } }),
    );
    expect(new Set(tints).size).to.equal(TINTS);
  });
});
