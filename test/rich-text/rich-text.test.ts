import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { plainAsMarkdown } from '../../src/core/text/plain-as-markdown.js';
import { plainSchema } from '../../src/rich-text/message-schema.js';
import { readMarkdown } from '../../src/rich-text/read-markdown.js';
import { renderMarkdown } from '../../src/rich-text/render-markdown.js';
import { writeMarkdown } from '../../src/rich-text/write-markdown.js';
import { documents, signsAndLetters, withoutEmphasisOnSpace } from '../support/message-documents.js';

const rendered = (text: string): Promise<HTMLElement> => fixture(html`<div>${renderMarkdown(text)}</div>`);

describe('rich text', () => {
  it('is read from Markdown as it was written, whatever stands beside whatever', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(documents, (doc) => {
        const back = readMarkdown(writeMarkdown(doc));
        if (!back || !withoutEmphasisOnSpace(back).eq(doc))
          throw new Error(`${writeMarkdown(doc)}\nis read as\n${String(back)}\nand was\n${String(doc)}`);
      }),
      { numRuns: 1500 },
    );
  });

  it('is written the same again after it was read', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(documents, (doc) => {
        const text = writeMarkdown(doc);
        expect(writeMarkdown(readMarkdown(text)!)).to.equal(text);
      }),
      { numRuns: 300 },
    );
  });

  it('is read as the plain text that was made Markdown', () => {
    const part = fc.oneof(
      { weight: 5, arbitrary: signsAndLetters },
      fc.constantFrom('`', '```', '&lt;', '1.', '=', '2)'),
    );
    const line = fc
      .array(part, { maxLength: 4 })
      .map((parts) => parts.join('').trim())
      .filter(Boolean);
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (paragraphs) => {
        const markdown = plainAsMarkdown(paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
        const doc = readMarkdown(markdown)!;
        const read =
          doc.textContent === '' ? [] : doc.children.map((node) => node.textBetween(0, node.content.size, '', '\n'));
        expect(read).to.deep.equal(paragraphs.map((lines) => lines.join('\n')));
      }),
      { numRuns: 500 },
    );
  });

  const texts: readonly (readonly [markdown: string, tags: string, text: string])[] = [
    ['<b>x</b> <img src=x onerror=alert(1)>', 'div p', '<b>x</b> <img src=x onerror=alert(1)>'],
    ['[a](javascript:alert(1))', 'div p', '[a](javascript:alert(1))'],
    ['[a](https://ana@evil.example)', 'div p', '[a](https://ana@evil.example)'],
    ['![a](https://evil.example/x.png)', 'div p a', '!a'],
    ['[hidden]: https://evil.example', 'div p', '[hidden]: https://evil.example'],
    ['> quoted', 'div p', '> quoted'],
    ['# Title', 'div p', 'Title'],
    ['one\ntwo', 'div p br', 'onetwo'],
    ['- a\n  - b', 'div ul li p ul li p', 'ab'],
    ['7. a', 'div ol li p', 'a'],
    ['```js\nlet x\n```', 'div pre code', 'let x'],
    ['a\u202Eb', 'div p', 'a\uFFFDb'],
  ];
  for (const [markdown, tags, text] of texts)
    it(`renders ${JSON.stringify(markdown)}`, async () => {
      const place = await rendered(markdown);
      expect([...place.querySelectorAll('*')].map(({ localName }) => localName).join(' ')).to.equal(tags);
      expect(place.textContent).to.equal(text);
    });

  for (const [name, text] of [
    ['quotes', '>'.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['stars', '*'.repeat(20_000)],
    ['stars and letters', '*a'.repeat(10_000)],
    ['half links', '[a]('.repeat(5000)],
    ['lists in lists', '- '.repeat(10_000)],
    ['brackets both ways', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['backticks of all lengths', Array.from({ length: 198 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['a megabyte of stars', '*'.repeat(1_000_000)],
  ] as const)
    it(`makes no more of ${name} than was written`, () => {
      expect(readMarkdown(text)?.textContent.length ?? 0).to.be.at.most(text.length);
    });

  it('is not read where it is too long or nested too deep: it would freeze the page or be incomplete', () => {
    expect(readMarkdown('a'.repeat(20_001))).to.equal(undefined);
    expect(
      readMarkdown(Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- ${String(depth)}`).join('\n')),
    ).to.equal(undefined);
  });

  it('has nothing that a plain channel could not show', () => {
    expect(Object.keys(plainSchema.marks)).to.deep.equal([]);
    expect(Object.keys(plainSchema.nodes)).to.deep.equal(['doc', 'paragraph', 'text', 'hard_break']);
  });
});
