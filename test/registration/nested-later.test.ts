import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { defineElement, defineLater } from '../../src/registration/define-element.js';
import { nestedLater } from '../../src/registration/nested-later.js';
import { en } from '../../src/localize/en.js';
import { FakeTime } from '../support/fake-time.js';
import { find, findAll, settled, textOf } from '../support/mounting.js';

class Child extends LitElement {
  static override properties = { sessionId: {} };
  declare sessionId: string;

  protected override render(): unknown {
    return `shows ${this.sessionId}`;
  }
}

/** A parent whose child's tag is its own to name, so that each test has one that nobody has defined. */
class Parent extends LitElement {
  static override properties = { child: {}, shown: {} };
  declare child: string;
  declare shown: string;

  protected override render(): unknown {
    return nestedLater(en, this, 'later-parent', this.child, { sessionId: this.shown });
  }
}
declare global {
  interface HTMLElementTagNameMap {
    'later-parent': Parent;
  }
}
customElements.define('later-parent', Parent);
customElements.define('acme-later-parent', class extends Parent {});

/** A load that the test lets succeed or fail. */
function aLoad(tag: string): { readonly succeed: () => void; readonly fail: () => void; readonly calls: () => number } {
  let calls = 0;
  let settle: { resolve: () => void; reject: (reason: Error) => void } | undefined;
  defineLater(tag, () => {
    calls += 1;
    return new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  });
  return {
    calls: () => calls,
    succeed() {
      defineElement(tag, class extends Child {});
      settle?.resolve();
    },
    fail: () => settle?.reject(new Error('not found')),
  };
}

const shown = (child: string, prefix = ''): Promise<Parent> => {
  const tag = `${prefix}later-parent` as 'later-parent';
  const parent = document.createElement(tag);
  parent.child = child;
  parent.shown = 's1';
  return fixture<Parent>(html`${parent}`);
};

describe('an element that is defined when it is first shown', () => {
  it('says that it is loading, and then shows what its parent says now', async () => {
    const load = aLoad('later-one');
    const parent = await shown('later-one');
    expect(textOf(parent)).to.equal('Loading…');
    parent.shown = 's2';
    await settled(parent);
    load.succeed();
    await settled(parent);
    expect(textOf(parent)).to.equal('shows s2');
    expect(load.calls()).to.equal(1);
  });

  it('is not tried again by a network that comes back once nobody shows it any more, and is where it is shown again', async () => {
    for (const isGoneFirst of [false, true]) {
      const load = aLoad(`later-gone-${String(isGoneFirst)}`);
      const parent = await shown(`later-gone-${String(isGoneFirst)}`);
      const { parentElement } = parent;
      if (isGoneFirst) parent.remove();
      load.fail();
      await settled(parent);
      parent.remove();
      dispatchEvent(new Event('online'));
      expect(load.calls()).to.equal(1);
      parentElement?.append(parent);
      await settled(parent);
      dispatchEvent(new Event('online'));
      expect(load.calls()).to.equal(2);
      load.succeed();
      await settled(parent);
      expect(textOf(parent)).to.equal('shows s1');
    }
  });

  it('offers to try again when loading fails', async () => {
    const load = aLoad('later-two');
    const parent = await shown('later-two');
    load.fail();
    await settled(parent);
    expect(textOf(find(parent, '[role="alert"]'))).to.contain('This could not be shown.');
    find(parent, 'button').click();
    expect(textOf(parent)).to.equal('Loading…');
    load.succeed();
    await settled(parent);
    expect(textOf(parent)).to.equal('shows s1');
    expect(findAll(parent, '[role="alert"]')).to.have.length(0);
  });

  it('says so when loading takes long, and is shown when it comes after all', async () => {
    const load = aLoad('later-eight');
    const time = new FakeTime();
    try {
      const parent = await shown('later-eight');
      await time.elapse(9_999);
      expect(textOf(parent)).to.equal('Loading…');
      await time.elapse(1);
      expect(textOf(parent)).to.equal('Still loading. If this lasts, load the page again.');
      load.succeed();
      await settled(parent);
      expect(textOf(parent)).to.equal('shows s1');
      expect(time.running, 'timers').to.equal(0);
    } finally {
      time.restore();
    }
  });

  it('is there at once when somebody has defined it already', async () => {
    defineElement('later-three', class extends Child {});
    expect(textOf(await shown('later-three'))).to.equal('shows s1');
  });

  it('follows the prefix of its parent', async () => {
    const load = aLoad('acme-later-four');
    const parent = await shown('later-four', 'acme-');
    load.succeed();
    await settled(parent);
    expect(textOf(find(parent, 'acme-later-four'))).to.equal('shows s1');
  });

  it('gives way to another element when its parent wants that', async () => {
    for (const tag of ['later-six', 'later-seven']) defineElement(tag, class extends Child {});
    const parent = await shown('later-six');
    parent.child = 'later-seven';
    await settled(parent);
    expect(findAll(parent, 'later-six')).to.have.length(0);
    expect(textOf(find(parent, 'later-seven'))).to.equal('shows s1');
  });

  it('stays the same element while its parent renders', async () => {
    const load = aLoad('later-five');
    const parent = await shown('later-five');
    load.succeed();
    await settled(parent);
    const child = find(parent, 'later-five');
    parent.shown = 's3';
    await settled(parent);
    expect(find(parent, 'later-five') === child).to.equal(true);
    expect(textOf(child)).to.equal('shows s3');
  });
});
