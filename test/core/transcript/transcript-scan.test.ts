import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { unaccented } from '../../../src/core/text/folded.js';
import { TranscriptScan } from '../../../src/core/transcript/transcript-scan.js';
import type { TranscriptSegment } from '../../../src/index.js';

const lines = (...texts: readonly string[]): TranscriptSegment[] =>
  texts.map((text, index) => ({ id: String(index), speaker: { id: 'c', role: 'customer' }, text, isFinal: true }));

/** A clock on which every look takes a millisecond. */
function aClock(): () => number {
  let time = 0;
  return () => (time += 1);
}

function hitsOf(segments: Iterable<TranscriptSegment>, typed: string): readonly string[] {
  const scan = new TranscriptScan(segments, typed);
  while (!scan.isDone) scan.step(aClock(), 1000);
  return scan.hits;
}

describe('search in a transcript', () => {
  const table: readonly [string, string, string, boolean][] = [
    ['regardless of case', 'My CARD is gone', 'card', true],
    ['regardless of accents', 'Ein schöner Café crème', 'SCHONER cafe', true],
    ['regardless of width', 'ＡＢＣ１２３', 'abc123', true],
    ['inside words', 'unblocked', 'lock', true],
    ['text and not a pattern', 'what?', '.*', false],
    ['a pattern as text', 'write (a+)+$ here', '(a+)+$', true],
    ['scripts without spaces', 'カードを忘れました', '忘れ', true],
    ['not what is not there', 'card', 'cart', false],
    ['Thai vowels as letters', 'ปี', 'ปี', true],
    ['no Thai word with another vowel', 'ปู ปา ป่า มา', 'ปี', false],
    ['no Hindi word with another vowel', 'की कु', 'कि', false],
    ['no Arabic word with other vowels', 'كُتِبَ', 'كَتَبَ', false],
    ['Arabic words by their letters alone', 'كَتَبَ', 'كتب', true],
    ['no kana of another sound', 'か は', 'が', false],
    ['й as a letter of its own', 'мои', 'мой', false],
    ['ё as е', 'Ёлка', 'елка', true],
    ['ß as ss', 'Große Straße', 'STRASSE', true],
    ['a sigma wherever it stands', 'ὁδός', 'ΟΔΟΣ', true],
    ['across lines and runs of white space', 'call\n  me\u00A0back', 'call me back', true],
    ['through what nobody sees', 'in\u00ADvoice v\u200Bip', 'invoice vip', true],
    ['no part of an emoji', '👨‍👩‍👧', '👨', false],
    ['nothing for nothing', 'card', '   ', false],
  ];
  for (const [what, text, typed, isFound] of table) {
    it(`finds ${what}`, () => {
      expect(hitsOf(lines(text), typed)).to.deep.equal(isFound ? ['0'] : []);
    });
  }

  it('finds what a plain search over all lines finds, in their order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', '𝕒', 'ss', '\u0301') });
    fc.assert(
      fc.property(fc.array(text), text, (texts, typed) => {
        const part = unaccented(typed).trim();
        const expected = texts.flatMap((own, index) =>
          part !== '' && unaccented(own).includes(part) ? [String(index)] : [],
        );
        expect(hitsOf(lines(...texts), typed)).to.deep.equal(expected);
      }),
    );
  });

  it('looks at a hundred thousand lines a slice at a time', () => {
    const scan = new TranscriptScan(
      lines(...Array.from({ length: 100_000 }, (_, index) => `line ${String(index)}`)),
      '9',
    );
    let slices = 0;
    let most = 0;
    for (let before = 0; !scan.isDone; before = scan.hits.length) {
      scan.step(aClock(), 8);
      slices += 1;
      most = Math.max(most, scan.hits.length - before);
    }
    expect(slices).to.be.greaterThan(50);
    expect(most).to.be.lessThan(2000);
    expect(scan.hits).to.have.length(40_951);
  });

  it('looks at the clock after every line that is huge', () => {
    const scan = new TranscriptScan(lines(...Array.from({ length: 5 }, () => `e${'\u0301'.repeat(200_000)}x`)), 'e');
    scan.step(aClock(), 1);
    expect(scan.hits).to.have.length(1);
  });

  it('folds a line once, however often it is searched', () => {
    const known = new WeakMap<TranscriptSegment, string>();
    const segments = lines('one', 'two');
    new TranscriptScan(segments, 'o', known).step(aClock(), 1000);
    known.set(segments[0]!, 'changed');
    const scan = new TranscriptScan(segments, 'one', known);
    scan.step(aClock(), 1000);
    expect(scan.hits).to.deep.equal([]);
  });
});
