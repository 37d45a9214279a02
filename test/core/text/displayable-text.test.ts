import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { displayableText, endOfStep, startOfEnd, TEXT_STEP } from '../../../src/core/text/displayable-text.js';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const PILE_OF_NINE = /\p{M}{9}/u;
const wellFormed = fc.string({ unit: 'binary', maxLength: 60 });

/** The longest that a bomb may take: a hundredth of what it costs untreated. */
describe('displayable text', () => {
  const bombs: readonly [string, string][] = [
    ['100 KB of marks on one letter', `Z${'\u0336\u0489\u0361\u035C'.repeat(25_000)}`],
    ['100 KB of marks on no letter', '\u0300'.repeat(100_000)],
    ['1 MB of right-to-left overrides', '\u202E'.repeat(1_000_000)],
    ['overrides between marks', 'a\u0301\u202D'.repeat(100_000)],
    ['1 MB of one word', 'w'.repeat(1_000_000)],
    ['a million nested emoji', '👩‍👩‍👧'.repeat(125_000)],
  ];
  for (const [name, bomb] of bombs) {
    it(`defuses ${name}`, () => {
      const text = displayableText(bomb);
      expect(text.length).to.be.at.most(TEXT_STEP);
      expect(text).not.to.match(PILE_OF_NINE);
      expect(text).not.to.match(/[\u202D\u202E]/);
      expect(text).not.to.match(LONE_SURROGATE);
    });
  }

  it('keeps what people write', () => {
    const lines = [
      'Grüezi, Zoë!',
      'ありがとうございます',
      'שלום (עולם)',
      'สวัสดีครับ',
      'e\u0301 = é',
      '<b>no tag</b> & "so on"',
      '🏳️‍🌈 👍🏽',
    ];
    for (const line of lines) expect(displayableText(line)).to.equal(line);
  });

  it('keeps eight marks on each letter', () => {
    const eight = '\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307';
    expect(displayableText(`a${eight}b${eight}\u0308\u0309c`)).to.equal(`a${eight}b${eight}c`);
  });

  it('shows a mark where an override was', () => {
    expect(displayableText('invoice\u202Efdp.exe')).to.equal('invoice\uFFFDfdp.exe');
  });

  it('never cuts a letter that takes two code units, wherever it is cut', () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 2, max: 30 }), (text, limit) => {
        const shown = displayableText(text, limit);
        expect(shown).not.to.match(LONE_SURROGATE);
        expect(shown.length).to.be.at.most(limit);
      }),
    );
  });

  it('makes a text of what is none', () => {
    const values = [undefined, null, 42, ['a', 'b'], {}, Symbol('tag')] as unknown as readonly string[];
    expect(values.map((value) => displayableText(value))).to.deep.equal([
      'undefined',
      'null',
      '42',
      'a,b',
      '[object Object]',
      'Symbol(tag)',
    ]);
    const stubborn = JSON.parse('{ "toString": 1, "valueOf": 2 }') as string;
    expect(displayableText(stubborn)).to.equal('\uFFFD');
  });
});

describe('the end of a long text', () => {
  it('begins between two characters as a reader counts them, and has no more than is wanted', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const pieces = fc.constantFrom('a', ' ', 'é', 'e\u0301', 'กี', '👨‍👩‍👧‍👦', '🇨🇭', '\r\n', '각');
    fc.assert(
      fc.property(fc.array(pieces), fc.integer({ min: 0, max: 30 }), (parts, limit) => {
        const text = parts.join('');
        const starts = [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
        expect(startOfEnd(text, limit)).to.equal(starts.find((start) => text.length - start <= limit));
      }),
    );
  });

  it('cuts a character without end, but no surrogate pair', () => {
    const hostile = `a${'\u0301'.repeat(500)}`;
    expect(hostile.length - startOfEnd(hostile, 10)).to.equal(10);
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 0, max: 30 }), (text, limit) => {
        const end = text.slice(startOfEnd(text, limit));
        expect(end.length).to.be.at.most(limit);
        expect(end).not.to.match(LONE_SURROGATE);
      }),
    );
    expect(startOfEnd('\uD83D'.repeat(5), 2)).to.equal(3);
  });
});

describe('the steps in which a long text is shown', () => {
  it('put together are the text, each within the limit and none empty', () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 2, max: 12 }), (text, limit) => {
        const steps: string[] = [];
        for (let start = 0; start < text.length; start += steps.at(-1)!.length) {
          const step = text.slice(start, endOfStep(text, start, limit));
          expect(step.length).to.be.within(1, limit);
          expect(step).not.to.match(LONE_SURROGATE);
          steps.push(step);
        }
        expect(steps.join('')).to.equal(text);
      }),
    );
  });

  it('get past surrogates that stand alone', () => {
    const broken = '\uD83D'.repeat(5);
    expect(endOfStep(broken, 0, 3)).to.equal(2);
    expect(endOfStep(broken, 3, 3)).to.equal(5);
  });
});
