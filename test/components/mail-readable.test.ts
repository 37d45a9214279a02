import { expect, html } from '@open-wc/testing';
import '../../src/components/email-conversation/email-conversation.define.js';
import { contrastOf, colourOf, over, WHITE } from '../../src/components/email-conversation/mail-colours.js';
import { aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { sheetIn } from '../support/mail-frames.js';
import { find, frame, mount, textOf, until } from '../support/mounting.js';

async function shown(mail: string, width = 600): Promise<HTMLElement> {
  const { provider } = await mount(
    html`<div style="inline-size: ${width}px; --my-sessions-mail-height: 6000px">
      <email-conversation session-id="mail-1"></email-conversation>
    </div>`,
    { sessions: [aMailSession(aMail({ html: mail }))] },
  );
  const sheet = await sheetIn(provider);
  await frame();
  return sheet;
}

interface Word {
  readonly node: Text;
  readonly rects: readonly DOMRect[];
}

function wordsIn(sheet: HTMLElement): Word[] {
  const { ownerDocument: document } = sheet;
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const words: Word[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    words.push({ node, rects: [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) });
  }
  return words;
}

/** What the browser itself says is painted at a place, from the top to the bottom. */
function behindAt(document: Document, x: number, y: number): ReturnType<typeof over> {
  const view = document.defaultView!;
  // Rows are painted behind their cells, and no place is said to be theirs.
  const painted = document
    .elementsFromPoint(x, y)
    .flatMap((element) =>
      element.localName === 'td' ? [element, element.parentElement!, element.parentElement!.parentElement!] : [element],
    );
  return painted.reverse().reduce((behind, element) => {
    expect(view.getComputedStyle(element).backgroundImage).to.equal('none');
    return over(behind, colourOf(view.getComputedStyle(element).backgroundColor)!);
  }, WHITE);
}

/** Fails with the words that cannot be read, are covered, or lie over others. */
function expectReadable(sheet: HTMLElement): void {
  const { ownerDocument: document } = sheet;
  const view = document.defaultView!;
  const words = wordsIn(sheet);
  const faults: string[] = [];
  for (const { node, rects } of words) {
    const style = view.getComputedStyle(node.parentElement!);
    if (Number.parseFloat(style.fontSize) < 11) faults.push(`${node.data}: ${style.fontSize}`);
    for (const { left, right, top, bottom } of rects) {
      for (const [x, y] of [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 1, top + 1],
        [right - 1, bottom - 1],
      ] as const) {
        if (x < 0 || x >= view.innerWidth || y < 0 || y >= view.innerHeight) continue;
        const behind = behindAt(document, x, y);
        const contrast = contrastOf(over(behind, colourOf(style.color)!), behind);
        if (contrast < 4.5) faults.push(`${node.data}: ${style.color} on ${String(behind)}`);
      }
    }
  }
  const boxes = words.flatMap(({ node, rects }) => rects.map((rect) => ({ node, rect })));
  for (const [index, { node, rect }] of boxes.entries())
    for (const { node: other, rect: second } of boxes.slice(index + 1)) {
      const across = Math.min(rect.right, second.right) - Math.max(rect.left, second.left);
      const down = Math.min(rect.bottom, second.bottom) - Math.max(rect.top, second.top);
      if (across > 1 && down > 1) faults.push(`${node.data} lies over ${other.data}`);
    }
  expect(faults).to.deep.equal([]);
}

const LONG = 'A long line that wraps in a narrow panel and would then lie over itself or over its neighbours';

