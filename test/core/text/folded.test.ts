import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { folded, search, unaccented } from '../../../src/core/text/folded.js';

describe('a folded text', () => {
  const table: readonly [string, readonly string[]][] = [
    ['case', ['Straße', 'STRAßE']],
    ['width', ['VIP', 'ｖｉｐ', 'Ｖip']],
    ['composition', ['café', 'cafe\u0301']],
    ['half-width syllables', ['カード', 'ｶｰﾄﾞ']],
    ['a sigma at the end of a word', ['ΟΔΟΣ', 'οδος', 'οδοσ']],
    ['spacing', ['call back', '  call \u00A0 back\n']],
    ['ligatures and small figures', ['first ﬁeld²', 'FIRST field2']],
  ];
  for (const [what, texts] of table)
    it(`is the same whatever the ${what}`, () => {
      expect(new Set(texts.map(folded)).size).to.equal(1);
    });

  it('keeps apart what differs in letters and accents', () => {
    expect(new Set(['resume', 'résumé', 'vip', 'vips'].map(folded)).size).to.equal(4);
  });

  it('folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(folded(text))).to.equal(folded(text));
      }),
      { numRuns: 1000 },
    );
  });
});

/** What search looks at: without accents, and without the points of Hebrew and Arabic, which may be left out. */
const bare = (text: string): string =>
  unaccented(text)
    .trim()
    .replace(/[\u0591-\u05C7\u064B-\u0652\u0670]/g, '');

describe('searching a list', () => {
  const labels = ['Lost card', 'Card lost or stolen', 'Card limit', 'カード 紛失'];

  it('finds texts that hold every word, in any order and whatever the case, those that begin alike first', () => {
    expect(search('LOST card', labels)).to.deep.equal([0, 1]);
    expect(search('card', labels)).to.deep.equal([1, 2, 0]);
    expect(search('ｶｰﾄﾞ', labels)).to.deep.equal([3]);
    expect(search('stolen lost', labels)).to.deep.equal([1]);
    expect(search('lost visa', labels)).to.deep.equal([]);
  });

  it('takes what is typed as text and not as a pattern', () => {
    expect(search('.*', ['anything', 'a.*b'])).to.deep.equal([1]);
    expect(search('(a+)+$', ['a'.repeat(5000)])).to.deep.equal([]);
    expect(search('__proto__', ['__proto__', 'constructor'])).to.deep.equal([0]);
  });

  it('finds each text by itself and by any part of it, once, and none that lacks a word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), fc.nat(), fc.nat(), (texts, from, to) => {
        texts.forEach((text, at) => {
          expect(search(text, texts)).to.include(at);
          const part = folded(text).slice(Math.min(from, to) % 20, Math.max(from, to) % 20);
          const found = search(part, texts);
          expect(new Set(found).size).to.equal(found.length);
          for (const other of found)
            for (const word of bare(part).split(' ')) expect(bare(texts[other]!)).to.contain(word);
        });
      }),
    );
  });
});
