import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/session-details/session-details.define.js';
import { SessionDetails, SessionProvider } from '../../src/index.js';
import { defineElement } from '../../src/registration/define-element.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { aStore } from '../support/a-store.js';
import { find, happens, mount, settled, storeIn, textOf, until } from '../support/mounting.js';

type ProviderElement = HTMLElement & Pick<SessionProvider, 'gateway'>;
type Step = 'define widget' | 'define provider' | 'attach' | 'provide';
const STEPS: readonly Step[] = ['define widget', 'define provider', 'attach', 'provide'];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

const prefixes = permutations(STEPS).map((order, index) => ({ order, prefix: `order${String(index)}-` }));

describe('a widget, its provider and their definitions come together', () => {
  for (const { order, prefix } of prefixes) {
    it(`in the order ${order.join(', ')}`, async () => {
      const page = await fixture(html`<div></div>`);
      const gateway = aGateway({ sessions: [theCall] });
      const provider = document.createElement(`${prefix}session-provider`) as ProviderElement;
      const widget = document.createElement(`${prefix}session-details`);
      widget.setAttribute('session-id', theCall.id);
      provider.lang = 'en';
      const steps: Record<Step, () => void> = {
        'define widget': () => {
          defineElement(`${prefix}session-details`, class extends SessionDetails {});
        },
        'define provider': () => {
          defineElement(`${prefix}session-provider`, class extends SessionProvider {});
        },
        attach: () => {
          provider.append(widget);
          page.append(provider);
        },
        provide: () => {
          provider.gateway = gateway;
        },
      };
      for (const step of order) {
        steps[step]();
        await settled(page);
      }
      expect(textOf(page)).to.contain('Nora Feld');
      expect(gateway.connections).to.equal(1);
      const store = storeIn(page);
      const subscriptionsOfOne = store.subscriptions;
      await happens(gateway, { type: 'customer.identified', at: NOW, sessionId: 'call-1', customer: { name: 'Lea' } });
      expect(textOf(page)).to.contain('Lea');
      widget.remove();
      page.append(widget);
      provider.append(widget);
      await settled(page);
      expect(store.subscriptions).to.equal(subscriptionsOfOne);
      provider.remove();
      await settled(page);
      expect(store.subscriptions).to.equal(0);
      expect(gateway.connections).to.equal(0);
    });
  }
});

describe('a widget that was there before its provider', () => {
  it('is found by a provider that is put around it', async () => {
    const page = await fixture(html`<div><session-details session-id="call-1"></session-details></div>`);
    const widget = find(page, 'session-details');
    await settled(page);
    await until(() => textOf(widget) !== '');
    expect(textOf(widget)).to.contain('Not connected');
    const provider = document.createElement('session-provider');
    provider.gateway = aGateway({ sessions: [theCall] });
    page.append(provider);
    provider.append(widget);
    await settled(page);
    expect(textOf(widget)).to.contain('Nora Feld');
  });

  it('is found, in a shadow root of the host, by a provider outside of it that is defined later', async () => {
    const page = await fixture(html`<late-session-provider lang="en"><div></div></late-session-provider>`);
    const provider = page as ProviderElement;
    const shadow = find(page, 'div').attachShadow({ mode: 'open' });
    const widget = document.createElement('session-details');
    widget.sessionId = theCall.id;
    shadow.append(widget);
    await settled(page);
    defineElement('late-session-provider', class extends SessionProvider {});
    provider.gateway = aGateway({ sessions: [theCall] });
    await settled(page);
    expect(textOf(widget)).to.contain('Nora Feld');
  });
});

describe('a widget that is moved', () => {
  const aPage = async () => {
    const page = await fixture(html`<div><section></section></div>`);
    const gateways = [
      aGateway({ sessions: [theCall] }),
      aGateway({ sessions: [aSession({ caller: {}, customer: { name: 'Tom Berger' } })] }),
    ] as const;
    const [one, two] = gateways.map((gateway: ScriptedGateway) => {
      const provider = document.createElement('session-provider');
      provider.lang = 'en';
      provider.gateway = gateway;
      page.append(provider);
      return provider;
    });
    const widget = document.createElement('session-details');
    widget.sessionId = theCall.id;
    one!.append(widget);
    // What tells the backend which messages were looked at is loaded after the first picture, and looks at the store.
    await import('../../src/context/tell-what-is-read.js');
    await settled(page);
    return { page, one: one!, two: two!, widget, store: storeIn(one!), gateways };
  };

  it('out of its provider shows nothing of it any more, and leaves no subscription', async () => {
    const { page, widget, store, gateways } = await aPage();
    expect(store.subscriptions).to.be.greaterThan(0);
    find(page, 'section').append(widget);
    await settled(page);
    await until(() => textOf(widget) !== '');
    expect(textOf(widget)).to.contain('Not connected');
    await happens(gateways[0], { type: 'session.held', at: NOW, sessionId: 'call-1' });
    expect(textOf(widget)).to.contain('Not connected');
  });

  it('out of its provider holds no subscription', async () => {
    const { page, widget, one, store } = await aPage();
    const bare = store.subscriptions;
    find(page, 'section').append(widget);
    await settled(page);
    const without = store.subscriptions;
    one.append(widget);
    await settled(page);
    expect(store.subscriptions).to.equal(bare);
    expect(without).to.be.lessThan(bare);
    widget.remove();
    await settled(page);
    expect(store.subscriptions).to.equal(without);
  });

  it('with its provider out of the page leaves no subscription in a store of the host', async () => {
    const { page, one, widget } = await aPage();
    const { store } = aStore({ sessions: [theCall] });
    one.store = store;
    await settled(page);
    expect(textOf(widget)).to.contain('Nora Feld');
    one.remove();
    await settled(page);
    expect(store.subscriptions).to.equal(0);
    store.dispose();
  });

  it('to another provider shows that one’s data, and back again', async () => {
    const { page, one, two, widget, gateways } = await aPage();
    two.append(widget);
    await settled(page);
    expect(textOf(widget)).to.contain('Tom Berger');
    expect(textOf(widget)).to.not.contain('Nora Feld');
    await happens(gateways[0], {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Ghost' },
    });
    expect(textOf(widget)).to.not.contain('Ghost');
    one.append(widget);
    await settled(page);
    expect(textOf(widget)).to.contain('Ghost');
  });

  it('inside its provider goes on', async () => {
    const { page, one, widget, gateways, store } = await aPage();
    const before = store.subscriptions;
    one.appendChild(document.createElement('p')).append(widget);
    await settled(page);
    await happens(gateways[0], {
      type: 'customer.identified',
      at: NOW,
      sessionId: 'call-1',
      customer: { name: 'Lea' },
    });
    expect(textOf(widget)).to.contain('Lea');
    expect(store.subscriptions).to.equal(before);
  });

  it('is given another session: shows that one and lets the old one go', async () => {
    const { provider, store, gateway } = await mount(
      html`<session-details session-id="call-1"></session-details>`,
      { sessions: [theCall, aSession({ id: 'call-2', caller: {}, customer: { name: 'Tom Berger' } })] },
      true,
    );
    const before = store.subscriptions;
    find(provider, 'session-details').setAttribute('session-id', 'call-2');
    await settled();
    expect(store.subscriptions).to.equal(before);
    await happens(gateway, { type: 'customer.identified', at: NOW, sessionId: 'call-1', customer: { name: 'Ghost' } });
    expect(textOf(provider)).to.contain('Tom Berger');
    expect(textOf(provider)).to.not.contain('Ghost');
  });
});
