import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { defineElement, defineLater } from '../../src/registration/define-element.js';
import { KIT, VERSION } from '../../src/registration/version.js';
import { tellTaken } from '../../src/registration/tell-taken.js';
import { loadWhereWritten } from '../../src/registration/where-written.js';
import { frame, until } from '../support/mounting.js';

let count = 0;

/** A tag of its own for a test, with how often it was loaded. */
function aTag(load: (tag: string) => Promise<void> = () => Promise.resolve()): { tag: string; loads: () => number } {
  const tag = `written-${String((count += 1))}`;
  let loads = 0;
  defineLater(tag, async () => {
    loads += 1;
    await load(tag);
    defineElement(tag, class extends LitElement {});
  });
  return { tag, loads: () => loads };
}

const isDefined = (tag: string) => (): boolean => customElements.get(tag) !== undefined;
const arrives = async (tag: string): Promise<void> => {
  await until(isDefined(tag));
  expect(isDefined(tag)(), `<${tag}> is defined`).to.equal(true);
};
const element = (tag: string): HTMLElement => document.createElement(tag);

describe('a tag of the kit that a host writes', () => {
  const page = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<div></div>`);

  it('is loaded where it stands already, when its name becomes known', async () => {
    const place = await page();
    const { tag, loads } = aTag();
    place.append(element(tag), element(tag));
    await frame();
    loadWhereWritten();
    await arrives(tag);
    expect(loads()).to.equal(1);
  });

  it('is loaded when it comes, with what is around it and without', async () => {
    const place = await page();
    const [bare, wrapped] = [aTag(), aTag()];
    loadWhereWritten();
    place.append(element(bare.tag));
    await arrives(bare.tag);
    const section = element('section');
    section.append(element(wrapped.tag));
    place.append(section);
    await arrives(wrapped.tag);
  });

  it('is not loaded before it stands anywhere, nor where it came and went', async () => {
    const place = await page();
    const [made, gone, last] = [aTag(), aTag(), aTag()];
    loadWhereWritten();
    element(made.tag);
    const passing = element(gone.tag);
    place.append(passing);
    passing.remove();
    place.append(element(last.tag));
    await arrives(last.tag);
    expect([made.loads(), gone.loads()]).to.deep.equal([0, 0]);
  });

  it('is loaded in open shadow roots: one that is there, one in it, and what comes into them later', async () => {
    const place = await page();
    const [there, inner, later] = [aTag(), aTag(), aTag()];
    const outer = place.attachShadow({ mode: 'open' });
    const host = outer.appendChild(element('div'));
    const deep = host.attachShadow({ mode: 'open' });
    outer.append(element(there.tag));
    deep.append(element(inner.tag));
    loadWhereWritten();
    await arrives(there.tag);
    await arrives(inner.tag);
    deep.append(element(later.tag));
    await arrives(later.tag);
  });

  it('is loaded in the shadow root of a host’s element that is defined later', async () => {
    const place = await page();
    const { tag } = aTag();
    loadWhereWritten();
    place.append(element('late-frame-of-a-host'));
    await frame();
    customElements.define(
      'late-frame-of-a-host',
      class extends LitElement {
        protected override render(): unknown {
          return element(tag);
        }
      },
    );
    await arrives(tag);
  });

  it('is loaded in a shadow root that came unseen, as soon as another element of the kit is in it', async () => {
    const place = await page();
    const { tag } = aTag();
    loadWhereWritten();
    await frame();
    const shadow = place.attachShadow({ mode: 'open' });
    shadow.append(element(tag));
    const kin = shadow.appendChild(element('div'));
    kin.dispatchEvent(new Event('context-provider', { bubbles: true, composed: true }));
    await arrives(tag);
  });

  it('is not looked for in what elements of the kit show themselves', async () => {
    const place = await page();
    const [inside, beside] = [aTag(), aTag()];
    loadWhereWritten();
    class Own extends LitElement {
      static readonly [KIT] = 'any';
      protected override render(): unknown {
        return element(inside.tag);
      }
    }
    if (!customElements.get('own-of-the-kit')) customElements.define('own-of-the-kit', Own);
    place.append(element('own-of-the-kit'));
    await frame();
    place.append(element(beside.tag));
    await arrives(beside.tag);
    expect(inside.loads()).to.equal(0);
  });

  it('is tried again when the network is back, and then the next one is as well', async () => {
    const place = await page();
    const { error } = console;
    const lines: unknown[] = [];
    console.error = (line: unknown) => lines.push(line);
    let isOnline = false;
    const { tag, loads } = aTag(() => (isOnline ? Promise.resolve() : Promise.reject(new Error('offline'))));
    try {
      loadWhereWritten();
      place.append(element(tag));
      await until(() => lines.length > 0);
      expect(lines).to.deep.equal([`my-sessions: <${tag}> could not be loaded.`]);
      isOnline = true;
      dispatchEvent(new Event('online'));
      await arrives(tag);
      expect(loads()).to.equal(2);
    } finally {
      console.error = error;
    }
  });
});

describe('a tag that another version of the kit has', () => {
  function warned(act: () => void): readonly unknown[] {
    const { warn } = console;
    const lines: unknown[] = [];
    console.warn = (line: unknown) => lines.push(line);
    try {
      act();
    } finally {
      console.warn = warn;
    }
    return lines;
  }
  class Older extends HTMLElement {
    static readonly [KIT] = '0.0.9';
  }

  it('is left alone, and the console names both versions, once for all tags; and what is of nobody we know', () => {
    const older = ['older-one', 'older-two'];
    for (const tag of older) customElements.define(tag, class extends Older {});
    customElements.define('taken-by-the-host', class extends HTMLElement {});
    const tags = [...older, 'taken-by-the-host', 'of-this-version'];
    for (const tag of tags) defineElement(tag, class extends LitElement {});
    expect(
      warned(() => {
        tellTaken([...tags, 'of-nobody-yet']);
      }),
    ).to.deep.equal([
      'my-sessions: Two versions are on this page: 0.0.9 was first and defines <older-one>, <older-two>; ' +
        `${VERSION} leaves them as they are. Load one version, or give one of them a prefix: defineMySessions({ prefix: 'acme-' }).`,
      `my-sessions: Defined already, by something else than My Sessions ${VERSION}, which leaves it as it is: ` +
        "<taken-by-the-host>. Where that is not meant, give the kit a prefix: defineMySessions({ prefix: 'acme-' }).",
    ]);
  });
});
