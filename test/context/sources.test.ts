import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-provider/session-provider.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { perform } from '../../src/context/acts/acts.js';
import { combineSources } from '../../src/index.js';
import type { SessionProvider } from '../../src/index.js';
import { aDocument, aGateway, aSession, MINUTE } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../support/a-store.js';
import { aHandle } from '../support/a-workspace.js';
import { findAll, settled, textOf } from '../support/mounting.js';

const HOUR = 60 * MINUTE;

/** A gateway whose clock, and with it all it tells, is off by so much. */
function off(ms: number, serviceName: string): ReturnType<typeof aGateway> {
  const document = { ...aDocument, services: [{ ...aDocument.services[0], name: serviceName }] };
  const gateway = aGateway({ document, sessions: [aSession({ since: NOW + ms - 3 * MINUTE })] });
  gateway.time = NOW + ms;
  return gateway;
}

describe('sessions of two sources whose clocks differ by two hours', () => {
  it('show how long they last by their own clock, and the service as their own source calls it', async () => {
    const gateway = combineSources({ early: off(-HOUR, 'Early Line'), late: off(HOUR, 'Late Line') });
    const provider = await fixture<SessionProvider>(
      html`<session-provider .gateway=${gateway} lang="en-GB"><sessions-list></sessions-list></session-provider>`,
    );
    await settled(provider);
    const cards = findAll(provider, '.card').map((card) => textOf(card));
    expect(cards.map((text) => /\d+:\d+(:\d+)?/.exec(text)?.[0])).to.deep.equal(['3:00', '3:00']);
    expect(cards.map((text) => /(Early|Late) Line/.exec(text)?.[0])).to.have.members(['Early Line', 'Late Line']);
  });
});

describe('accepting a task of one of two sources that each let one session be active', () => {
  it('parks the session of that source, and nothing of the other', () => {
    const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im', state: 'offered' })];
    const bank = aGateway({ sessions });
    const shop = aGateway({ sessions });
    const { store } = aStore({}, { gateway: combineSources({ bank, shop }) });
    const provider = document.createElement('div');
    const workspace = aHandle(store, provider);
    void perform(workspace, provider, { type: 'session.accept', sessionId: 'shop/chat-1' });
    expect(bank.commands).to.deep.equal([]);
    expect(shop.commands).to.deep.equal([{ type: 'session.park', sessionId: 'call-1', commandId: 'command-1' }]);
  });
});
