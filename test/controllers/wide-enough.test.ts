import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { WideEnough } from '../../src/controllers/wide-enough.js';
import { frame } from '../support/mounting.js';

/** One line where it is wide, and five below one another where it is not: its height follows its width. */
class WidthWatched extends LitElement {
  readonly width = new WideEnough(this, 300, true);
  renders = 0;

  override render(): unknown {
    this.renders += 1;
    return html`<div></div>`;
  }

  override updated(): void {
    const line = this.renderRoot.querySelector('div');
    if (line) line.style.height = this.width.isWide ? '20px' : '100px';
  }
}
customElements.define('width-watched', WidthWatched);

describe('WideEnough', () => {
  const resized = async (box: HTMLElement, px: number): Promise<void> => {
    box.style.width = `${String(px)}px`;
    await frame();
    await frame();
    await frame();
  };
  const shown = async (px: number): Promise<{ readonly box: HTMLElement; readonly element: WidthWatched }> => {
    const box = await fixture<HTMLElement>(html`<div><width-watched style="display: block"></width-watched></div>`);
    await resized(box, px);
    return { box, element: box.querySelector('width-watched')! };
  };

  it('follows the width both ways, at the very pixel', async () => {
    const { box, element } = await shown(400);
    const seen: boolean[] = [];
    for (const px of [299, 300, 299, 500, 10]) {
      await resized(box, px);
      seen.push(element.width.isWide);
    }
    expect(seen).to.deep.equal([false, true, false, true, false]);
  });

  it('renders once for each change, and not for other widths', async () => {
    const { box, element } = await shown(400);
    const before = element.renders;
    for (const px of [350, 310, 200, 100]) await resized(box, px);
    expect(element.renders - before).to.equal(1);
  });

  it('keeps what it was while it is not displayed, and while it is nowhere', async () => {
    const { box, element } = await shown(200);
    element.style.display = 'none';
    await resized(box, 200);
    expect(element.width.isWide).to.equal(false);
    element.remove();
    await resized(box, 600);
    expect(element.width.isWide).to.equal(false);
    element.style.display = 'block';
    box.append(element);
    await resized(box, 600);
    expect(element.width.isWide).to.equal(true);
  });

  it('is no error of the page where the height follows', async () => {
    const errors: unknown[] = [];
    const { onerror } = globalThis;
    globalThis.onerror = (message) => {
      errors.push(message);
      return true;
    };
    try {
      const { box } = await shown(400);
      for (const px of [200, 400, 200]) await resized(box, px);
    } finally {
      globalThis.onerror = onerror;
    }
    expect(errors).to.deep.equal([]);
  });
});
