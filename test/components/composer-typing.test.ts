import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../../src/index.js';
import { visibleTextOf } from '../../src/core/text/visible-text.js';
import { readMarkdown } from '../../src/rich-text/read-markdown.js';
import { writeMarkdown } from '../../src/rich-text/write-markdown.js';
import { pressed, ready, typed } from '../support/composing.js';
import { settled } from '../support/mounting.js';

const linesOf = (node: Node): string => node.textBetween(0, node.content.size, '\n', '\n');
/** What the customer's side makes of what is on the wire. */
const readFrom = (wire: string): string => linesOf(readMarkdown(wire)!);

async function aComposer(): Promise<{ composer: MessageComposer; surface: HTMLElement }> {
  const composer = await fixture<MessageComposer>(
    html`<message-composer formatted submit-on="mod-enter"></message-composer>`,
  );
  const surface = await ready(composer);
  composer.focus();
  return { composer, surface };
}

/** As a keyboard does it, without a way through the browser's driver for each character. */
async function enter(text: string): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else types as a keyboard does
  for (const character of text) document.execCommand('insertText', false, character);
  await settled();
}

describe('message-composer: signs that are typed', () => {
  const asTyped: readonly string[] = [
    '120*60*75 cm',
    '2*3*4=24',
    'Ref AB*12*C',
    'https://shop.example/a_b*c*d',
    'https://shop.example/*a*/b',
    'call *21*0441234567# now',
    'see *60*75',
    'see *60*.5 and **a**b',
    'a~~b~~c and ~~5~~6',
    'it`s 5`7` and `a`b',
    'snake_case_names and __init__ and _x_',
    'f(*args*, **more)',
    'x ** y ** z',
    '5* and 4* hotels',
    'Order #4711, 3 > 2, a|b, 1. 2. 3.',
    'no. 12. and 1) and 2) x',
    '007. agent',
    '1) first',
    '# 4711',
    '> quoted',
    '+ 5 degrees',
    '[x](y) <b> &amp; \\*',
    '*one\u2026*two',
    '***three***',
  ];
  for (const text of asTyped)
    it(`reach the customer: ${text}`, async () => {
      const { composer, surface } = await aComposer();
      await typed(text);
      expect(surface.querySelectorAll('em, strong, s, code, ul, ol, pre').length, 'formatting').to.equal(0);
      expect(readFrom(composer.text)).to.equal(text);
      expect(visibleTextOf(composer.text)).to.equal(text);
    });

  const formatted: readonly (readonly [typed: string, wire: string])[] = [
    ['*now*', '*now*'],
    ['so (*now*), "**then**".', 'so (*now*), "**then**".'],
    ['~~old~~ `code` **two words** end', '~~old~~ `code` **two words** end'],
    ['**bold *both* bold**', '**bold both bold**'],
  ];
  for (const [text, wire] of formatted)
    it(`format words as a whole: ${text}`, async () => {
      const { composer } = await aComposer();
      await typed(text);
      expect(composer.text.replaceAll('***', '').replaceAll('_', '')).to.equal(
        text.includes('both') ? '**bold *both* bold**' : wire,
      );
    });

  it('are left alone in code, on the line before and inside longer texts', async () => {
    const { composer } = await aComposer();
    await typed('`a *b` c* and *d');
    await pressed('Shift+Enter');
    await typed('e* ');
    await enter('x'.repeat(520));
    await typed('*y*');
    expect(readFrom(composer.text)).to.equal(`a *b c* and *d\ne* ${'x'.repeat(520)}*y*`);
  });

  for (const [signs, wire] of [
    ['*now*', '\\*now\\*'],
    ['**now**', '\\*\\*now\\*\\*'],
    ['~~now~~', '\\~\\~now\\~\\~'],
    ['`now`', '\\`now\\`'],
    ['- ', '\\-'],
    ['12. ', '12\\.'],
    ['```', '\\`\\`\\`'],
  ] as const)
    for (const key of ['Backspace', 'Control+z'])
      it(`come back with one ${key}, and stay: ${signs}`, async () => {
        const { composer, surface } = await aComposer();
        await typed(signs);
        expect(surface.textContent).to.not.equal(signs);
        await pressed(key);
        expect(surface.textContent).to.equal(signs);
        expect(composer.text).to.equal(wire);
        await typed('x ');
        expect(surface.textContent).to.equal(`${signs}x `);
      });

  it('come back after more was typed: that is undone first', async () => {
    const { surface } = await aComposer();
    await typed('see *now* and then');
    await pressed('Control+z');
    expect(surface.textContent).to.equal('see now');
    await pressed('Control+z');
    expect(surface.textContent).to.equal('see *now*');
    await pressed('Control+y');
    expect(surface.querySelector('em')?.textContent).to.equal('now');
  });

  it('go on a list that goes on, and begin one where the count begins anew', async () => {
    const { composer } = await aComposer();
    await typed('3. three');
    await pressed('Enter', 'Enter');
    await typed('4. four');
    await pressed('Enter', 'Enter');
    await typed('7. seven');
    expect(composer.text).to.equal('3. three\n4. four\n\n7) seven');
    expect(writeMarkdown(readMarkdown(composer.text)!)).to.equal(composer.text);
  });

  it('are read by the customer as typed, whatever stands in words, numbers, addresses and codes', async function () {
    this.timeout(60_000);
    const { composer, surface } = await aComposer();
    const sign = fc.constantFrom(...'*_~`[]()<>&#+-=.!\\|"\':/@%'.split(''), '**', '~~', '&amp;', '](', '1.');
    const letter = fc.constantFrom(...'ab1209zäß中я'.split(''));
    const word = fc
      .tuple(fc.array(fc.tuple(fc.array(sign, { maxLength: 3 }), letter), { minLength: 1, maxLength: 5 }))
      .map(([parts]) => parts.map(([signs, end]) => signs.join('') + end).join(''))
      .filter((text) => !text.startsWith('```'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (words) => {
        composer.clear();
        const text = words.join(' ');
        await enter(text);
        expect(surface.textContent).to.equal(text);
        expect(readFrom(composer.text)).to.equal(text);
        expect(visibleTextOf(composer.text)).to.equal(text);
      }),
      { numRuns: 150 },
    );
  });
});
