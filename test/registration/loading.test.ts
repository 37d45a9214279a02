import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { defineElement, defineLater } from '../../src/registration/define-element.js';
import { Loading } from '../../src/registration/loading.js';
import { en } from '../../src/localize/en.js';
import { FakeTime } from '../support/fake-time.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, settled, textOf } from '../support/mounting.js';

class Host extends LitElement {
  #loading: Loading | undefined;

  protected override render(): unknown {
    return this.#loading?.view(en.common, 'First, second:');
  }

  protected override firstUpdated(): void {
    const prefix = this.localName.slice(0, -'late-host'.length);
    this.#loading = new Loading([`${prefix}first-part`, `${prefix}second-part`], () => {
      this.requestUpdate();
    });
  }
}

/** A file with both parts, under a prefix that no other test has, which comes when the test says so. */
async function withFile(prefix: string): Promise<{
  readonly host: Host;
  readonly come: () => void;
  readonly fail: () => void;
  readonly asked: () => number;
}> {
  let asked = 0;
  let settle: { readonly resolve: () => void; readonly reject: (reason: Error) => void } | undefined;
  let file: Promise<void> | undefined;
  const load = (): Promise<void> =>
    (file ??= new Promise<void>((resolve, reject) => {
      asked += 1;
      settle = { resolve, reject };
    }).finally(() => (file = undefined)));
  const tags = ['first-part', 'second-part'].map((tag) => `${prefix}${tag}`);
  for (const tag of tags) defineLater(tag, load);
  customElements.define(`${prefix}late-host`, class extends Host {});
  const host = await fixture<Host>(html`${document.createElement(`${prefix}late-host`)}`);
  return {
    host,
    asked: () => asked,
    come() {
      for (const tag of tags) defineElement(tag, class extends HTMLElement {});
      settle?.resolve();
    },
    fail: () => settle?.reject(new Error('not found')),
  };
}

const FAILED = 'First, second: This could not be shown.';

describe('elements that are loaded when they are shown', () => {
  const errors: unknown[][] = [];
  const { error } = console;
  beforeEach(() => {
    errors.length = 0;
    console.error = (...told: unknown[]) => errors.push(told);
  });
  afterEach(() => {
    console.error = error;
  });

  it('are nothing to speak of when they come', async () => {
    const { host, come, asked } = await withFile('comes-');
    expect(textOf(host)).to.equal('');
    come();
    await settled(host);
    expect(textOf(host)).to.equal('');
    expect(asked()).to.equal(1);
  });

  it('are named where they could not be loaded, once for all of them, and tried again when the agent asks', async () => {
    const { host, come, fail, asked } = await withFile('fails-');
    fail();
    await settled(host);
    expect(textOf(find(host, '[role="alert"] p'))).to.equal(FAILED);
    expect(errors.map(([text]) => text)).to.deep.equal([
      'my-sessions: <fails-first-part>, <fails-second-part> could not be loaded.',
    ]);
    find(host, 'button').click();
    await settled(host);
    expect(textOf(host)).to.equal('');
    fail();
    await settled(host);
    expect(textOf(find(host, 'p'))).to.equal(FAILED);
    find(host, 'button').click();
    come();
    await settled(host);
    expect(textOf(host)).to.equal('');
    expect(asked()).to.equal(3);
  });

  for (const around of ['what can have the focus', 'a page'])
    it(`leave the focus in ${around} when the agent asks again by key`, async () => {
      const { host, fail } = await withFile(around === 'a page' ? 'page-' : 'panel-');
      const panel = host.parentElement as HTMLElement;
      if (around !== 'a page') panel.tabIndex = -1;
      fail();
      await settled(host);
      find(host, 'button').focus();
      await press('Enter');
      await settled(host);
      expect(findAll(host, 'button')).to.have.length(0);
      expectFocusOn(around === 'a page' ? host : panel);
    });

  it('are tried again when there is a network again', async () => {
    const { host, come, fail, asked } = await withFile('online-');
    dispatchEvent(new Event('online'));
    fail();
    await settled(host);
    dispatchEvent(new Event('online'));
    come();
    await settled(host);
    expect(textOf(host)).to.equal('');
    expect(asked()).to.equal(2);
  });

  it('are named where they do not come and do not fail, until they come after all', async () => {
    const time = new FakeTime();
    try {
      const { host, come } = await withFile('hangs-');
      await time.elapse(9_999);
      expect(textOf(host)).to.equal('');
      await time.elapse(1);
      expect(textOf(host)).to.equal('First, second: Still loading. If this lasts, load the page again.');
      expect(findAll(host, 'button')).to.have.length(0);
      come();
      await settled(host);
      expect(textOf(host)).to.equal('');
      expect(time.running, 'timers').to.equal(0);
    } finally {
      time.restore();
    }
  });
});
