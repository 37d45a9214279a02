import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import '../../src/views/withstand.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-details/session-details.define.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { allWithin, find, frame, settled } from '../support/mounting.js';

const RESET =
  '*:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert; }';
const INHERITED =
  '.page { white-space: nowrap; text-transform: uppercase; text-indent: 30px; letter-spacing: 9px; text-align: right; word-break: break-all; word-spacing: 20px; writing-mode: vertical-rl; }';
const CONTENT_BOX = '* { box-sizing: content-box }';

/** A page of a host's with a sheet of its own. */
async function under(css: string): Promise<HTMLElement> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const page = await fixture<HTMLElement>(
    html`<div class="page" style="display: block; inline-size: 900px; block-size: 600px">
      <session-provider lang="en" .gateway=${aGateway({ sessions: [aSession({ isSelected: true })] })}>
        <my-sessions></my-sessions><session-details></session-details><codes-tags></codes-tags>
        <task-capacity class="put-away"></task-capacity><task-capacity class="hidden" hidden></task-capacity>
      </session-provider>
    </div>`,
  );
  await settled(page);
  await frame();
  return page;
}

/** Texts whose lines lie over each other, or nearly. */
const closeLines = (within: ParentNode): readonly string[] =>
  allWithin(within)
    .filter((own) => own.checkVisibility() && !own.matches('.spoken, .spoken *'))
    .map((own) => [own, getComputedStyle(own)] as const)
    .filter(([, { lineHeight, fontSize }]) => Number.parseFloat(lineHeight) < Number.parseFloat(fontSize) * 1.2)
    .map(
      ([{ localName, className }, { lineHeight, fontSize }]) =>
        `${localName}.${className}: ${lineHeight} of ${fontSize}`,
    );

describe('the styles of a page around the elements', () => {
  afterEach(() => {
    document.adoptedStyleSheets.pop();
  });

  it('do not make them inline', async () => {
    const page = await under(RESET);
    const displays = ['my-sessions', 'session-details', 'codes-tags'].map(
      (tag) => getComputedStyle(find(page, tag)).display,
    );
    expect(displays).to.deep.equal(['grid', 'block', 'block']);
    expect(find(page, 'my-sessions').getBoundingClientRect().width).to.equal(900);
    expect(getComputedStyle(find(page, '.hidden')).display).to.equal('none');
  });

  it('may hide them', async () => {
    const page = await under('.put-away { display: none }');
    expect(getComputedStyle(find(page, '.put-away')).display).to.equal('none');
    expect(getComputedStyle(find(page, '.hidden')).display).to.equal('none');
  });

  it('may hide and size what they have reset', async () => {
    const page = await under(`${RESET} my-sessions { block-size: 450px } .put-away { display: none }`);
    const { classList } = find(page, 'my-sessions');
    const shown = (): readonly unknown[] => {
      const { display, blockSize, gridTemplateRows } = getComputedStyle(find(page, 'my-sessions'));
      return [display, blockSize, gridTemplateRows.split(' ').length];
    };
    expect(shown()).to.deep.equal(['grid', '450px', 2]);
    classList.add('put-away');
    await frame();
    expect(shown()[0]).to.equal('none');
    classList.remove('put-away');
    await frame();
    expect(shown()).to.deep.equal(['grid', '450px', 2]);
  });

  it('do not make blocks of grids', async () => {
    const page = await under('my-sessions { display: block; block-size: 450px }');
    expect(getComputedStyle(find(page, 'my-sessions')).display).to.equal('grid');
    expect(getComputedStyle(find(page, 'my-sessions')).blockSize).to.equal('450px');
    expect(getComputedStyle(find(page, 'session-details')).display).to.equal('block');
  });

  it('do not come in where they would break layouts', async () => {
    const page = await under(INHERITED);
    const { whiteSpace, textTransform, textIndent, letterSpacing, textAlign, wordBreak, wordSpacing, writingMode } =
      getComputedStyle(find(find(page, 'session-details'), 'dl'));
    const inherited = { whiteSpace, textTransform, textIndent, letterSpacing, textAlign, wordBreak, wordSpacing };
    expect({ ...inherited, writingMode }).to.deep.equal({
      whiteSpace: 'normal',
      textTransform: 'none',
      textIndent: '0px',
      letterSpacing: 'normal',
      textAlign: 'start',
      wordBreak: 'normal',
      wordSpacing: '0px',
      writingMode: 'horizontal-tb',
    });
  });

  it('do not change how boxes are measured', async () => {
    const page = await under(CONTENT_BOX);
    const boxes = ['my-sessions', 'session-details dl', 'button'].map(
      (selector) => getComputedStyle(find(page, selector.split(' ').at(-1)!)).boxSizing,
    );
    expect(boxes).to.deep.equal(['border-box', 'border-box', 'border-box']);
  });

  for (const size of [14, 20, 28])
    it(`may set text in ${String(size)} px, whose lines keep apart`, async () => {
      const page = await under(
        `.page { --my-sessions-font-size: ${String(size)}px; --my-sessions-font-size-small: ${String(size - 2)}px }`,
      );
      const close = closeLines(find(page, 'session-details'));
      expect(close).to.deep.equal([]);
      // As it is drawn: what a browser says that it computes may be a 64th of a pixel more.
      if (size === 14) expect(find(find(page, 'session-details'), 'dt').getBoundingClientRect().height).to.equal(20);
    });

  it('keep lines apart where a user has a least size for all text', async () => {
    const page = await under('');
    // As the browser's own setting does, in all that is drawn.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { font-size: 24px !important }');
    for (const { shadowRoot } of allWithin(page)) shadowRoot?.adoptedStyleSheets.push(sheet);
    for (const tag of ['session-details', 'codes-tags', 'agent-presence', 'session-pane'])
      expect(closeLines(find(page, tag)), tag).to.deep.equal([]);
  });
});
