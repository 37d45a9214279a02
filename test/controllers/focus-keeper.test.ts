import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keepFocus } from '../../src/controllers/focus-keeper.js';
import { expectFocusOn, find } from '../support/mounting.js';

/** Three buttons of which any may be gone; the next one is heir, else the last. */
class ThreeButtons extends LitElement {
  @property({ attribute: false }) names: readonly string[] = ['one', 'two', 'three'];
  /** The places that heirs were asked for. */
  readonly asked: number[] = [];

  constructor() {
    super();
    keepFocus(this, (focused) => {
      const place = this.#buttons().indexOf(focused as HTMLElement);
      return () => {
        this.asked.push(place);
        return this.#buttons()[Math.min(place, this.#buttons().length - 1)];
      };
    });
  }

  override render(): TemplateResult {
    return html`${['one', 'two', 'three'].map((name) =>
      this.names.includes(name) ? html`<button id=${name}>${name}</button>` : nothing,
    )}`;
  }

  #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }
}
customElements.define('three-buttons', ThreeButtons);

describe('focus in an element that changes', () => {
  let page: HTMLElement;
  let element: ThreeButtons;
  const button = (id: string): HTMLElement => find(element, `#${id}`);
  const only = async (...names: readonly string[]): Promise<void> => {
    element.names = names;
    await element.updateComplete;
  };

  beforeEach(async () => {
    page = await fixture(html`<div><three-buttons></three-buttons><input aria-label="Note" /></div>`);
    element = find<ThreeButtons>(page, 'three-buttons');
  });

  it('goes to the heir of what was taken away', async () => {
    button('one').focus();
    await only('two', 'three');
    expectFocusOn(button('two'));
  });

  it('is asked for by the place where it stood last', async () => {
    button('one').focus();
    button('three').focus();
    await only('one', 'two');
    expect(element.asked).to.deep.equal([2]);
    expectFocusOn(button('two'));
  });

  it('knows its place also after things before it have gone', async () => {
    button('three').focus();
    await only('two', 'three');
    await only('two');
    expect(element.asked).to.deep.equal([1]);
  });

  it('stays where it is when something else is taken away', async () => {
    button('two').focus();
    await only('two');
    expectFocusOn(button('two'));
    expect(element.asked).to.deep.equal([]);
  });

  it('is left elsewhere when it went there before its place was gone', async () => {
    button('two').focus();
    find(page, 'input').focus();
    await only('one');
    expectFocusOn(find(page, 'input'));
  });

  it('is left elsewhere when it went there in the same moment', async () => {
    button('two').focus();
    element.names = ['one'];
    find(page, 'input').focus();
    await element.updateComplete;
    expectFocusOn(find(page, 'input'));
  });

  it('is left elsewhere when its place was gone already, before the element noticed', async () => {
    button('two').focus();
    button('two').remove();
    find(page, 'input').focus();
    element.requestUpdate();
    await element.updateComplete;
    expectFocusOn(find(page, 'input'));
    expect(element.asked).to.deep.equal([]);
  });

  it('goes to the heir also when its place was gone before the element noticed', async () => {
    button('two').focus();
    button('two').remove();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.asked).to.deep.equal([1]);
    expectFocusOn(button('three'));
  });

  it('is asked for by where it went within the element, also when its place was gone before the element noticed', async () => {
    button('one').focus();
    button('three').focus();
    button('three').remove();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.asked).to.deep.equal([2]);
    expectFocusOn(button('two'));
  });

  it('is let go where there is no heir, and nobody is asked twice', async () => {
    button('two').focus();
    await only();
    expectFocusOn(document.body);
    await only('one');
    expectFocusOn(document.body);
    expect(element.asked).to.deep.equal([1]);
  });

  it('is left alone when somebody put it nowhere', async () => {
    button('two').focus();
    button('two').blur();
    // the element learns of it in its own turn
    await Promise.resolve();
    await only('one');
    expectFocusOn(document.body);
    expect(element.asked).to.deep.equal([]);
  });

  it('is kept once more after it was kept', async () => {
    button('one').focus();
    await only('two', 'three');
    await only('three');
    expectFocusOn(button('three'));
  });

  it('is not taken back when the element comes again', async () => {
    button('two').focus();
    element.remove();
    await Promise.resolve();
    page.append(element);
    element.names = ['one'];
    await element.updateComplete;
    expectFocusOn(document.body);
    expect(element.asked).to.deep.equal([]);
  });
});