/** Each hid words, moved them over others, or painted them as what is behind them. */
const MAILS: readonly string[] = [
  // Colours.
  '<style>.h{background-color:#0a2540}</style><table><tr><td class="h"><span style="color:#fff">Your order 4711 is delayed</span></td></tr></table>',
  '<body bgcolor="#000000"><font color="#ffffff">Your order 4711 is delayed</font></body>',
  '<body bgcolor="000000" style="color: white"><p>Your order</p></body>',
  '<table><tr><td background="https://img.example/hero.jpg"><h1 style="color:#fff">Complaint 4711</h1></td></tr></table>',
  '<div style="background:linear-gradient(90deg,#0a2540,#123)"><p style="color:#fff">Complaint 4711</p></div>',
  '<div style="background:#000 url(https://img.example/white.png)"><p style="color:#fff">Complaint 4711</p></div>',
  '<div style="background-color:oklch(0.3 0.1 250)"><p style="color:#fff">Complaint 4711</p></div>',
  '<div style="background-color:color-mix(in srgb, black, blue)"><p style="color:#fff">Complaint 4711</p></div>',
  '<div style="color:rgb(255,255,255)">Answer written in a dark mail program</div>',
  '<div style="color: white">A <b>B</b> <a href="https://shop.example/">shop</a> <span style="color: #eee">C</span></div>',
  '<div style="background: #111; color: #eee">Dark <div style="background: white">and light</div> <p style="color: #222">wrong</p></div>',
  '<p style="color: rgba(0, 0, 0, 0.1)">faint</p><p style="background: rgba(0, 0, 0, 0.5); color: rgba(255, 255, 255, 0.5)">x</p>',
  '<p style="color: transparent">nothing</p><p style="color: #777; background: #888">grey</p>',
  '<div style="color: #4a34b4; background: black">x <a href="https://shop.example/">link</a> <img src="https://img.example/x.png" alt="Logo"></div>',
  '<span style="background: black; color: white; font-size: 11px">small <span style="font-size: 40px">BIG</span> <sup>up</sup></span>',
  '<span style="background: black"><div style="color: white">a block in what is inline</div></span>',
  '<font color="white"><p style="background: black">x<table><tr><td>y</td></tr></table></p></font>',
  '<ul style="color: white"><li></li><li><p>x</p></li></ul>',
  '<table><col bgcolor="black"><tr><td style="color: white">x</td></tr></table>',
  '<table style="background: black"><tr style="background: white"><td style="color: white">x</td><td bgcolor="black"><font color="#fff">y</font></td></tr></table>',
  `<div style="background: black"><table><tr>${'<td style="color: white">wideword</td>'.repeat(9)}</tr></table></div><p>after</p>`,
  '<div style="background: black; color: white; border-radius: 50%">corner</div>',
  '<div style="background: black"><div style="float: left; color: white">a<br>b<br>c</div></div><p>after</p>',
  '<p style="-webkit-text-fill-color: white; text-shadow: 0 0 9px red; opacity: 0; filter: blur(9px)">x</p>',
  // Places.
  '<div style="max-height:0;overflow:hidden;mso-hide:all">Preview line of the mail</div><p>Please cancel this order today.</p>',
  '<div style="max-height:40px;overflow:auto;border:1px solid #999">One<br>Two<br>Three<br>Four<br>Five</div><p>Please cancel this order today.</p>',
  '<div style="width:80px;white-space:nowrap;overflow:hidden;float:left">Reference number of the case</div><div>Please cancel this order today.</div>',
  `<p style="line-height:1px">${LONG}</p><p style="font: 14px/0 serif">${LONG}</p>`,
  '<div style="height:0">Open your case at <b>bank.example</b></div><div><a href="https://evil.example/login" style="color:transparent;text-decoration:none">Open your case at bank.example</a></div>',
  '<div style="width:0;white-space:nowrap;float:left"><span style="color:#1a73e8">https://bank.example/case</span></div><a href="https://evil.example/x" style="color:transparent;text-decoration:none">mmmmmmmmmmmmmmmmmmmmm</a>',
  '<div style="position:absolute;top:0">over</div><p style="margin-top:-40px">it</p><p style="margin-top: calc(-1 * 40px)">all</p>',
  '<p>1 <span style="letter-spacing:-1em">250000</span> <span style="word-spacing:-9em">a b c</span></p><p style="text-indent:-9999px">gone</p>',
  '<p style="transform: translateY(-40px); translate: 0 -40px; rotate: 180deg; scale: 0.1; zoom: 0.1">moved</p><p>there</p>',
  `<div style="columns: 20; column-gap: 0">${LONG}</div><div style="display: grid; grid-template: 1px / 1px">${LONG}</div>`,
  '<p style="font-size: 1px">small <span style="font-size: 20em">and <small><small>again</small></small></span></p><font size="1">one</font><font size="+9">nine</font>',
  '<p>a</p><span style="background: white; padding: 60px; border: 30px solid white">covers</span><p>b</p>',
  '<table><tr><td>a</td><td rowspan="3">reaches down</td></tr><tr><td colspan="2">wide one over it</td></tr><tr><td>c</td></tr></table>',
  `<table width="40" style="table-layout: fixed; width: 40px"><tr><td width="1" nowrap height="1">Reference</td><td width="1">4711-4712</td></tr></table>`,
  '<table align="left" width="10"><tr><td>left</td></tr></table><img align="left" src="https://img.example/x.png" alt="a name"><p>beside</p>',
  `<p>${'x'.repeat(400)}</p><table><tr><td>${'y'.repeat(120)}</td><td style="background: black; color: white">z</td></tr></table>`,
  '<p style="vertical-align: -40px">a <span style="vertical-align: 40px">b</span></p><p style="writing-mode: vertical-rl">c d</p>',
  '<bdo dir="rtl">05.21</bdo> <span style="unicode-bidi: bidi-override; direction: rtl">05.21</span>',
  '<p style="overflow: hidden; height: 1em; clip-path: inset(100%)">One<br>Two</p><p>Three</p>',
];

