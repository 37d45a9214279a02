import { expect } from '@open-wc/testing';
import { createAmazonConnectGateway } from '../../../src/gateways/amazon-connect/amazon-connect.js';
import { connected } from '../../../src/gateways/contract/recorder.js';
import { connectDesk } from '../../support/connect-desk.js';
import { connectPage, reopened } from '../../support/connect-page.js';

const PARTS = { services: { default: 'orders' }, configuration: {} };

interface Bus {
  readonly subMap: { readonly subEventNameMap: Readonly<Record<string, readonly unknown[]>> };
}

/** How many listen to Streams. */
const listeners = (): number => {
  const { subMap } = connect.core.getEventBus() as unknown as Bus;
  return Object.values(subMap.subEventNameMap).reduce((sum, all) => sum + all.length, 0);
};

describe('Amazon Connect: the connection', () => {
  it('leaves no listener behind, as often as it is ended', async () => {
    const page = await connectPage();
    const gateway = createAmazonConnectGateway({ connect, ...PARTS });
    page.platform.offer('c1', 'chat');
    await page.settle();
    const before = listeners();
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = [connected(gateway), connected(gateway)];
      expect(listeners()).to.be.greaterThan(before);
      one.disconnect();
      other.disconnect();
      other.disconnect();
      expect(listeners()).to.equal(before);
    }
  });

  it('catches up on what happened while the socket was lost, but an offer rings', async () => {
    const desk = await connectDesk();
    const { platform, recorder } = desk;
    for (const id of ['t1', 't2']) {
      platform.offer(id, 'task');
      await desk.settle();
      await desk.ask({ type: 'session.accept', sessionId: id });
    }
    platform.tell('agent::websocket_connection_lost');
    await desk.settle();
    expect(recorder.state.connections.get('')?.status).to.equal('reconnecting');
    platform.isSilent = true;
    platform.leave('t1');
    platform.change('t2', (contact: { state: object }) => (contact.state = { type: 'paused', timestamp: new Date() }));
    platform.offer('c1', 'chat');
    platform.offer('t3', 'task', { state: { type: 'connected', timestamp: new Date() } });
    platform.isSilent = false;
    const before = recorder.batches.length;
    platform.tell('agent::websocket_connection_gained');
    platform.update();
    await desk.settle();
    expect(recorder.state.connections.get('')?.status).to.equal('live');
    expect(['t1', 't2', 't3', 'c1'].map((id) => desk.sessionOf(id)?.state)).to.deep.equal([
      ...['after-call-work', 'parked', 'active', 'offered'],
    ]);
    const told = recorder.batches.slice(before);
    const deliveryOf = (type: string): string | undefined =>
      told.find(({ events }) => events.some((event) => event.type === type))?.delivery;
    expect(['session.ended', 'session.parked', 'session.offered'].map(deliveryOf)).to.deep.equal([
      ...['replay', 'replay', 'live'],
    ]);
    platform.leave('t2');
    await desk.settle();
    expect(recorder.batches.at(-1)?.delivery).to.equal('live');
  });

  it('says that the agent was signed out, asks for nothing then, and is live with the next word', async () => {
    let asked = 0;
    const desk = await connectDesk({ signIn: () => (asked += 1) });
    desk.platform.tell('auth_fail');
    await desk.settle();
    expect(desk.recorder.state.connections.get('')?.status).to.equal('signed-out');
    const calls = desk.platform.calls.length;
    expect(await desk.ask({ type: 'presence.change', presence: 'away' })).to.deep.include({ failure: 'unreachable' });
    expect(desk.platform.calls.length).to.equal(calls);
    desk.gateway.signIn?.();
    expect(asked).to.equal(1);
    desk.platform.update();
    await desk.settle();
    expect(desk.recorder.state.connections.get('')?.status).to.equal('live');
  });

  it('goes on after the SDK was ended and begun anew', async () => {
    const desk = await connectDesk();
    desk.platform.offer('t1', 'task');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 't1' });
    await reopened();
    desk.gateway.restart();
    const before = listeners();
    desk.gateway.restart();
    expect(listeners()).to.equal(before);
    desk.platform.offer('t2', 'task');
    await desk.settle();
    expect(desk.sessionOf('t2')?.state).to.equal('offered');
    await desk.ask({ type: 'session.park', sessionId: 't1' });
    expect(desk.sessionOf('t1')?.state).to.equal('parked');
    desk.disconnect();
  });

  it('waits for an agent who is not there yet, and tells all when one is', async () => {
    const { agent } = await connectPage();
    let use: ((agent: never) => void) | undefined;
    const gateway = createAmazonConnectGateway({
      ...PARTS,
      connect: { agent: (callback) => (use = callback), core: connect.core },
    });
    const { recorder } = connected(gateway);
    expect(recorder.state.connections.get('')?.status).to.equal('connecting');
    expect(await gateway.execute({ type: 'presence.change', presence: 'away', commandId: 'early' })).to.deep.include({
      failure: 'unreachable',
    });
    use?.(agent as never);
    expect(recorder.state.workspace.agentId).to.equal('maren');
    expect(recorder.state.connections.get('')?.status).to.equal('live');
  });

  it('counts what cannot be read, concludes nothing from it, and tells the rest', async () => {
    const desk = await connectDesk();
    const { platform, recorder } = desk;
    platform.offer('good', 'task');
    platform.offer('bad', 'task');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'bad' });
    platform.change('bad', (contact: { state: unknown }) => (contact.state = { type: 7 }));
    await desk.settle();
    platform.update();
    await desk.settle();
    expect(recorder.rejections.length).to.equal(1);
    expect(desk.sessionOf('bad')?.state).to.equal('active');
    await desk.ask({ type: 'session.accept', sessionId: 'good' });
    expect(desk.sessionOf('good')?.state).to.equal('active');
    platform.change('bad', (contact: object) =>
      Object.assign(contact, {
        state: { type: 'connected' },
        attributes: 'none',
        queue: 3,
        references: null,
        connections: 0,
      }),
    );
    platform.change('bad', (contact: object) => Object.assign(contact, { queueTimestamp: 'yesterday', name: {} }));
    await desk.settle();
    platform.leave('good');
    await desk.settle();
    expect([desk.sessionOf('bad')?.state, desk.sessionOf('good')?.state]).to.deep.equal(['active', 'after-call-work']);
    expect(recorder.unusable).to.deep.equal([]);
  });

  it('shows a state that is not known by its word, counts it once, and finds out of it again', async () => {
    const desk = await connectDesk();
    const { platform, recorder } = desk;
    platform.offer('t1', 'task');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 't1' });
    const into = (type: string): void => {
      platform.change('t1', (contact: { state: object }) => (contact.state = { type, timestamp: new Date() }));
    };
    into('hibernating');
    platform.update();
    await desk.settle();
    expect(desk.sessionOf('t1')?.state).to.equal('hibernating');
    expect(recorder.rejections.filter((reason) => reason.includes('hibernating')).length).to.equal(1);
    into('connected');
    await desk.settle();
    expect(desk.sessionOf('t1')?.state).to.equal('active');
    into('paused');
    await desk.settle();
    expect(desk.sessionOf('t1')?.state).to.equal('parked');
  });

  it('throws nothing into the SDK, and what one receiver throws reaches no other', async () => {
    const desk = await connectDesk();
    let count = 0;
    desk.gateway.connect({
      facts() {
        throw new Error('A receiver is broken');
      },
      pending: () => undefined,
      rejected() {
        count += 1;
        throw new Error('In all its parts');
      },
    });
    const late = connected(desk.gateway);
    desk.platform.offer('c1', 'chat');
    await desk.settle();
    expect(late.recorder.state.sessions.get('c1')?.state).to.equal('offered');
    expect(count).to.be.greaterThan(1);
  });

  it('takes ids of any characters', async () => {
    const desk = await connectDesk();
    const ids = ['__proto__', 'constructor', 'a/b', '💬 “x”', ' '];
    for (const id of ids) desk.platform.offer(id, 'task');
    await desk.settle();
    for (const id of ids) await desk.ask({ type: 'session.accept', sessionId: id });
    expect(ids.map((id) => desk.sessionOf(id)?.state)).to.deep.equal(ids.map(() => 'active'));
  });

  it('counts by the clock of the platform, and never backwards within a session', async () => {
    const desk = await connectDesk();
    desk.platform.skew = 3_600_000;
    desk.platform.update();
    await desk.settle();
    expect(Math.abs(desk.gateway.clock!.now() - Date.now() - 3_600_000)).to.be.lessThan(1000);
    const state = (type: string, ms: number): { readonly state: object } => ({
      state: { type, timestamp: new Date(Date.now() + ms) },
    });
    desk.platform.offer('t1', 'task', state('connecting', 3_600_000));
    await desk.settle();
    desk.platform.change('t1', (contact: object) => Object.assign(contact, state('connected', -5000)));
    desk.platform.change('t1', (contact: object) => Object.assign(contact, state('paused', 9e15)));
    await desk.settle();
    const times = desk.recorder.live.flatMap((fact) => ('sessionId' in fact ? [fact.at] : []));
    expect(times).to.deep.equal([...times].sort((one, other) => one - other));
    expect(Math.max(...times)).to.be.lessThan(Date.now() + 3_601_000);
  });
});
