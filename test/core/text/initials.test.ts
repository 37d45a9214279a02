import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { initialsOf } from '../../../src/core/text/initials.js';
import { lengthOf } from '../../../src/core/text/text-length.js';

describe('the initials of a title', () => {
  const table: readonly (readonly [title: string, initials: string, because: string])[] = [
    ['Nora Feld', 'No', 'the first two letters'],
    ['  Visitor 7', 'Vi', 'spaces around it do not count'],
    ['J. Smith', 'JS', 'a dot is no letter'],
    ['“Order 77” is late', 'Or', 'nor is a quotation mark'],
    ['Å', 'Å', 'there is only one'],
    ['A\u030Angstro\u0308m', 'A\u030An', 'a letter keeps its marks'],
    ['Ga\u0301bor', 'Ga\u0301', 'the second one, too'],
    ['李雷', '李雷', 'two letters of any script'],
    ['क्षमा', 'क्षमा', 'two of them as they are read'],
    ['𝒩ora', '𝒩o', 'a letter outside of the first plane is whole'],
    ['🇨🇭 Rosa Brunner', '🇨🇭R', 'a picture is one of them'],
    ['👨‍👩‍👧‍👦 Family desk', '👨‍👩‍👧‍👦F', 'whole'],
    ['7-Eleven Store', '7-', 'and so is what stands inside of a word'],
    ['O’Brien', 'O’', 'of any kind'],
    ['A - Z', 'AZ', 'but not between words'],
    ['👩‍👩‍👧🎉✨', '👩‍👩‍👧🎉', 'pictures are whole where there is nothing else'],
    ['- -', '--', 'and spaces are not shown'],
    ['+41 44 631 99 27', '27', 'of a telephone number the last two digits'],
    ['(044) 631-99-28', '28', 'however it is written'],
    ['+٤١ ٤٤ ٦٣١', '٣١', 'in any digits'],
    ['7', '7', 'a single digit'],
    ['24 boxes', '24', 'a title that begins with a number is none'],
    ['007', '07', 'digits alone are read like a number'],
    ['', '', 'nothing'],
    ['   ', '', 'nothing but spaces'],
  ];
  for (const [title, initials, because] of table) {
    it(`“${title}”: ${initials} (${because})`, () => expect(initialsOf(title)).to.equal(initials));
  }

  it('are two characters at most, taken from the title, with no half of a character', () => {
    const titles = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(titles, (title) => {
        const initials = initialsOf(title);
        expect(initials).not.to.match(/\p{Cs}/u);
        expect(lengthOf(initials)).to.be.at.most(2);
        expect(Array.from(initials).every((character) => title.includes(character))).to.equal(true);
        if (title.trim() !== '') expect(initials).not.to.equal('');
      }),
    );
  });
});