describe('a mail can be read', () => {
  MAILS.forEach((mail, index) => {
    for (const width of [300, 800])
      it(`whatever its styles say, ${String(width)} px wide: ${String(index)} ${mail.slice(0, 60)}`, async () => {
        const sheet = await shown(mail, width);
        expect(wordsIn(sheet).length).to.be.greaterThan(0);
        expectReadable(sheet);
      });
  });

  it('in the colours of its sender where they can be read', async () => {
    const sheet = await shown(
      '<p style="color: #b00020">red</p><div style="background: #0a2540"><p style="color: #fff">white</p></div>',
    );
    expect([...sheet.querySelectorAll('p')].map(({ style }) => style.color)).to.deep.equal([
      'rgb(176, 0, 32)',
      'rgb(255, 255, 255)',
    ]);
    expect(getComputedStyle(sheet.querySelector('div div')!).backgroundColor).to.equal('rgb(10, 37, 64)');
  });

  it('in its order: nothing turns words or numbers around', async () => {
    const sheet = await shown(
      '<p><bdo dir="rtl">05.21</bdo></p><p style="unicode-bidi: bidi-override; direction: rtl">a1</p>',
    );
    expect(sheet.querySelectorAll('bdo').length).to.equal(0);
    expect(getComputedStyle(sheet.querySelectorAll('p')[1]!).unicodeBidi).to.not.contain('override');
  });

  it('with tables whose cells reach into the next rows as they are, where none lies over another', async () => {
    const sheet = await shown('<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>');
    expect(sheet.querySelector('td')?.rowSpan).to.equal(2);
  });

  it('and what is under the pointer is what is read', async () => {
    const sheet = await shown(MAILS.find((mail) => mail.includes('width:0'))!);
    const link = sheet.querySelector('a')!;
    for (const { node, rects } of wordsIn(sheet))
      for (const { left, top, width, height } of rects) {
        const hit = sheet.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
        expect(hit === node.parentElement, node.data).to.equal(true);
        expect(link.contains(hit)).to.equal(link.contains(node));
      }
    expect(textOf(sheet)).to.contain('https://bank.example/case');
    expect(link.title).to.equal('evil.example');
  });
});

describe('the frame of a mail', () => {
  it('grows when something in it does, such as an image that comes late', async () => {
    const sheet = await shown('<p>x</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="">');
    const host = find<HTMLIFrameElement>(document, 'iframe');
    const before = host.getBoundingClientRect().height;
    const image = sheet.querySelector('img')!;
    const canvas = Object.assign(document.createElement('canvas'), { width: 10, height: 700 });
    image.src = canvas.toDataURL();
    await until(() => host.getBoundingClientRect().height !== before);
    await frame();
    expect(host.getBoundingClientRect().height).to.equal(Math.ceil(sheet.getBoundingClientRect().height));
    expect(host.getBoundingClientRect().height).to.be.greaterThan(700);
  });
});
