import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { EndFollower } from '../../src/controllers/end-follower.js';
import { find, frame } from '../support/mounting.js';

const ROW = 20;
const VIEW = 100;

/** Rows of 20 px in a view of 100 px. */
class FollowedRows extends LitElement {
  @property({ type: Number }) rows = 0;
  @property({ type: Boolean }) hasScroller = true;
  readonly resizes: boolean[] = [];
  readonly end = new EndFollower(this, {
    content: '.content',
    onResize: (isOtherWidth) => void this.resizes.push(isOtherWidth),
  });

  override render(): TemplateResult {
    const scroller = html`<div class="scroller" part="scroller"><div class="content" part="content"></div></div>`;
    return html`${this.hasScroller ? scroller : 'nothing'}`;
  }

  override updated(): void {
    this.end.grow(this.rows);
    const content = this.renderRoot.querySelector<HTMLElement>('.content');
    if (content) content.style.height = `${String(this.rows * ROW)}px`;
    this.end.keep();
  }
}
customElements.define('followed-rows', FollowedRows);

const looks = html`<style>
  followed-rows {
    display: block;
    width: 300px;
  }
  followed-rows::part(scroller) {
    height: var(--view, ${VIEW}px);
    overflow: hidden scroll; /* a bar that comes with the rows takes width where bars do, as in Firefox */
    overflow-anchor: none;
  }
</style>`;

