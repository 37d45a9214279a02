import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../../src/index.js';
import { messageComposer } from '../../src/localize/en/message-composer.js';
import { ready, typed } from '../support/composing.js';
import { find, findAll, settled, textOf } from '../support/mounting.js';
import { pasteOf } from '../support/paste.js';

async function aComposer(isFormatted = true): Promise<{ composer: MessageComposer; surface: HTMLElement }> {
  const composer = await fixture<MessageComposer>(
    html`<message-composer ?formatted=${isFormatted} submit-on="mod-enter"></message-composer>`,
  );
  const surface = await ready(composer);
  composer.focus();
  return { composer, surface };
}

interface Pasted {
  readonly html?: string;
  readonly plain?: string;
}

async function pasted({ html: markup, plain }: Pasted, isFormatted = true): Promise<string> {
  const { composer, surface } = await aComposer(isFormatted);
  const kinds = {
    ...(markup === undefined ? {} : { 'text/html': markup }),
    ...(plain === undefined ? {} : { 'text/plain': plain }),
  };
  surface.dispatchEvent(pasteOf(kinds));
  await settled();
  return composer.text;
}

const cell = (text: string): string => `<td>${text}</td>`;

describe('message-composer: what is pasted', () => {
  const cases: readonly (readonly [name: string, pasted: Pasted, wire: string])[] = [
    [
      'rows of a table as lines, cells apart',
      {
        html: `<table><tr>${cell('Order')}${cell('Amount')}</tr><tr>${cell('4711')}${cell('12.50')}</tr></table>`,
        plain: 'Order\tAmount\n4711\t12.50',
      },
      'Order\tAmount\\\n4711\t12.50',
    ],
    [
      'a table with a head, paragraphs in cells and a caption',
      {
        html: '<table><caption>Orders</caption><thead><tr><th><p>Order</p></th><th><p><b>Amount</b></p></th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>',
        plain: 'Orders\nOrder\n\nAmount\n\n1\n',
      },
      'Orders\\\nOrder\t**Amount**\\\n1',
    ],
    [
      'lines of an address in a cell, cell after cell',
      { html: `<table><tr>${cell('Muster AG<br>8001 Zurich')}${cell('Tel. 1')}</tr></table>` },
      'Muster AG\\\n8001 Zurich\n\nTel. 1',
    ],
    ['rows alone', { html: `<tr>${cell('a')}${cell('b')}</tr>` }, 'a\tb'],
    ['options', { html: '<select><option>Red</option><option>Blue</option></select>' }, 'Red\\\nBlue'],
    [
      'what was written into fields',
      { html: '<label>Name</label> <input value="Feld"><input type="password" value="x">' },
      'Name Feld',
    ],
    [
      'raised numbers',
      { html: '<p>10<sup>6</sup> m<sup>2</sup>, x<sup>n+1</sup>, 10<sup>-3</sup></p>', plain: '106 m2, xn+1, 10-3' },
      '10⁶ m², xⁿ⁺¹, 10⁻³',
    ],
    [
      'lowered numbers, and what cannot be raised',
      { html: 'CO<sub>2</sub>, 1<sup>st</sup>, 2<sup>10.5</sup>' },
      'CO₂, 1st, 2^(10.5)',
    ],
    [
      'what Google Docs wraps in bold that is none',
      {
        html: '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Your refund is </span><span style="font-weight:700">on</span> its way.</p></b>',
      },
      'Your refund is **on** its way.',
    ],
    [
      'italic that is taken back',
      { html: '<p><em style="font-style:normal">plain</em> <i>not</i></p>' },
      'plain *not*',
    ],
    [
      'bold, italic and struck by style',
      {
        html: '<p>Total <span style="font-weight:700">CHF 12</span> <span style="font: italic bold 12px serif">now</span> <span style="text-decoration: line-through">old</span></p>',
      },
      'Total **CHF 12** ***now*** ~~old~~',
    ],
    [
      'lines of br',
      { html: 'Muster AG<br>Bahnhofstr. 1<br><br>Dear Sir<br>' },
      'Muster AG\\\nBahnhofstr. 1\n\nDear Sir',
    ],
    [
      'lines of div',
      { html: '<div>Muster AG</div><div>Bahnhofstr. 1</div><div><br></div><div>Dear Sir</div>' },
      'Muster AG\\\nBahnhofstr. 1\n\nDear Sir',
    ],
    ['lines of address', { html: 'To<address>Muster AG<br>8001 Zurich</address>' }, 'To\\\nMuster AG\\\n8001 Zurich'],
    [
      'lines by style',
      { html: '<span style="display:block">Muster AG</span><span style="display:block">8001 Zurich</span>' },
      'Muster AG\\\n8001 Zurich',
    ],
    [
      'lines of paragraphs without space',
      { html: '<p style="margin:0">a</p><p style="margin:0cm">b</p><p>c</p>' },
      'a\\\nb\n\nc',
    ],
    [
      'line breaks of the source, where they are kept',
      { html: '<div style="white-space:pre-wrap">a\nb</div><p>c\nd</p>' },
      'a\\\nb\n\nc d',
    ],
    ['paragraphs', { html: '<h1>Title</h1><p>a</p><blockquote>b</blockquote>' }, 'Title\n\na\n\nb'],
    [
      'lists in lists, as items or after them',
      {
        html: '<ol start="3"><li><p>a</p></li><ul><li>b</li></ul><li>c<ol><li>d</ol></li></ol>',
        plain: '3. a\n- b\n4. c\n1. d',
      },
      '3. a\n   - b\n4. c\n   1. d',
    ],
    ['code', { html: '<pre>a\n  b</pre><p><code>c</code></p>' }, '```\na\n  b\n```\n\n`c`'],
    [
      'emoji that are drawn, and no other images',
      { html: 'Hi <img alt="👍🏽" src="x"> <img alt="Logo" src="y">' },
      'Hi 👍🏽',
    ],
    [
      'nothing that is not shown',
      { html: '<p>a<span style="display:none">b</span><span hidden>c</span><o:p></o:p></p><style>p{}</style>' },
      'a',
    ],
    ['signs as text', { html: '<p>2*3*4 # [x](y)</p>' }, '2\\*3\\*4 # \\[x\\](y)'],
    [
      'links, by their text',
      { html: '<a href="https://shop.example/x">shop</a>', plain: 'shop <https://shop.example/x>' },
      '[shop](https://shop.example/x)',
    ],
    [
      'the plain text where words run together',
      {
        html: '<span class="line">Muster AG</span><span class="line">8001 Zurich</span>',
        plain: 'Muster AG\n8001 Zurich',
      },
      'Muster AG\\\n8001 Zurich',
    ],
    [
      'the plain text where lines run together',
      { html: '<div class="pre">Muster AG\n8001 Zurich</div>', plain: 'Muster AG\n8001 Zurich' },
      'Muster AG\\\n8001 Zurich',
    ],
    ['the plain text where words are missing', { html: '<img src="x.png">', plain: 'Order 4711' }, 'Order 4711'],
    [
      'lines and paragraphs of plain text',
      { plain: 'Muster AG\r\nBahnhofstr. 1\r\n8001 Zurich\r\n\r\nDear Sir' },
      'Muster AG\\\nBahnhofstr. 1\\\n8001 Zurich\n\nDear Sir',
    ],
    [
      'what another editor says of its structure',
      { html: '<p data-pm-slice="1 1 [&quot;table&quot;,null]">a</p><p>b</p>' },
      'a\n\nb',
    ],
  ];
  for (const [name, what, wire] of cases)
    it(`keeps ${name}`, async () => {
      expect(await pasted(what)).to.equal(wire);
    });

  const plain: readonly (readonly [string, Pasted, string])[] = [
    [
      'blank lines',
      { plain: 'Dear Ms Feld,\n\nyour order:\n\n- item\n\nRegards' },
      'Dear Ms Feld,\n\nyour order:\n\n- item\n\nRegards',
    ],
    ['blank lines beside HTML', { html: '<p>a</p><p>b</p>', plain: 'a\n\nb' }, 'a\n\nb'],
    ['HTML alone', { html: `<p><b>a</b></p><table><tr>${cell('1')}${cell('2')}</tr></table>` }, 'a\n1\t2'],
  ];
  for (const [name, what, text] of plain)
    it(`keeps ${name} in channels without formatting`, async () => {
      expect(await pasted(what, false)).to.equal(text);
    });

  it('takes the place of nothing when there is nothing in it', async () => {
    const { composer, surface } = await aComposer();
    composer.text = 'kept';
    await settled();
    composer.focus();
    document.getSelection()?.selectAllChildren(surface);
    surface.dispatchEvent(pasteOf({ 'text/html': '<img src="x.png">' }));
    await settled();
    expect(composer.text).to.equal('kept');
  });

  it('goes on where the caret is, in the middle of a line', async () => {
    const { composer, surface } = await aComposer();
    await typed('a ');
    surface.dispatchEvent(pasteOf({ 'text/html': '<p>b</p>', 'text/plain': 'b' }));
    await typed(' c');
    expect(composer.text).to.equal('a b c');
  });
});

