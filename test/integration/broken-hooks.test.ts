import { expect, html } from '@open-wc/testing';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

// A new element is covered once it has a folder.
const definitions = import.meta.glob('../../src/components/*/*.define.ts', { eager: true });
/** The provider is what the others stand in, and shows nothing itself. */
const TAGS = [...new Set(Object.keys(definitions).map((path) => path.split('/').at(-2) ?? ''))].filter(
  (tag) => tag !== 'session-provider',
);

type Constructor = new () => HTMLElement;

const classOf = (tag: string): Constructor => customElements.get(tag) as Constructor;
const broken = (): never => {
  throw new Error('broken for the test');
};

/** Variants of every element that are broken where a prototype cannot be changed later. Tag by tag and hook. */
const CALLBACKS: ReadonlyMap<string, (base: Constructor) => Constructor> = new Map([
  [
    'constructor',
    (base) =>
      class extends base {
        constructor() {
          super();
          broken();
        }
      },
  ],
  [
    'connectedCallback',
    (base) =>
      class extends base {
        connectedCallback(): void {
          (base.prototype as { connectedCallback?: () => void }).connectedCallback?.call(this);
          broken();
        }
      },
  ],
  [
    'disconnectedCallback',
    (base) =>
      class extends base {
        disconnectedCallback(): void {
          (base.prototype as { disconnectedCallback?: () => void }).disconnectedCallback?.call(this);
          broken();
        }
      },
  ],
]);

/** Lets a hook of all elements of a tag throw, until it is repaired. */
function breakHook(tag: string, hook: string): () => void {
  const prototype = classOf(tag).prototype as object;
  const own = Object.getOwnPropertyDescriptor(prototype, hook);
  Object.defineProperty(prototype, hook, { configurable: true, value: broken });
  return () => {
    if (own) Object.defineProperty(prototype, hook, own);
    else Reflect.deleteProperty(prototype, hook);
  };
}

/** Puts an element between two others of a workspace that knows already where it looks. */
async function stage(element: HTMLElement): Promise<Mounted> {
  const mounted = await mount(html`<agent-presence></agent-presence><task-capacity></task-capacity>`, {
    sessions: [theCall],
    transcript: { sessionId: theCall.id, segments: aboutACard },
  });
  find(mounted.provider, 'agent-presence').after(Object.assign(element, { sessionId: theCall.id }));
  await settled();
  return mounted;
}

/** The elements before and after it show what happens now. */
async function expectOthersToGoOn({ provider, gateway }: Mounted, tag: string): Promise<void> {
  await happens(
    gateway,
    { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' },
    { type: 'session.ended', at: NOW, sessionId: theCall.id, result: 'accepted-by-user' },
  );
  if (tag !== 'agent-presence')
    expect(find<HTMLSelectElement>(find(provider, 'agent-presence'), 'select').value).to.equal('away');
  if (tag !== 'task-capacity') expect(textOf(find(provider, 'task-capacity'))).to.match(/0 of 5/);
}

describe('whatever throws in an element', () => {
  const silenced: { error?: typeof console.error; onerror?: typeof globalThis.onerror; reported: unknown[] } = {
    reported: [],
  };
  const repairs: (() => void)[] = [];

  beforeEach(() => {
    silenced.error = console.error;
    silenced.reported = [];
    console.error = () => undefined;
    // The test framework takes every error of the page for a failed test.
    silenced.onerror = globalThis.onerror;
    globalThis.onerror = (...[, , , , error]) => {
      silenced.reported.push(error?.message);
      return true;
    };
  });

  afterEach(() => {
    globalThis.onerror = silenced.onerror ?? null;
    for (const repair of repairs.splice(0)) repair();
    if (silenced.error) console.error = silenced.error;
  });

  for (const tag of TAGS) {
    for (const hook of ['willUpdate', 'render', 'firstUpdated', 'updated']) {
      it(`<${tag}>: ${hook} leaves a card, the others go on, and a retry brings it back`, async () => {
        repairs.push(breakHook(tag, hook));
        const element = document.createElement(tag);
        const mounted = await stage(element);
        await frame();
        // Rendered anew with the settings that it has read, and a first update comes once.
        const isBack = tag === 'notification-settings' && hook === 'firstUpdated';
        if (!isBack) expect(textOf(find(element, '[part="error"]'))).to.contain('Try again');
        await expectOthersToGoOn(mounted, tag);
        for (const repair of repairs.splice(0)) repair();
        // A first update comes once: an element that the facts above concern is back already.
        for (const retry of findAll(element, '[part="error"] button')) retry.click();
        await settled(mounted.provider);
        expect(findAll(element, '[part="error"]')).to.have.length(0);
      });
    }

    for (const [callback, variantOf] of CALLBACKS) {
      it(`<${tag}>: ${callback} leaves the others as they are`, async () => {
        const variant = `broken-${callback.toLowerCase()}-${tag}`;
        customElements.define(variant, variantOf(classOf(tag)));
        const mounted = await stage(document.createElement(variant));
        await frame();
        await expectOthersToGoOn(mounted, tag);
        find(mounted.provider, variant).remove();
        expect([...new Set(silenced.reported)]).to.deep.equal(['broken for the test']);
      });
    }
  }
});