describe('the end of what grows', () => {
  let element: FollowedRows;
  const scroller = (): HTMLElement => find(element, '.scroller');
  const fromEnd = (): number => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
  const grow = async (rows: number): Promise<void> => {
    element.rows = rows;
    await element.updateComplete;
    await frame();
  };
  /** The reader scrolls: the view is at another place when its scroll event comes. */
  const read = (distance: number, isWhole?: boolean): boolean => {
    scroller().scrollTop = scroller().scrollHeight - VIEW - distance;
    return element.end.takeScroll(isWhole);
  };

  beforeEach(async () => {
    const page = await fixture(html`<div>${looks}<followed-rows rows="20"></followed-rows></div>`);
    element = find<FollowedRows>(page, 'followed-rows');
    await frame();
  });

  it('is followed as it grows, and nothing is unseen', async () => {
    expect([fromEnd(), element.end.isFollowing, element.end.unseen]).to.deep.equal([0, true, 0]);
    await grow(40);
    expect([fromEnd(), element.end.unseen]).to.deep.equal([0, 0]);
  });

  it('is left where the reader has gone back, also when something comes before any event says so', async () => {
    scroller().scrollTop = 100;
    await grow(25);
    expect([scroller().scrollTop, element.end.isFollowing, element.end.unseen]).to.deep.equal([100, false, 5]);
  });

  it('is left where the reader has gone back, also when the host is drawn anew before any event says so', async () => {
    scroller().scrollTop = 100;
    element.end.keep();
    expect([scroller().scrollTop, element.end.isFollowing]).to.deep.equal([100, false]);
    await element.updateComplete;
    expect(element.isUpdatePending, 'the way back to the end is to be shown').to.equal(true);
    element.end.follow();
    element.end.keep();
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
  });

  for (const [how, step] of [
    ['a slow wheel', 6],
    ['the first steps of a smooth scroll', 2],
  ] as const)
    it(`is left by ${how}, also when something comes at every step`, async () => {
      const places: number[] = [];
      for (let turn = 1; turn <= 5; turn += 1) {
        scroller().scrollTop -= step;
        element.end.takeScroll();
        await grow(20 + turn);
        places.push(scroller().scrollTop);
      }
      expect(places).to.deep.equal([1, 2, 3, 4, 5].map((turn) => 20 * ROW - VIEW - turn * step));
      expect(element.end.unseen).to.equal(5);
    });

  it('is not come back to by what becomes more above the reader, only by the reader', () => {
    read(20);
    expect(element.end.isFollowing).to.equal(false);
    // As who holds the place does it: what is read stands where it stood.
    find(element, '.content').style.height = `${String(25 * ROW)}px`;
    scroller().scrollTop += 5 * ROW;
    element.end.keep();
    element.end.takeScroll();
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([20, false]);
    read(19);
    expect(element.end.isFollowing).to.equal(true);
  });

  it('is not left where what is above the end becomes less, and more before anything is drawn', async () => {
    find(element, '.content').style.height = `${String(15 * ROW)}px`;
    await grow(18);
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
  });

  it('is not left where what is above the end has become less', async () => {
    await grow(12);
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
  });

  it('is left where the reader goes back, and what comes then is counted once', async () => {
    expect(read(200)).to.equal(true);
    expect([fromEnd(), element.end.isFollowing, element.end.unseen]).to.deep.equal([200, false, 0]);
    await grow(23);
    await grow(25);
    expect([fromEnd(), element.end.unseen]).to.deep.equal([200 + 5 * ROW, 5]);
    read(250);
    expect(element.end.unseen, 'going on reading reads nothing new').to.equal(5);
    await grow(22);
    expect(element.end.unseen).to.equal(2);
    await grow(10);
    expect(element.end.unseen).to.equal(0);
  });

  it('is followed again from 32 px on, and not from 33', () => {
    read(200);
    read(33);
    expect(element.end.isFollowing).to.equal(false);
    read(32);
    expect(element.end.isFollowing).to.equal(true);
  });

  it('of a part is not the end of everything', async () => {
    read(200);
    read(0, false);
    expect(element.end.isFollowing).to.equal(false);
    await grow(24);
    expect(element.end.unseen).to.equal(4);
    element.end.follow();
    element.end.keep();
    expect([fromEnd(), element.end.unseen]).to.deep.equal([0, 0]);
  });

  it('is not left by what scrolls on its own: growth below, or a pixel that is rounded away', () => {
    scroller().firstElementChild!.setAttribute('style', `height: ${String(40 * ROW)}px`);
    expect(fromEnd()).to.equal(20 * ROW);
    element.end.takeScroll();
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
    read(1);
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
  });

  it('is kept when the view or what is in it changes its size, which is not the reader', async () => {
    element.style.setProperty('--view', '60px');
    scroller().scrollTop = 0;
    expect(element.end.takeScroll()).to.equal(false);
    await frame();
    await frame();
    expect([fromEnd(), element.end.isFollowing]).to.deep.equal([0, true]);
    expect(element.resizes).to.deep.equal([false]);
    scroller().firstElementChild!.setAttribute('style', 'height: 900px');
    await frame();
    await frame();
    expect([fromEnd(), element.resizes.length]).to.deep.equal([0, 1]);
  });

  it('tells another width from one that is hidden and shown again', async () => {
    const sized = async (style: string): Promise<void> => {
      element.setAttribute('style', style);
      await frame();
      await frame();
    };
    await sized('display: none');
    expect(element.end.takeScroll(), 'nobody scrolls what nobody sees').to.equal(false);
    await sized('');
    expect(element.resizes).to.deep.equal([false, false]);
    expect(fromEnd()).to.equal(0);
    await sized('width: 200px');
    expect(element.resizes).to.deep.equal([false, false, true]);
  });

  it('is left as before where the host is moved to another place of the document', async () => {
    read(120);
    const { scrollTop } = scroller();
    find(element.parentElement!, 'style').before(element);
    element.requestUpdate();
    await element.updateComplete;
    await frame();
    expect([scroller().scrollTop, element.end.isFollowing]).to.deep.equal([scrollTop, false]);
  });

  it('is forgotten with the view, and found in the next one', async () => {
    element.hasScroller = false;
    await element.updateComplete;
    expect(element.end.scroller).to.equal(null);
    expect(element.end.takeScroll()).to.equal(false);
    element.hasScroller = true;
    await element.updateComplete;
    await frame();
    expect(element.end.scroller === scroller()).to.equal(true);
    const parent = element.parentElement!;
    element.remove();
    expect(element.end.scroller).to.equal(null);
    parent.append(element);
    element.requestUpdate();
    await element.updateComplete;
    expect([element.end.scroller === scroller(), fromEnd()]).to.deep.equal([true, 0]);
  });
});
