import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { writeMarkdown } from '../../../src/rich-text/write-markdown.js';
import { messageLength } from '../../../src/core/text/message-length.js';
import { lengthOf } from '../../../src/core/text/text-length.js';
import { LONGEST_MARKDOWN, visibleTextOf } from '../../../src/core/text/visible-text.js';
import { documents } from '../../support/message-documents.js';

describe('the visible text of a message', () => {
  const cases: readonly (readonly [markdown: string, visible: string])[] = [
    ['', ''],
    ['**bold** *it* ~~old~~ `code`', 'bold it old code'],
    ['1\\. not a list', '1. not a list'],
    ['- one\n- two\n  1. three', 'one\ntwo\nthree'],
    ['[our page](https://bank.example/a\\_\\(b\\))!', 'our page!'],
    [`[x](${'('.repeat(32)}${')'.repeat(32)})`, 'x'],
    ['```\n**no** mark\n\n  in code\n```\n\nafter', '**no** mark\n\n  in code\nafter'],
    ['one\\\ntwo', 'one\ntwo'],
    ['`` a`b ``', 'a`b'],
    ['&#97;b & c &amp', 'ab & c &amp'],
    ['2 \\* 3 \\[x\\] snake\\_case', '2 * 3 [x] snake_case'],
    ['&#0; &#1114111; &#1114112; &#9999999;', '&#0; \u{10FFFF} &#1114112; &#9999999;'],
  ];
  for (const [markdown, visible] of cases)
    it(`of ${JSON.stringify(markdown)} is ${JSON.stringify(visible)}`, () => {
      expect(visibleTextOf(markdown)).to.equal(visible);
    });

  it('is what the document holds, for everything the composer can write', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        const seen = doc.textBetween(0, doc.content.size, '\n', '\n');
        expect(visibleTextOf(writeMarkdown(doc))).to.equal(seen);
        expect(messageLength(writeMarkdown(doc), 'markdown')).to.equal(lengthOf(seen));
      }),
      { numRuns: 500 },
    );
  });

  it('counts what a reader calls one character as one', () => {
    expect(messageLength('**👩‍👩‍👧**🇨🇭e\u0301', 'markdown')).to.equal(3);
    expect(messageLength('**a**', undefined)).to.equal(5);
  });

  for (const [name, text] of [
    ['stars', '*'.repeat(LONGEST_MARKDOWN)],
    ['brackets', '['.repeat(LONGEST_MARKDOWN)],
    ['half links', ']('.repeat(LONGEST_MARKDOWN / 2)],
    ['backticks of all lengths', Array.from({ length: 198 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['list marks', '- '.repeat(LONGEST_MARKDOWN / 2)],
    ['a megabyte', '**a** '.repeat(170_000)],
  ] as const)
    it(`makes no more of ${name} than was written`, () => {
      expect(visibleTextOf(text).length).to.be.at.most(text.length);
    });
});
