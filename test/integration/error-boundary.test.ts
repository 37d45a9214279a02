import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import '../../src/define.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { workingDay, theCall } from '../../stories/scenarios/working-day.js';
import { press } from '../support/hands.js';
import { find, expectFocusOn, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

type Hook = 'willUpdate' | 'render' | 'updated' | 'firstUpdated';

const WIDGETS = [
  'agent-presence',
  'codes-tags',
  'session-controls',
  'session-details',
  'session-pane',
  'sessions-list',
  'task-capacity',
  'transcript-view',
] as const;

const restores: (() => void)[] = [];

/** Lets a hook of every element of a tag throw, until it is repaired. */
function breakHook(tag: string, hook: Hook): () => void {
  const { prototype } = customElements.get(tag) as unknown as { prototype: object };
  const own = Object.getOwnPropertyDescriptor(prototype, hook);
  Object.defineProperty(prototype, hook, {
    configurable: true,
    value: () => {
      throw new Error('broken for the test');
    },
  });
  const repair = (): void => {
    if (own) Object.defineProperty(prototype, hook, own);
    else Reflect.deleteProperty(prototype, hook);
  };
  restores.push(repair);
  return repair;
}

const workspace = (): Promise<Mounted> =>
  mount(html`<div style="inline-size: 1000px; block-size: 600px"><my-sessions></my-sessions></div>`, {
    sessions: workingDay,
    transcript: { sessionId: theCall.id, segments: aboutACard },
  });

describe('an element that breaks', () => {
  const silenced: { error?: typeof console.error; logged: unknown[][] } = { logged: [] };

  beforeEach(() => {
    silenced.error = console.error;
    silenced.logged = [];
    console.error = (...args: unknown[]) => silenced.logged.push(args);
  });

  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
    if (silenced.error) console.error = silenced.error;
  });

  for (const tag of WIDGETS) {
    for (const hook of ['render', 'willUpdate', 'updated'] as const) {
      it(`<${tag}> in ${hook} shows a card, tells the host, and works again after a retry`, async () => {
        const repair = breakHook(tag, hook);
        const told: unknown[] = [];
        const listen = (event: Event): void => {
          told.push((event as CustomEvent).detail);
        };
        document.addEventListener('my-sessions-error', listen);
        const { provider, gateway } = await workspace();
        await frame();
        document.removeEventListener('my-sessions-error', listen);
        const broken = findAll(provider, tag);
        expect(broken.length).to.be.greaterThan(0);
        for (const element of broken) expect(textOf(find(element, '[part="error"]'))).to.contain('Try again');
        expect(told.length).to.be.at.least(broken.length);
        expect(told[0]).to.deep.equal({ tag });

        const sibling = tag === 'agent-presence' ? 'task-capacity' : 'agent-presence';
        await happens(
          gateway,
          { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' },
          { type: 'session.removed', at: NOW, sessionId: 'parked-task' },
        );
        expect(textOf(find(provider, sibling))).to.match(sibling === 'agent-presence' ? /Ana Sommer/ : /4 of 5/);
        expect(findAll(find(provider, sibling), '[part="error"]')).to.have.length(0);

        repair();
        for (const element of broken) find(element, '[part="error"] button').click();
        await settled();
        for (const element of broken) {
          expect(findAll(element, '[part="error"]')).to.have.length(0);
          expect(textOf(element)).to.not.equal('');
        }
      });
    }
  }

  it('has the focus where the agent tried again by key', async () => {
    const repair = breakHook('task-capacity', 'render');
    const { provider } = await workspace();
    await frame();
    repair();
    const [broken] = findAll(provider, 'task-capacity');
    find(broken!, '[part="error"] button').focus();
    await press('Enter');
    await settled();
    expect(findAll(broken!, '[part="error"]')).to.have.length(0);
    expectFocusOn(broken!);
  });

  it('says nothing about customers where developers look', async () => {
    breakHook('session-details', 'render');
    await workspace();
    expect(silenced.logged.length).to.be.greaterThan(0);
    for (const [message] of silenced.logged) expect(String(message)).to.not.contain('Nora');
  });

  it('does not stop the stream of facts for anybody', async () => {
    breakHook('session-details', 'render');
    const { provider, gateway } = await workspace();
    await happens(gateway, { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'busy' });
    expect(find<HTMLSelectElement>(find(provider, 'agent-presence'), 'select').value).to.equal('busy');
  });
});
