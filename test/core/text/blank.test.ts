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
];

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
