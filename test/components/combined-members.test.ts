import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/connection-status/connection-status.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import '../../src/components/task-capacity/task-capacity.define.js';
import { combineGateways } from '../../src/gateways/combined/combined.js';
import type { ConnectionStatus, SessionEvent, SessionProvider } from '../../src/index.js';
import { aConfiguration, aGateway, aSession, withAgent } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, settled, textOf } from '../support/mounting.js';

const status = (name: ConnectionStatus): Extract<SessionEvent, { type: 'connection.changed' }> => ({
  type: 'connection.changed',
  at: NOW,
  status: name,
});

const configuration = aConfiguration(withAgent({ taskParallelization: { enabled: true, total: 4 } }));

async function show(gateways: Readonly<Record<string, ScriptedGateway>>, lang = 'en-GB'): Promise<SessionProvider> {
  const gateway = combineGateways(gateways, { configuration, agentId: 'ana' });
  const provider = await fixture<SessionProvider>(
    html`<session-provider .gateway=${gateway} lang=${lang}>
      <agent-presence></agent-presence>
      <task-capacity></task-capacity>
      <connection-status></connection-status>
      <sessions-list></sessions-list>
    </session-provider>`,
  );
  await settled(provider);
  return provider;
}

describe('three contact centres as one on a page', () => {
  const three = (): Record<'connect' | 'twilio' | 'house', ScriptedGateway> => ({
    connect: aGateway({ sessions: [aSession({ id: 'a', state: 'parked', modality: 'im' })], facts: [status('live')] }),
    twilio: aGateway({ sessions: [aSession({ id: 'a', state: 'parked', modality: 'im' })], facts: [status('live')] }),
    house: aGateway({ facts: [status('live')] }),
  });

  it('say which one is lost, and go on with the others', async () => {
    const gateways = three();
    const provider = await show(gateways);
    const word = (): string => textOf(find(find(provider, 'connection-status'), '.word'));
    const total = (): string => textOf(find(find(provider, 'task-capacity'), '.total .figures'));
    expect([word(), total()]).to.deep.equal(['Live', '2 / 4']);

    gateways.twilio.emit(status('reconnecting'));
    gateways.house.emit(status('offline'));
    gateways.connect.emit({ type: 'session.unparked', at: NOW, sessionId: 'a' });
    await settled(provider);
    expect(word()).to.equal('twilio: Reconnecting, house: Offline');
    expect(total()).to.equal('2 / 4');
    expect(findAll(find(provider, 'sessions-list'), '.card')).to.have.length(2);
    expect(find<HTMLSelectElement>(find(provider, 'agent-presence'), 'select').value).to.equal('available');
    await expect(provider).to.be.accessible();

    for (const name of ['twilio', 'house'] as const) gateways[name].emit(status('live'));
    await settled(provider);
    expect(word()).to.equal('Live');
  });

  it('ask to sign in where the agent is signed out, and there alone', async () => {
    const gateways = three();
    const provider = await show(gateways);
    gateways.twilio.emit(status('signed-out'));
    await settled(provider);
    expect(textOf(find(find(provider, 'connection-status'), '.notice span'))).to.equal(
      'You are signed out of twilio: nothing new comes in from there.',
    );
  });

  it('tell apart where nobody is signed in and where whoever is signed in is no agent', async () => {
    const gateways = three();
    const provider = await show(gateways);
    for (const own of [gateways.connect, gateways.house]) own.emit(status('signed-out'));
    gateways.twilio.emit({ ...status('signed-out'), reason: 'not-an-agent' });
    await settled(provider);
    const shown = (selector: string): string => textOf(find(find(provider, 'connection-status'), selector));
    expect(shown('.word')).to.equal('connect: Signed out, twilio: No workspace, house: Signed out');
    expect(shown('.notice span')).to.equal(
      'You are signed out of connect, house: nothing new comes in from there. ' +
        'You are signed in to twilio, but not as an agent: there is no workspace for you there.',
    );
  });

  it('show the presence that is least reachable, and what the agent is at each', async () => {
    const gateways = three();
    const provider = await show(gateways);
    const said = (): string => findAll(find(provider, 'agent-presence'), '.said > span:first-child').map(textOf).join();
    expect(said()).to.equal('');
    const available = { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'available' } as const;
    gateways.connect.emit({ ...available, reason: 'On Queue' });
    await settled(provider);
    expect(said()).to.equal('');
    gateways.connect.emit(available);
    gateways.twilio.emit({ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away', reason: 'Lunch' });
    gateways.house.emit({ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'available', next: 'offline' });
    await settled(provider);
    expect(find<HTMLSelectElement>(find(provider, 'agent-presence'), 'select').value).to.equal('away');
    expect(textOf(find(provider, 'agent-presence'))).to.contain('Ana Sommer');
    expect(said()).to.contain('connect: Available, twilio: Away (Lunch), house: Available');
    expect(said()).to.contain('house: After what you have in hand: Offline.');
  });

  it('do not say that there is nothing to do before all of them have spoken', async () => {
    const late = new ScriptedGateway([]);
    const provider = await show({ connect: aGateway(), late });
    const list = (): string => textOf(find(find(provider, 'sessions-list'), '.list'));
    const before = list();
    late.emit({ type: 'workspace.reset', at: NOW, agentId: 'ana' });
    await settled(provider);
    expect(before).to.contain('Waiting');
    expect(list()).not.to.contain('Waiting');
  });
});
