import { expect } from '@open-wc/testing';
import '../../src/views/withstand.js';
import { allWithin, frame } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';
import type { Scene, Shown } from '../support/text-sweep.js';

const TEXT = 'Where is order 47?';

/** Sheets of hosts for everything in a page, and what is looked at in the elements of the kit. */
const sheets: Readonly<Record<string, string>> = {
  'takes everything back':
    'body *:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert; }',
  'makes everything inline': 'body * { display: inline }',
  'makes everything a block': 'body * { display: block }',
  'takes away space and lines': 'body * { margin: 0; padding: 0; border: 0; min-width: 0; background: none }',
  'measures and writes in its own way':
    'body * { box-sizing: content-box; line-height: 1; letter-spacing: 3px; color: #777; user-select: none; hyphens: auto }',
  'is inherited':
    'body { white-space: nowrap; text-transform: uppercase; text-indent: 30px; letter-spacing: 9px; text-align: right; text-align-last: justify; word-break: break-all; word-spacing: 20px; line-height: 3; line-break: anywhere; overflow-wrap: normal; font-variant: small-caps; hyphens: auto; cursor: wait; color: red; caret-color: transparent; -webkit-text-fill-color: transparent; text-shadow: 1px 1px red; user-select: none; -webkit-user-select: none }',
};

/** What is inherited, and what a reader or a writer would miss. */
const LOOKED_AT = [
  'caretColor',
  'color',
  'cursor',
  'fontVariantCaps',
  'letterSpacing',
  'lineHeight',
  'textShadow',
  'textTransform',
  'userSelect',
  'webkitTextFillColor',
  'wordSpacing',
] as const;

function shapeOf(element: Element, within: Element): string {
  const [box, around] = [element.getBoundingClientRect(), within.getBoundingClientRect()];
  const isShown = box.width > 0 || box.height > 0;
  const place = isShown ? [box.x - around.x, box.y - around.y, box.width, box.height].map(Math.round) : [];
  const style = getComputedStyle(element);
  return [...place, ...LOOKED_AT.map((property) => style[property])].join(' ');
}

const shapesOf = (shown: Shown): readonly string[] =>
  [shown.element, ...allWithin(shown.element)].map((own) => `${own.localName}: ${shapeOf(own, shown.element)}`);

/** The provider has no box, and what a host puts into it is the host's. */
async function look(): Promise<{ readonly scene: Scene; readonly shapes: ReadonlyMap<string, readonly string[]> }> {
  const scene = await show(TEXT);
  await frame();
  await frame();
  return {
    scene,
    shapes: new Map(
      scene.all.filter(({ tag }) => tag !== 'session-provider').map((shown) => [nameOf(shown), shapesOf(shown)]),
    ),
  };
}

describe('every element on a page whose sheet', function () {
  // Hundreds of inline boxes with blocks in them, as two of these sheets make, take Firefox and WebKit minutes.
  this.timeout(240_000);
  let plain: ReadonlyMap<string, readonly string[]>;

  before(async () => {
    const { scene, shapes } = await look();
    scene.end();
    plain = shapes;
  });

  // Also of a test that failed: nothing that follows is to stand under its sheet.
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  for (const [what, css] of Object.entries(sheets))
    it(`${what} is laid out as on any other`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      const { scene, shapes } = await look();
      scene.end();
      const moved = [...plain].flatMap(([name, before]) => {
        const after = shapes.get(name) ?? [];
        const at = before.findIndex((shape, index) => shape !== after[index]);
        return at < 0 ? [] : [`${name}: ${before[at] ?? ''} → ${after[at] ?? 'nothing'}`];
      });
      expect(moved).to.deep.equal([]);
    });
});
