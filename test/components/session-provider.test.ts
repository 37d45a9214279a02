import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/task-capacity/task-capacity.define.js';
import { createLocalization, createSessionStore, en, silentLogger } from '../../src/index.js';
import { sessionDetails } from '../../src/localize/en/session-details.js';
import type { SessionProvider, SessionStore } from '../../src/index.js';
import { aGateway, aSession, withAgent } from '../../stories/scenarios/builders.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { find, happens, mount, settled, storeIn, textOf, until } from '../support/mounting.js';

const details = html`<session-details session-id="call-1"></session-details>`;
const other = (): ScriptedGateway =>
  aGateway({ sessions: [aSession({ caller: { name: 'Tom Berger' }, customer: { name: 'Tom Berger' } })] });

const aStore = (gateway: ScriptedGateway): SessionStore =>
  createSessionStore({ gateway, clock: gateway.clock, logger: silentLogger, newId: () => crypto.randomUUID() });

describe('session-provider', () => {
  it('connects its gateway once, however many elements are inside it', async () => {
    const { gateway } = await mount(html`${details}${details}<task-capacity></task-capacity>`, { sessions: [theCall] });
    expect(gateway.connections).to.equal(1);
  });

  it('ends the store it made when it is removed, and connects anew when it comes back', async () => {
    const { provider, gateway, store } = await mount(details, { sessions: [theCall] });
    const { parentElement } = provider;
    provider.remove();
    await settled();
    expect(gateway.connections).to.equal(0);
    expect(store.subscriptions).to.equal(0);
    parentElement!.append(provider);
    await settled();
    expect(gateway.connections).to.equal(1);
    expect(textOf(provider)).to.contain('Nora Feld');
  });

  it('keeps its workspace when it is moved', async () => {
    const { provider, gateway, store } = await mount(details, { sessions: [theCall] });
    await happens(gateway, {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Live News' },
    });
    const home = provider.parentElement!.appendChild(document.createElement('div'));
    home.append(provider);
    await settled();
    expect(gateway.connections).to.equal(1);
    expect(storeIn(provider) === store).to.equal(true);
    expect(textOf(provider)).to.contain('Live News');
  });

  it('turns everything inside it to another gateway: the old agent is gone within the same frame', async () => {
    const { provider, gateway, store } = await mount(html`${details}<session-details></session-details>`, {
      sessions: [theCall, aChat],
    });
    const next = other();
    provider.gateway = next;
    await settled();
    expect(textOf(provider)).to.contain('Tom Berger');
    expect(textOf(provider)).to.not.contain('Nora Feld');
    expect(gateway.connections).to.equal(0);
    expect(store.subscriptions).to.equal(0);
    expect(next.connections).to.equal(1);
    await happens(gateway, { type: 'customer.identified', at: NOW, sessionId: 'call-1', customer: { name: 'Ghost' } });
    expect(textOf(provider)).to.not.contain('Ghost');
  });

  it('shows nobody’s data when its gateway is taken away', async () => {
    const { provider, gateway } = await mount(details, { sessions: [theCall] });
    provider.gateway = undefined;
    await settled();
    expect(gateway.connections).to.equal(0);
    await until(() => textOf(provider) !== '');
    expect(textOf(provider)).to.equal('Not connected: the <session-provider> around this has no gateway yet.');
  });

  it('takes a store in place of a gateway, and never ends it', async () => {
    const gateway = aGateway({ sessions: [theCall] });
    const store = aStore(gateway);
    const provider = await fixture<SessionProvider>(
      html`<session-provider lang="en" .store=${store}>${details}</session-provider>`,
    );
    await settled();
    expect(textOf(provider)).to.contain('Nora Feld');
    provider.remove();
    await settled();
    expect(store.subscriptions).to.equal(0);
    expect(gateway.connections).to.equal(1);
    store.dispose();
    expect(gateway.connections).to.equal(0);
  });

  it('prefers a store to a gateway, and goes back to a new workspace without it', async () => {
    const gateway = aGateway({ sessions: [theCall] });
    const store = aStore(other());
    const { provider } = await mount(details, gateway);
    provider.store = store;
    await settled();
    expect(textOf(provider)).to.contain('Tom Berger');
    expect(gateway.connections).to.equal(0);
    provider.store = undefined;
    await settled();
    expect(textOf(provider)).to.contain('Nora Feld');
    expect(store.subscriptions).to.equal(0);
    store.dispose();
  });

  it('leaves the workspace as it is when only the words change', async () => {
    const { provider, gateway, store } = await mount(details, { sessions: [theCall] });
    await happens(gateway, {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Live News' },
    });
    const strings = { ...en, 'session-details': { ...sessionDetails, caller: 'Anrufer' } };
    provider.localization = createLocalization('de', strings);
    await settled();
    expect(textOf(provider)).to.contain('Anrufer');
    expect(textOf(provider)).to.contain('Live News');
    expect(storeIn(provider) === store).to.equal(true);
    expect(gateway.connections).to.equal(1);
  });

  it('speaks in the formats of its own language, and of the page’s without one', async () => {
    const gateway = aGateway({ sessions: [theCall] });
    const provider = await fixture<SessionProvider>(
      html`<session-provider lang="ar-EG" .gateway=${gateway}>${details}</session-provider>`,
    );
    await settled();
    expect(textOf(provider)).to.contain(new Intl.NumberFormat('ar-EG').format(1));
  });

  it('inside another one is the one that counts for what is inside it', async () => {
    const { provider } = await mount(
      html`${details}<session-provider lang="en" .gateway=${other()}><div>${details}</div></session-provider>`,
      { sessions: [theCall] },
    );
    expect(textOf(find(provider, 'session-details'))).to.contain('Nora Feld');
    expect(textOf(find(find(provider, 'session-provider'), 'session-details'))).to.contain('Tom Berger');
  });

  it('keeps two workspaces on one page apart', async () => {
    const one = await mount(html`${details}<task-capacity></task-capacity>`, { sessions: [theCall] });
    const two = await mount(html`${details}<task-capacity></task-capacity>`, {
      document: withAgent({ taskParallelization: { enabled: true, total: 9 } }),
    });
    expect(textOf(find(two.provider, 'task-capacity'))).to.contain('0 of 9');
    await happens(one.gateway, { type: 'session.snapshot', at: NOW, session: aChat });
    expect(textOf(find(one.provider, 'task-capacity'))).to.contain('2 of 5');
    expect(textOf(find(two.provider, 'task-capacity'))).to.contain('0 of 9');
    one.store.look(aChat.id);
    await settled();
    expect(two.store.read({ topics: [], read: ({ selection }) => selection?.sessionId })).to.equal(undefined);
    expect(textOf(find(two.provider, 'session-details'))).to.equal('This session is not known here.');
  });

  describe('for its host', () => {
    it('has the store that it made, and makes none the host’s that is put back', async () => {
      const { provider, store } = await mount(html`<task-capacity></task-capacity>`, { sessions: [theCall] });
      expect(provider.store === store).to.equal(true);
      const { store: own } = provider;
      provider.store = own;
      const next = aGateway({ sessions: [aChat] });
      provider.gateway = next;
      await settled();
      expect(provider.store === store).to.equal(false);
      expect(provider.store === storeIn(provider)).to.equal(true);
      provider.gateway = undefined;
      await settled();
      expect(provider.store).to.equal(undefined);
    });

    it('says which session is looked at, and turns to another one or Home when nobody says no', async () => {
      const { provider } = await mount(html`<task-capacity></task-capacity>`, { sessions: [theCall, aChat] }, true);
      const heard: unknown[] = [];
      let isForbidden = false;
      for (const name of ['session-select', 'session-selected'] as const)
        provider.addEventListener(name, (event) => {
          heard.push([name, event.detail.sessionId, event.composedPath()[0] === provider]);
          if (isForbidden) event.preventDefault();
        });
      expect(provider.selectedId).to.equal(undefined);
      provider.selectedId = aChat.id;
      await settled();
      expect(provider.selectedId).to.equal(aChat.id);
      isForbidden = true;
      provider.selectedId = theCall.id;
      await settled();
      expect(provider.selectedId).to.equal(aChat.id);
      isForbidden = false;
      provider.selectedId = undefined;
      provider.selectedId = 'nobody knows it';
      await settled();
      expect(provider.selectedId).to.equal(undefined);
      expect(heard).to.deep.equal([
        ['session-select', aChat.id, true],
        ['session-selected', aChat.id, true],
        ['session-select', theCall.id, true],
        ['session-select', undefined, true],
        ['session-selected', undefined, true],
      ]);
    });

    it('leaves a session as its buttons would, and says whether it came to that', async () => {
      const { provider, gateway } = await mount(html`<task-capacity></task-capacity>`, { sessions: [aChat] }, true);
      let isForbidden = true;
      provider.addEventListener('session-end', (event) => {
        if (isForbidden) event.preventDefault();
      });
      expect(await provider.closeSession(aChat.id, 'end'), 'somebody says no').to.equal(false);
      expect(await provider.closeSession(aChat.id, 'release'), 'not what its service does').to.equal(false);
      expect(await provider.closeSession('nobody knows it', 'end')).to.equal(false);
      expect(gateway.commands).to.deep.equal([]);
      isForbidden = false;
      expect(await provider.closeSession(aChat.id, 'end')).to.equal(true);
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'not-allowed' });
      expect(await provider.closeSession(aChat.id, 'end'), 'refused').to.equal(false);
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.end', 'session.end']);
    });

    it('has neither before there is a gateway, and lets nobody turn', async () => {
      const provider = await fixture<SessionProvider>(html`<session-provider></session-provider>`);
      provider.selectedId = theCall.id;
      expect([provider.store, provider.selectedId]).to.deep.equal([undefined, undefined]);
      expect(await provider.closeSession(theCall.id, 'end')).to.equal(false);
    });
  });
});
