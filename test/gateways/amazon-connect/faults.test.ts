import { expect } from '@open-wc/testing';
import { connectDesk } from '../../support/connect-desk.js';
import type { ConnectDesk } from '../../support/connect-desk.js';
import { reopened } from '../../support/connect-page.js';

const statusOf = ({ recorder }: ConnectDesk): string | undefined => recorder.state.connections.get('')?.status;
const reasonOf = ({ recorder }: ConnectDesk): string | undefined => recorder.state.connections.get('')?.reason;

describe('Amazon Connect: signed out in the midst of work', () => {
  for (const [event, what] of [
    ['auth_fail', 'a call that was refused'],
    ['terminated', 'another tab, or the frame itself, that was signed out'],
    ['cti_authorize_retries_exhausted', 'a session that ran out'],
    ['authorize_retries_exhausted', 'a sign-in that was refused'],
    ['ack_timeout', 'a frame that does not answer'],
  ] as const)
    it(`is said after ${what}, and over with the next word`, async () => {
      const desk = await connectDesk();
      desk.platform.offer('t1', 'task');
      await desk.settle();
      await desk.ask({ type: 'session.accept', sessionId: 't1' });
      desk.platform.tell(event);
      await desk.settle();
      expect([statusOf(desk), reasonOf(desk)]).to.deep.equal(['signed-out', undefined]);
      expect(await desk.ask({ type: 'session.park', sessionId: 't1' })).to.deep.include({ failure: 'unreachable' });
      desk.platform.tell('agent::websocket_connection_lost');
      desk.platform.tell('agent::websocket_connection_gained');
      await desk.settle();
      expect(statusOf(desk)).to.equal('signed-out');
      desk.platform.isSilent = true;
      desk.platform.leave('t1');
      desk.platform.isSilent = false;
      const before = desk.recorder.batches.length;
      desk.platform.update();
      await desk.settle();
      expect([statusOf(desk), desk.sessionOf('t1')?.state]).to.deep.equal(['live', 'after-call-work']);
      const told = desk.recorder.batches.slice(before);
      expect(told.find(({ events }) => events.some(({ type }) => type === 'session.ended'))?.delivery).to.equal(
        'replay',
      );
    });

  it('says that there is no workspace for whoever has no access', async () => {
    const desk = await connectDesk();
    desk.platform.tell('access_denied');
    await desk.settle();
    expect([statusOf(desk), reasonOf(desk)]).to.deep.equal(['signed-out', 'not-an-agent']);
    desk.platform.update();
    await desk.settle();
    expect([statusOf(desk), reasonOf(desk)]).to.deep.equal(['live', undefined]);
  });

  it('says that Amazon Connect is not reached when its frame could not be loaded', async () => {
    const desk = await connectDesk();
    desk.platform.tell('iframe_retries_exhausted');
    await desk.settle();
    expect(statusOf(desk)).to.equal('offline');
  });

  it('is live again after the SDK was begun anew while its socket was lost', async () => {
    const desk = await connectDesk();
    desk.platform.tell('agent::websocket_connection_lost');
    await desk.settle();
    await reopened();
    desk.gateway.restart();
    await desk.settle();
    expect(statusOf(desk)).to.equal('live');
  });
});

describe('Amazon Connect: what the agent does', () => {
  for (const name of ['CallingCustomer', 'Dialing', 'Joining', 'PendingBusy'])
    it(`is no after-call work: ${name}`, async () => {
      const desk = await connectDesk();
      const { state } = desk.platform.snapshot.snapshot as { readonly state: object };
      Object.assign(state, { agentStateARN: null, name, type: 'system' });
      desk.platform.update();
      await desk.settle();
      expect(desk.recorder.state.users.get('maren')?.presence).to.deep.include({
        presence: 'busy',
        cause: 'connected',
      });
    });

  it('is not offered what the agent calls, nor what was accepted and still connects', async () => {
    const desk = await connectDesk();
    desk.platform.offer('out', 'voice', { initiationMethod: 'outbound' });
    await desk.settle();
    expect(desk.sessionOf('out')).to.deep.include({ state: 'accepted', direction: 'outbound' });
    for (const type of ['voice', 'queue_callback']) {
      desk.platform.offer(type, type);
      await desk.settle();
      expect(desk.sessionOf(type)?.state).to.equal('offered');
      desk.platform.change(type, (contact: { state: object; connections: { type: string; state: object }[] }) => {
        contact.state = { type: 'connecting', timestamp: new Date() };
        for (const one of contact.connections) if (one.type === 'agent') one.state = { type: 'connected' };
      });
      await desk.settle();
      expect(desk.sessionOf(type)?.state).to.equal('accepted');
      desk.platform.change(type, (contact: { state: object }) => {
        contact.state = { type: 'connected', timestamp: new Date() };
      });
      await desk.settle();
      expect(desk.sessionOf(type)?.state).to.equal('active');
    }
  });

  it('takes back a transfer whose second half was refused: the agent is still in the call', async () => {
    const desk = await connectDesk();
    desk.platform.offer('v1', 'voice');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'v1' });
    desk.platform.refuse('destroyConnection', 'InternalServiceException', 'Try again');
    const reply = await desk.ask({ type: 'session.transfer', sessionId: 'v1', targetNumber: '+4721550199' });
    expect(reply).to.deep.include({ ok: false });
    expect(desk.sessionOf('v1')).to.deep.include({ state: 'held' });
    expect(desk.sessionOf('v1')?.participants.map(({ name }) => name)).to.deep.equal(['+4721550199']);
  });

  it('shows a supervisor who joins, and not one who only listens; a supervisor leaves what is listened to', async () => {
    const desk = await connectDesk();
    desk.platform.offer('v1', 'voice');
    await desk.settle();
    await desk.ask({ type: 'session.accept', sessionId: 'v1' });
    const monitored = (state: string): void => {
      desk.platform.change('v1', (contact: { connections: object[] }) => {
        contact.connections = [
          ...contact.connections.slice(0, 2),
          {
            ...{ contactId: 'v1', connectionId: 'v1-chief', type: 'monitoring', initial: false },
            ...{ state: { type: state }, endpoint: { type: 'agent', name: 'Noor' } },
          },
        ];
      });
    };
    monitored('silent_monitor');
    await desk.settle();
    expect(desk.sessionOf('v1')?.participants).to.deep.equal([]);
    monitored('barge');
    await desk.settle();
    expect(desk.sessionOf('v1')?.participants).to.deep.equal([{ id: 'v1-chief', role: 'supervisor', name: 'Noor' }]);
    expect(await desk.ask({ type: 'session.end', sessionId: 'v1' })).to.deep.equal({ ok: true });
    desk.platform.offer('v2', 'voice', { initiationMethod: 'monitor' });
    desk.platform.change('v2', (contact: { state: object; connections: { type: string; state: object }[] }) => {
      contact.state = { type: 'connected', timestamp: new Date() };
      const [own] = contact.connections;
      Object.assign(own!, { type: 'monitoring', state: { type: 'silent_monitor' } });
    });
    await desk.settle();
    expect(desk.sessionOf('v2')?.state).to.equal('active');
    expect(await desk.ask({ type: 'session.end', sessionId: 'v2' })).to.deep.equal({ ok: true });
  });
});