describe('message-composer: files', () => {
  const transferOf = (files: readonly string[], kinds: Readonly<Record<string, string>>): DataTransfer => {
    const transfer = new DataTransfer();
    for (const name of files) transfer.items.add(new File(['x'], name));
    for (const [kind, text] of Object.entries(kinds)) transfer.setData(kind, text);
    return transfer;
  };

  function paste(place: HTMLElement, dataTransfer: DataTransfer): ClipboardEvent {
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, 'clipboardData', { value: dataTransfer });
    place.dispatchEvent(event);
    return event;
  }

  function drop(place: HTMLElement, dataTransfer: DataTransfer): DragEvent[] {
    return ['dragover', 'drop'].map((name) => {
      const event = new DragEvent(name, { bubbles: true, cancelable: true, composed: true });
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      place.dispatchEvent(event);
      return event;
    });
  }

  const said = (composer: MessageComposer): (string | undefined)[] =>
    ['.left-out', '[role="status"]'].map((selector) => findAll(composer, selector).map(textOf)[0]);

  for (const [name, files, kinds] of [
    ['a picture of the screen', ['image.png'], {}],
    ['a file with its name', ['invoice.pdf'], { 'text/plain': '/home/ana/invoice.pdf' }],
    ['an image of a page', ['image.png'], { 'text/html': '<img src="https://shop.example/a.png">' }],
    ['two files', ['a.pdf', 'b.pdf'], { 'text/plain': 'a.pdf\nb.pdf' }],
  ] as const)
    it(`says what became of ${name}, pasted and dropped anywhere, and leaves the text as it was`, async () => {
      const { composer, surface } = await aComposer();
      await typed('Hello');
      const words = messageComposer.filesLeftOut(files.length);
      expect(paste(surface, transferOf(files, kinds)).defaultPrevented).to.equal(true);
      await settled();
      expect(said(composer)).to.deep.equal([words, words]);
      expect(composer.text).to.equal('Hello');
      await typed('!');
      expect(said(composer)).to.deep.equal([undefined, '']);
      for (const place of [surface, find(composer, '.foot')]) {
        const events = drop(place, transferOf(files, kinds));
        await settled();
        expect(events.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true, true]);
        expect(said(composer)).to.deep.equal([words, words]);
      }
      expect(composer.text).to.equal('Hello!');
      composer.clear();
      await settled();
      expect(said(composer)).to.deep.equal([undefined, '']);
    });

  it('takes text that comes with a picture of it, and text that is dropped', async () => {
    const { composer, surface } = await aComposer();
    paste(surface, transferOf(['image.png'], { 'text/html': '<b>12</b> kg', 'text/plain': '12 kg' }));
    await settled();
    drop(surface, transferOf([], { 'text/plain': ' and more' }));
    await settled();
    expect(composer.text).to.equal('**12** kg and more');
    expect(said(composer)).to.deep.equal([undefined, '']);
  });
});
