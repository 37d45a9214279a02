import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LONGEST_TAG, MOST_TAGS, addTags, splitTags } from '../../../src/core/tags/tag-list.js';
import { trimUnseen } from '../../../src/core/text/blank.js';
import { folded } from '../../../src/core/text/folded.js';

/** Texts in which spellings of one another, separators and names of prototypes are common. */
const tag = fc.oneof(
  fc.constantFrom('vip', 'VIP', ' ＶＩＰ ', 'café', 'cafe\u0301', 'ΟΔΟΣ', 'οδος', '__proto__', 'constructor', '', ' '),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = fc
  .array(fc.oneof(tag, fc.constantFrom(',', ';', '\n', '\r\n', '\t', '、', '，', '؛')), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('tags in a text', () => {
  const table: readonly [string, string, readonly string[]][] = [
    ['one', 'travel insurance', ['travel insurance']],
    ['lines', 'a\nb\r\nc\n\n', ['a', 'b', 'c']],
    ['commas, semicolons and tabs', 'a, b;c\td,;\t e', ['a', 'b', 'c', 'd', 'e']],
    ['commas of other scripts', '出張、返金，至急 مهم، عاجل؛ سفر', ['出張', '返金', '至急 مهم', 'عاجل', 'سفر']],
    ['nothing but separators', ' ,;\n\t ', []],
    ['what is composed to a separator', 'card\u037E lost', ['card', 'lost']],
    ['what is not composed', 'cafe\u0301', ['café']],
    ['what means something elsewhere', '__proto__,(a+)+$,<b>', ['__proto__', '(a+)+$', '<b>']],
  ];
  for (const [what, typed, tags] of table)
    it(`are found: ${what}`, () => {
      expect(splitTags(typed)).to.deep.equal(tags);
    });

  it('hold no separator and no space around them, and are found again one by one', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const found of splitTags(typed)) {
          expect(found).to.equal(found.trim());
          expect(splitTags(found)).to.deep.equal([found]);
        }
      }),
    );
  });
});

describe('adding tags', () => {
  it('says how many are new and how many were there, in whatever spelling', () => {
    const { tags, added, known } = addTags(
      ['vip'],
      ['ＶＩＰ', 'travel', 'cafe\u0301', 'CAFÉ', 'call  back', 'Call Back'],
    );
    expect(tags).to.deep.equal(['vip', 'travel', 'café', 'call  back']);
    expect({ added, known }).to.deep.equal({ added: 3, known: 3 });
  });

  it('leaves the list identical when nothing is new', () => {
    const tags = ['vip', '__proto__'];
    expect(addTags(tags, ['VIP', ' ', '__PROTO__']).tags === tags).to.equal(true);
  });

  it('adds nothing for what nobody sees', () => {
    const { tags, added, known } = addTags(['vip'], splitTags('vip\u200b, \u200e, vip\u2060'));
    expect({ tags, added, known }).to.deep.equal({ tags: ['vip'], added: 0, known: 2 });
    expect(addTags([], ['👨‍👩‍👧', '👨👩👧', 'می\u200Cخواهم']).tags).to.have.length(3);
  });

  it('keeps out what is too long, and hands it back', () => {
    const longest = 'x'.repeat(LONGEST_TAG);
    const { tags, tooLong } = addTags([], [longest, `${longest}y`, 'short']);
    expect(tags).to.deep.equal([longest, 'short']);
    expect(tooLong).to.deep.equal([`${longest}y`]);
  });

  it('stops when the session is full, hands back what found no room, and still knows what is there', () => {
    const almost = Array.from({ length: MOST_TAGS - 1 }, (_, index) => `tag ${String(index)}`);
    const { tags, added, known, tooMany } = addTags(almost, ['a', 'b', 'TAG 7', 'c']);
    expect(tags).to.have.length(MOST_TAGS);
    expect({ added, known, tooMany }).to.deep.equal({ added: 1, known: 1, tooMany: ['b', 'c'] });
  });

  it('makes no duplicates, changes no order, and is the same the second time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(tag, { selector: folded }), fc.array(tag), (tags, more) => {
        const once = addTags(tags, more);
        expect(once.tags.slice(0, tags.length)).to.deep.equal(tags);
        const keys = once.tags.map(folded);
        expect(new Set(keys).size).to.equal(keys.length);
        const offered = more.map((own) => trimUnseen(own.normalize('NFC')));
        const places = once.tags.slice(tags.length).map((own) => offered.indexOf(own));
        expect(places).to.deep.equal(places.toSorted((one, other) => one - other));
        expect(places).to.not.include(-1);
        expect(addTags(once.tags, more).tags === once.tags).to.equal(true);
      }),
    );
  });
});
