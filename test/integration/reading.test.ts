import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { selectSession } from '../../src/index.js';
import type { SessionEvent, SessionStore } from '../../src/index.js';
import type { InMemoryBackend } from '../../src/gateways/in-memory/in-memory-backend.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { BackendFixture } from '../support/backend-fixture.js';
import { find, findAll, happens, mount, settled, storeIn } from '../support/mounting.js';

/** What an agent has looked at is read: after a reload, and in every tab. */

const content = html`<sessions-list></sessions-list><session-controls></session-controls>`;

/** Until what tells the backend, which is loaded after the first picture, is there. */
const telling = (): Promise<unknown> => import('../../src/context/tell-what-is-read.js');

/** A page on a backend; where it begins is left to the test. */
async function aTab(gateway: InMemoryBackend): Promise<SessionStore> {
  forgetViews();
  const provider = await fixture(
    html`<session-provider lang="en" manual-switch .gateway=${gateway}>${content}</session-provider>`,
  );
  await telling();
  await settled(provider);
  return storeIn(provider);
}

const unreadIn = (store: SessionStore, id: string): number | undefined => store.read(selectSession(id))?.unread;

let number = 0;
function writes(sessionId: string, ...texts: readonly string[]): Omit<SessionEvent & { sessionId: string }, 'at'> {
  const segments = texts.map((text) => {
    number += 1;
    const speaker = { id: 'customer', role: 'customer' } as const;
    return { id: `line-${String(number)}`, speaker, text, isFinal: true, at: NOW + number };
  });
  return { type: 'transcript.appended', sessionId, segments } as never;
}

describe('what was looked at', () => {
  let backend: InMemoryBackend;
  let id: string;
  beforeEach(async () => {
    const fixtureOfBackend = new BackendFixture();
    ({ backend } = fixtureOfBackend);
    id = await fixtureOfBackend.active('web-chat', 'im');
    backend.tell([writes(id, 'Hello?', 'Is anybody there?') as never]);
  });

  it('is read in another tab and after a reload', async () => {
    const [one, other] = [await aTab(backend), await aTab(backend)];
    expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([2, 2]);
    one.look(id);
    await settled();
    expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([0, 0]);
    expect(unreadIn(await aTab(backend), id)).to.equal(0);
  });

  it('is read as it comes, as long as it is looked at, and counts again afterwards', async () => {
    const [one, other] = [await aTab(backend), await aTab(backend)];
    one.look(id);
    await settled();
    backend.tell([writes(id, 'I am still here.') as never]);
    await settled();
    expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([0, 0]);
    one.look(undefined);
    backend.tell([writes(id, 'And now?') as never]);
    await settled();
    expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([1, 1]);
  });

  it('is not read while the page is out of sight, and is when it is back', async () => {
    const [one, other] = [await aTab(backend), await aTab(backend)];
    one.look(id);
    await settled();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    try {
      backend.tell([writes(id, 'Nobody sees this.') as never]);
      await settled();
      expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([1, 1]);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect([unreadIn(one, id), unreadIn(other, id)]).to.deep.equal([0, 0]);
  });
});

describe('a backend that does not know what reading is', () => {
  const session = aSession({ id: 'chat', modality: 'im', unread: 2 });
  const line = (id: string): SessionEvent => ({
    type: 'transcript.appended',
    at: NOW,
    sessionId: 'chat',
    segments: [{ id, speaker: { id: 'customer', role: 'customer' }, text: id, isFinal: true }],
  });

  for (const failure of ['failed', 'not-allowed'] as const)
    it(`is asked once, and the agent reads as ever: ${failure}`, async () => {
      const gateway = new ScriptedGateway([
        { type: 'workspace.reset', at: NOW, agentId: 'ana' },
        line('one'),
        { type: 'session.snapshot', at: NOW, session },
      ]);
      gateway.answer = () => Promise.resolve({ ok: false, failure, message: 'Unknown command' });
      const { provider, store } = await mount(content, gateway, true);
      await telling();
      store.look('chat');
      await settled();
      await happens(gateway, line('two'));
      await happens(gateway, line('three'));
      expect(gateway.looks.map(({ type }) => type)).to.deep.equal(['messages.mark-read']);
      expect(unreadIn(store, 'chat')).to.equal(0);
      expect(findAll(provider, '[role="alert"], [aria-disabled="true"]')).to.deep.equal([]);
      store.look(undefined);
      await happens(gateway, line('four'));
      expect(find(provider, '.unread [aria-hidden]').textContent).to.equal('1');
    });

  it('is told by each agent what that one has read, also of the same session on the same page', async () => {
    const truth = (agentId: string): SessionEvent[] => [
      { type: 'workspace.reset', at: NOW, agentId },
      line('one'),
      { type: 'session.snapshot', at: NOW, session },
    ];
    const gateway = new ScriptedGateway(truth('ana'));
    const { store } = await mount(content, gateway, true);
    await telling();
    store.look('chat');
    await settled();
    await happens(gateway, ...truth('ben'));
    store.look('chat');
    await settled();
    expect(gateway.looks.map((command) => 'segmentId' in command && command.segmentId)).to.deep.equal(['one', 'one']);
  });

  it('is told of what comes before it has answered', async () => {
    const gateway = new ScriptedGateway([
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      line('one'),
      { type: 'session.snapshot', at: NOW, session },
    ]);
    gateway.answer = () => new Promise(() => undefined);
    const { store } = await mount(content, gateway, true);
    await telling();
    store.look('chat');
    await settled();
    await happens(gateway, line('two'));
    expect(gateway.looks.map((command) => 'segmentId' in command && command.segmentId)).to.deep.equal(['one', 'two']);
  });

  it('is told again what it could not be told, and a host may say no', async () => {
    const gateway = new ScriptedGateway([
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      line('one'),
      { type: 'session.snapshot', at: NOW, session },
    ]);
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'unreachable' });
    const { provider, store } = await mount(content, gateway, true);
    await telling();
    store.look('chat');
    await settled();
    await happens(gateway, line('two'));
    const segmentsIn = (): unknown[] => gateway.looks.map((command) => 'segmentId' in command && command.segmentId);
    expect(segmentsIn()).to.deep.equal(['one', 'two']);
    provider.addEventListener('messages-mark-read', (event) => {
      event.preventDefault();
    });
    await happens(gateway, line('three'));
    expect(segmentsIn()).to.deep.equal(['one', 'two']);
  });
});
