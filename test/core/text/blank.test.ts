import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { isBlank, shown, trimUnseen, withoutUnseen } from '../../../src/core/text/blank.js';

const UNSEEN = [
  '',
  ' ',
  '\n\t',
  '\u00A0',
  '\u200B',
  '\u200E\u200F',
  '\u2060',
  '\uFEFF',
  '\u3164',
  '\u115F',
  '\uFFA0',
  '\u2800',
  '\uFE0F',
  '\u00AD',
  '\u0000',
  '\uFFF9',
  '\uFFFA\uFFFB',
  '\u{16FE4}',
  '\u{1D159}',
];

/** Whole characters, and halves of them, of every kind that one of the rules knows. */
const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(...UNSEEN),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('x', '❤️', '\uD83D', '\uDD59', '\u{E0041}', '\u{E0100}', '\u180E', '\u{1D173}'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe('what is blank', () => {
  it('is what a reader sees nothing of, however it is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...UNSEEN)), (parts) => {
        expect(isBlank(parts.join(''))).to.equal(true);
        expect(shown(parts.join(''))).to.equal(undefined);
        expect(trimUnseen(parts.join(''))).to.equal('');
      }),
    );
  });

  it('is what nothing is left of at its ends, and nothing else is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(trimUnseen(text) === '').to.equal(isBlank(text));
        expect(trimUnseen(trimUnseen(text))).to.equal(trimUnseen(text));
        expect(isBlank(withoutUnseen(text))).to.equal(isBlank(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same of every character there is', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const sign = String.fromCodePoint(code);
      if ((trimUnseen(sign) === '') !== isBlank(sign)) expect.fail(code.toString(16));
      if (isBlank(sign) && !/^[\s\u2800\u200D]?$/u.test(withoutUnseen(sign))) expect.fail(code.toString(16));
    }
  });

  it('is nothing that shows anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('x', '0', '.', 'ي', 'ปี', '❤️', '\uD83D', '\u0601'),
        fc.constantFrom(...UNSEEN),
        (seen, unseen) => {
          for (const text of [seen, unseen + seen, seen + unseen]) expect(isBlank(text)).to.equal(false);
          expect(trimUnseen(unseen + seen)).to.equal(seen);
        },
      ),
    );
  });

  it('takes nothing from emoji and flags that are put together', () => {
    for (const text of ['👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a b\nc']) expect(withoutUnseen(text)).to.equal(text);
    expect(withoutUnseen('v\u200Bi\u2060p\u{E0041}')).to.equal('vip');
  });
});
