import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/session-details/session-details.define.js';
import { selectSelection } from '../../src/index.js';
import type { Selection, SessionEvent } from '../../src/index.js';
import { aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { forgetViews } from '../../stories/scenarios/in-workspace.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { settled, storeIn } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessions = [
  aSession(),
  aSession({ id: 'call-2', state: 'parked' }),
  aSession({ id: 'wrap-up', state: 'after-call-work' }),
  anEndedSession(),
  aSession({ id: 'ringing', state: 'offered', times: {} }),
];
const startsWith = (agentId: string, own = sessions): ScriptedGateway =>
  new ScriptedGateway([
    { type: 'workspace.reset', at: NOW, agentId },
    ...own.map((session): SessionEvent => ({ type: 'session.snapshot', at: NOW, session })),
  ]);

/** What a page does when it is loaded: a provider on a gateway that tells all anew. */
async function load(gateway = startsWith('ana')): Promise<Pick<Mounted, 'store' | 'gateway'>> {
  const provider = await fixture(
    html`<session-provider lang="en" .gateway=${gateway}><session-details></session-details></session-provider>`,
  );
  await settled(provider);
  return { store: storeIn(provider), gateway };
}

describe('after a reload', () => {
  beforeEach(forgetViews);

  const views: readonly Selection[] = [
    { kind: 'home' },
    { kind: 'session', sessionId: 'call-2' },
    { kind: 'session', sessionId: 'call-2', tab: 'map' },
    { kind: 'session', sessionId: 'wrap-up' },
    { kind: 'session', sessionId: 'ended-1' },
    { kind: 'offer', sessionId: 'ringing' },
  ];
  for (const view of views) {
    it(`the same is looked at: ${Object.values(view).join(' ')}`, async () => {
      const { store } = await load();
      expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: 'call-1' });
      store.look(view);
      expect((await load()).store.read(selectSelection)).to.deep.equal(view);
    });
  }

  it('Home is not left for what is only in the list, and is left for what starts', async () => {
    (await load()).store.look(undefined);
    const { store, gateway } = await load();
    gateway.emit({ type: 'session.parked', sessionId: 'call-1', at: NOW });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'home' });
    gateway.emit({ type: 'session.accepted', sessionId: 'ringing', at: NOW });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: 'ringing' });
  });

  it('the workspace begins at the first session when what was looked at is gone, or was an offer and came to nothing', async () => {
    const first = { kind: 'session', sessionId: 'call-1' };
    (await load()).store.look('call-2');
    const others = sessions.filter(({ id }) => id !== 'call-2');
    expect((await load(startsWith('ana', others))).store.read(selectSelection)).to.deep.equal(first);
    (await load()).store.look('ringing');
    const missed = sessions.map((own) => (own.id === 'ringing' ? { ...own, state: 'ended' as const } : own));
    expect((await load(startsWith('ana', missed))).store.read(selectSelection)).to.deep.equal(first);
  });

  it('another agent, with sessions of the same ids, begins anew; the first one goes on', async () => {
    (await load()).store.look('call-2');
    expect((await load(startsWith('ben'))).store.read(selectSelection)?.sessionId).to.equal('call-1');
    expect((await load()).store.read(selectSelection)?.sessionId).to.equal('call-2');
  });

  it('of what was looked at there are ids, and nothing of a customer', async () => {
    (await load()).store.look({ kind: 'session', sessionId: 'call-2', tab: 'map' });
    const kept = Object.entries(sessionStorage).filter(([key]) => key.startsWith('my-sessions/'));
    expect(kept).to.deep.equal([['my-sessions/view/ana', '{"kind":"session","sessionId":"call-2","tab":"map"}']]);
  });

  it('nonsense in the storage of the tab is passed over', async () => {
    for (const nonsense of ['', 'null', '7', '[]', '{"kind":"session"}', '{"kind":"session","sessionId":7}', '{']) {
      sessionStorage.setItem('my-sessions/view/ana', nonsense);
      expect((await load()).store.read(selectSelection), nonsense).to.deep.equal({
        kind: 'session',
        sessionId: 'call-1',
      });
    }
  });

  it('where a page may keep nothing, the workspace works and begins at the first session', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    const { getItem, setItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'sessionStorage', { configurable: true, get: refuse });
    // What has asked often goes on with what it had in WebKit.
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      const { store } = await load();
      store.look('call-2');
      expect(store.read(selectSelection)?.sessionId).to.equal('call-2');
      expect((await load()).store.read(selectSelection)?.sessionId).to.equal('call-1');
    } finally {
      Object.defineProperty(window, 'sessionStorage', own);
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });
});

describe('a workspace that was never chosen in', () => {
  beforeEach(forgetViews);

  it('turns to the first session that there is, also when that comes later or the one before is removed', async () => {
    const { store, gateway } = await load(startsWith('ana', []));
    expect(store.read(selectSelection)).to.equal(undefined);
    gateway.deliver([{ type: 'session.snapshot', at: NOW, session: aSession() }], 'replay');
    expect(store.read(selectSelection)?.sessionId).to.equal('call-1');
    gateway.deliver([{ type: 'session.snapshot', at: NOW, session: aSession({ id: 'call-2' }) }], 'replay');
    gateway.emit({ type: 'session.removed', sessionId: 'call-1', at: NOW });
    expect(store.read(selectSelection)?.sessionId).to.equal('call-2');
  });

  it('goes from an offer that came to nothing to the next one', async () => {
    const { store, gateway } = await load(startsWith('ana', []));
    const offer = { serviceId: 'card-line', modality: 'im', direction: 'inbound' } as const;
    gateway.emit({ type: 'session.offered', sessionId: 'one', at: NOW, offer });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'offer', sessionId: 'one' });
    gateway.emit({ type: 'session.missed', sessionId: 'one', at: NOW });
    gateway.emit({ type: 'session.offered', sessionId: 'two', at: NOW, offer });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'offer', sessionId: 'two' });
  });
});
