import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { HISTORY_BOUNDS, beyondBounds, pagedBackAfter } from '../../../src/core/rules/letting-go.js';

const ENDED = ['e', 'd', 'c', 'b', 'a'];
const none = (): boolean => false;

describe('what of the history is let go of', () => {
  for (const [name, bounds, kept, sessions, transcripts] of [
    ['nothing within the bounds', { sessions: 5, transcripts: 5 }, '', '', ''],
    ['transcripts before records', { sessions: 4, transcripts: 2 }, '', 'a', 'cb'],
    ['no transcript of a record that goes, which takes it along', { sessions: 2, transcripts: 1 }, '', 'cba', 'd'],
    ['nothing that somebody needs', { sessions: 3, transcripts: 1 }, 'ca', 'b', 'd'],
    ['no more for what is kept beyond the bound', { sessions: 2, transcripts: 2 }, 'a', 'cb', ''],
    ['all of it at no bound', { sessions: 0, transcripts: 0 }, '', 'edcba', ''],
    ['transcripts alone where all records stay', { sessions: Infinity, transcripts: 3 }, '', '', 'ba'],
    ['nothing without an end', { sessions: Infinity, transcripts: Infinity }, '', '', ''],
    ['with a record what was said in it, however much that may be', { sessions: 3, transcripts: 9 }, '', 'ba', ''],
  ] as const)
    it(`is ${name}`, () => {
      const goes = beyondBounds(ENDED, bounds, (id) => kept.includes(id));
      expect([goes.sessions.join(''), goes.transcripts.join('')]).to.deep.equal([sessions, transcripts]);
    });

  it('is what is beyond 200 records and 20 transcripts where nobody says otherwise', () => {
    const ids = Array.from({ length: 300 }, (_, index) => String(index));
    const { sessions, transcripts } = beyondBounds(ids, HISTORY_BOUNDS, none);
    expect(sessions).to.deep.equal(ids.slice(200));
    expect(transcripts).to.deep.equal(ids.slice(20, 200));
  });

  it('is each session once, never one that is kept or within its bound, and every other one', () => {
    const histories = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(histories, fc.nat(45), fc.nat(45), fc.func(fc.boolean()), (ended, sessions, transcripts, isKept) => {
        const goes = beyondBounds(ended, { sessions, transcripts }, isKept);
        const expected = (id: string): string => {
          const place = ended.indexOf(id);
          if (isKept(id)) return 'stays';
          if (place >= sessions) return 'goes';
          return place >= transcripts ? 'silent' : 'stays';
        };
        const found = (id: string): string =>
          goes.sessions.includes(id) ? 'goes' : goes.transcripts.includes(id) ? 'silent' : 'stays';
        expect(ended.map(found)).to.deep.equal(ended.map(expected));
        const all = [...goes.sessions, ...goes.transcripts];
        expect(new Set(all).size).to.equal(all.length);
      }),
    );
  });
});

describe('what an agent has paged back to', () => {
  for (const [name, before, count, after] of [
    ['is nothing within the bound', 0, 7, 0],
    ['is nothing that was not paged to', 0, 12, 0],
    ['stays as long as nothing ends', 5, 15, 5],
    ['goes one earlier for each session that ends', 5, 16, 4],
    ['goes as fast for several at once', 5, 18, 2],
    ['is nothing more in the end', 1, 14, 0],
    ['is no more than there is', 5, 12, 2],
    ['is forgotten with a new truth', 5, 3, 0],
  ] as const)
    it(name, () => {
      expect(pagedBackAfter(before, count, 10)).to.equal(after);
    });

  it('comes down to the bound, by one with each session that ends', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(60), (bound, pages) => {
        let pagedBack = pages;
        let count = bound + pages;
        for (let ended = 0; ended < pages; ended += 1) {
          count += 1;
          pagedBack = pagedBackAfter(pagedBack, count, bound);
          count = Math.min(count, bound + pagedBack);
          expect(count).to.equal(bound + pages - ended - 1);
        }
        expect(count).to.equal(bound);
      }),
    );
  });
});
