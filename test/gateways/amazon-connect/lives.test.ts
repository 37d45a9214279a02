import { expect } from '@open-wc/testing';
import { impedimentTo } from '../../../src/core/rules/permissions.js';
import { connectDesk } from '../../support/connect-desk.js';
import type { ConnectDesk } from '../../support/connect-desk.js';
import { QUEUES } from '../../../tools/platforms/amazon-connect.mjs';

/** A contact that the agent has accepted. */
async function accepted(desk: ConnectDesk, id: string, type: string, fields = {}): Promise<string> {
  desk.platform.offer(id, type, fields);
  await desk.settle();
  expect(await desk.ask({ type: 'session.accept', sessionId: id })).to.deep.equal({ ok: true });
  return id;
}

describe('Amazon Connect: the life of a contact', () => {
  it('is told from the offer to the end of the work after it: a task, which can be set aside', async () => {
    const desk = await connectDesk();
    const { platform, sessionOf, ask, led } = desk;
    platform.offer('t1', 'task', {
      name: 'Call Grace back',
      description: 'About her invoice',
      references: { invoice: { type: 'URL', value: 'https://crm.example/7' } },
      attributes: { tier: { name: 'tier', value: 'gold' } },
      segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Task' } },
    });
    await desk.settle();
    const offer = sessionOf('t1')!;
    expect(offer).to.deep.include({
      ...{ state: 'offered', modality: 'external', direction: 'none', serviceId: 'orders', subject: 'Call Grace back' },
      externalTask: { description: 'About her invoice', url: 'https://crm.example/7' },
    });
    expect(offer.parameters.map((own) => [own.name, own.state === 'value' && own.value])).to.deep.equal([
      ['tier', 'gold'],
      ['connect:Subtype', 'connect:Task'],
      ['invoice', 'https://crm.example/7'],
    ]);
    expect(offer.times.queued).to.be.lessThan(offer.times.offered!);
    expect(desk.recorder.live.map(({ type }) => type)).to.include('session.offered');

    await ask({ type: 'session.accept', sessionId: 't1' });
    expect([sessionOf('t1')?.state, ...led()]).to.deep.equal(['active', 'session.connected']);
    await ask({ type: 'session.park', sessionId: 't1' });
    expect([sessionOf('t1')?.state, ...led()]).to.deep.equal(['parked', 'session.parked']);
    await ask({ type: 'session.unpark', sessionId: 't1' });
    expect([sessionOf('t1')?.state, ...led()]).to.deep.equal(['active', 'session.unparked']);
    await ask({ type: 'session.end', sessionId: 't1' });
    expect([sessionOf('t1')?.state, ...led()]).to.deep.equal(['after-call-work', 'session.ended']);
    expect(sessionOf('t1')?.afterCallWork).to.deep.include({ canFinishEarly: true, canExtend: false });
    expect(sessionOf('t1')?.afterCallWork).not.to.have.property('dueAt');
    await ask({ type: 'after-call-work.finish', sessionId: 't1' });
    expect([sessionOf('t1')?.state, ...led()]).to.deep.equal(['ended', 'after-call-work.finished']);
    expect(platform.ids).to.deep.equal([]);
    expect(desk.recorder.unusable).to.deep.equal([]);
  });

  it('holds and resumes calls, two at once, each by itself', async () => {
    const desk = await connectDesk();
    const { sessionOf, ask } = desk;
    await accepted(desk, 'v1', 'voice');
    await accepted(desk, 'v2', 'voice');
    expect(sessionOf('v1')?.caller).to.deep.equal({ phone: '+4721550100' });
    await ask({ type: 'session.hold', sessionId: 'v1' });
    expect([sessionOf('v1')?.state, sessionOf('v2')?.state]).to.deep.equal(['held', 'active']);
    await ask({ type: 'session.resume', sessionId: 'v1' });
    await ask({ type: 'session.hold', sessionId: 'v2' });
    expect([sessionOf('v1')?.state, sessionOf('v2')?.state]).to.deep.equal(['active', 'held']);
  });

  for (const [type, modality] of [
    ['voice', 'audio-video'],
    ['queue_callback', 'audio-video'],
    ['chat', 'im'],
    ['task', 'external'],
    ['email', 'email'],
  ] as const) {
    it(`says that an offer was missed, however the platform says so, and clears the agent's way: ${type}`, async () => {
      const desk = await connectDesk();
      desk.platform.offer('m1', type);
      await desk.settle();
      expect(await desk.toldOf('m1', () => desk.platform.miss('m1'))).to.deep.equal(['session.missed']);
      expect(desk.sessionOf('m1')).to.deep.include({ state: 'ended', offerOutcome: 'missed', modality });
      expect(desk.platform.ids).to.deep.equal([]);
    });

    it(`declines an offer, and clears it: ${type}`, async () => {
      const desk = await connectDesk();
      desk.platform.offer('d1', type);
      await desk.settle();
      await desk.ask({ type: 'session.decline', sessionId: 'd1' });
      expect(desk.led()).to.deep.equal(['session.declined']);
      expect(desk.sessionOf('d1')).to.deep.include({ state: 'ended', offerOutcome: 'declined' });
      expect(desk.platform.ids).to.deep.equal([]);
    });

    it(`says that an offer was withdrawn, by a word or without one: ${type}`, async () => {
      const desk = await connectDesk();
      desk.platform.offer('w1', type);
      desk.platform.offer('w2', type);
      await desk.settle();
      desk.platform.leave('w1');
      desk.platform.vanish('w2');
      await desk.settle();
      for (const id of ['w1', 'w2'])
        expect(desk.sessionOf(id)).to.deep.include({ state: 'ended', offerOutcome: 'cancelled' });
      expect(desk.platform.ids).to.deep.equal([]);
    });
  }

  it('takes a decline for one where the platform makes a miss of it', async () => {
    const desk = await connectDesk();
    desk.platform.offer('c1', 'chat');
    await desk.settle();
    desk.platform.isSilent = true;
    await desk.ask({ type: 'session.decline', sessionId: 'c1' });
    desk.platform.isSilent = false;
    await desk.toldOf('c1', () => desk.platform.miss('c1'));
    expect(desk.sessionOf('c1')?.offerOutcome).to.equal('declined');
  });

  it('is an offer again under the id that it was missed by', async () => {
    const desk = await connectDesk();
    desk.platform.offer('c1', 'chat');
    await desk.settle();
    desk.platform.miss('c1');
    await desk.settle();
    expect(await desk.toldOf('c1', () => desk.platform.offer('c1', 'chat'))).to.deep.equal([
      'session.forgotten',
      'session.offered',
    ]);
    expect(desk.sessionOf('c1')?.state).to.equal('offered');
    await desk.ask({ type: 'session.accept', sessionId: 'c1' });
    expect(desk.sessionOf('c1')?.state).to.equal('active');
  });

  for (const state of ['active', 'held', 'parked'] as const)
    for (const how of ['leave', 'vanish'] as const)
      it(`ends from outside while it is ${state}: ${how}`, async () => {
        const desk = await connectDesk();
        await accepted(desk, 'x1', state === 'held' ? 'voice' : 'task');
        if (state === 'held') await desk.ask({ type: 'session.hold', sessionId: 'x1' });
        if (state === 'parked') await desk.ask({ type: 'session.park', sessionId: 'x1' });
        expect(desk.sessionOf('x1')?.state).to.equal(state);
        await desk.toldOf('x1', () => (how === 'leave' ? desk.platform.leave('x1') : desk.platform.vanish('x1')));
        expect(desk.sessionOf('x1')?.state).to.equal(how === 'leave' ? 'after-call-work' : 'ended');
      });

  it('says beforehand what cannot be done, with the reason, and refuses it so', async () => {
    const desk = await connectDesk({ words: { othersDoNotPark: 'Chats bleiben offen.' } });
    await accepted(desk, 'v1', 'voice');
    await accepted(desk, 'c1', 'chat');
    await accepted(desk, 't1', 'task');
    await accepted(desk, 'e1', 'email');
    const reasonOf = (id: string, command: string): string | undefined => impedimentTo(command, desk.sessionOf(id)!);
    expect(reasonOf('v1', 'session.park')).to.match(/hold/);
    expect(reasonOf('c1', 'session.park')).to.equal('Chats bleiben offen.');
    expect(reasonOf('t1', 'session.park')).to.equal(undefined);
    expect(reasonOf('e1', 'email.reply')).to.match(/agent workspace/);
    expect(await desk.ask({ type: 'session.park', sessionId: 'c1' })).to.deep.equal({
      ...{ ok: false, failure: 'not-allowed', message: 'Chats bleiben offen.' },
    });
    expect(desk.platform.calls.map(({ method }) => method)).not.to.include('pauseContact');
  });

  it('answers with the reason of the platform what that refuses, and changes nothing', async () => {
    const desk = await connectDesk();
    await accepted(desk, 't1', 'task');
    desk.platform.refuse('pauseContact', 'LimitExceededException', 'No more than 5 paused tasks');
    expect(await desk.ask({ type: 'session.park', sessionId: 't1' })).to.deep.equal({
      ...{ ok: false, failure: 'not-allowed', message: 'No more than 5 paused tasks' },
    });
    expect(desk.sessionOf('t1')?.state).to.equal('active');
    await desk.ask({ type: 'session.park', sessionId: 't1' });
    expect(desk.led()).to.deep.equal(['session.parked']);
  });

  it('takes a contact that is gone already for finished', async () => {
    const desk = await connectDesk();
    await accepted(desk, 'c1', 'chat');
    desk.platform.leave('c1');
    await desk.settle();
    desk.platform.isSilent = true;
    desk.platform.vanish('c1');
    expect(await desk.ask({ type: 'after-call-work.finish', sessionId: 'c1' })).to.deep.equal({ ok: true });
  });

  it('transfers by quick connects, and a call to a number; a target that there is none for is refused', async () => {
    const desk = await connectDesk({
      services: { default: 'orders', queues: { [QUEUES.claims.queueARN]: 'claims' } },
    });
    await accepted(desk, 't1', 'task');
    await accepted(desk, 'v1', 'voice');
    await accepted(desk, 'c1', 'chat');
    expect(await desk.ask({ type: 'session.transfer', sessionId: 't1', targetServiceId: 'claims' })).to.deep.equal({
      ok: true,
    });
    expect(desk.led()).to.deep.equal(['session.transferring', 'session.ended']);
    expect(desk.sessionOf('t1')).to.deep.include({
      ...{ state: 'after-call-work', result: 'transferred-by-user', transferTarget: 'Claims' },
    });
    await desk.ask({ type: 'session.transfer', sessionId: 'v1', targetNumber: '+4721550199' });
    expect(desk.sessionOf('v1')).to.deep.include({ state: 'after-call-work', transferTarget: '+4721550199' });
    expect(await desk.ask({ type: 'session.transfer', sessionId: 'c1', targetServiceId: 'savings' })).to.deep.include({
      ...{ ok: false, failure: 'not-allowed' },
    });
    desk.platform.refuse('transferContact', 'InvalidEndpoint', 'The queue is closed');
    expect(await desk.ask({ type: 'session.transfer', sessionId: 'c1', targetUserId: 'idris' })).to.deep.include({
      message: 'The queue is closed',
    });
    expect(desk.sessionOf('c1')).to.deep.include({ state: 'active' });
    expect(desk.sessionOf('c1')?.failure).to.deep.include({ action: 'transfer', reason: 'The queue is closed' });
  });

  it('tells who else is on the line, and attributes that come, change and go', async () => {
    const desk = await connectDesk();
    await accepted(desk, 'v1', 'voice', { attributes: { intent: { name: 'intent', value: 'refund' } } });
    desk.platform.change('v1', (contact: { connections: object[]; attributes: object }) => {
      contact.connections = [
        ...contact.connections,
        {
          ...{ contactId: 'v1', connectionId: 'v1-third', type: 'outbound', initial: false },
          ...{ state: { type: 'connected' }, endpoint: { type: 'agent', name: 'Idris' } },
        },
      ];
      contact.attributes = { order: { name: 'order', value: 'HH-7' } };
    });
    await desk.settle();
    expect(desk.sessionOf('v1')?.participants).to.deep.equal([{ id: 'v1-third', role: 'colleague', name: 'Idris' }]);
    expect(desk.sessionOf('v1')?.parameters).to.deep.equal([
      { name: 'intent', state: 'empty' },
      { name: 'order', state: 'value', value: 'HH-7' },
    ]);
    desk.platform.change('v1', (contact: { connections: { connectionId: string }[] }) => {
      contact.connections = contact.connections.filter(({ connectionId }) => connectionId !== 'v1-third');
    });
    await desk.settle();
    expect(desk.sessionOf('v1')?.participants).to.deep.equal([]);
  });

  it('finds the service of a contact by an attribute, by its queue, or takes the default', async () => {
    const desk = await connectDesk({
      services: {
        default: 'reception',
        queues: { [QUEUES.claims.queueARN]: 'claims', Sales: 'orders' },
        attributes: { line: { gold: 'cards' } },
      },
    });
    desk.platform.offer('a', 'chat', { queue: QUEUES.claims });
    desk.platform.offer('b', 'chat');
    desk.platform.offer('c', 'chat', { queue: QUEUES.claims, attributes: { line: { name: 'line', value: 'gold' } } });
    desk.platform.offer('d', 'chat', { queue: null, attributes: { line: { name: 'line', value: 'constructor' } } });
    await desk.settle();
    expect(['a', 'b', 'c', 'd'].map((id) => desk.sessionOf(id)?.serviceId)).to.deep.equal([
      ...['claims', 'orders', 'cards', 'reception'],
    ]);
  });

  it('keeps codes and tags where the host does, and says why where it does not', async () => {
    const kept: unknown[] = [];
    const desk = await connectDesk({
      save: (id, work) => {
        if (work.tags?.includes('bad')) throw new Error('The CRM is closed');
        kept.push([id, work]);
      },
    });
    await accepted(desk, 'c1', 'chat');
    await desk.ask({ type: 'codes.choose', sessionId: 'c1', primary: 'order-status' });
    await desk.ask({ type: 'tags.change', sessionId: 'c1', tags: ['vip'] });
    expect(kept).to.deep.equal([
      ['c1', { primary: 'order-status' }],
      ['c1', { tags: ['vip'] }],
    ]);
    expect(desk.sessionOf('c1')).to.deep.include({ primaryCode: 'order-status', tags: ['vip'] });
    expect(await desk.ask({ type: 'tags.change', sessionId: 'c1', tags: ['bad'] })).to.deep.equal({
      ...{ ok: false, failure: 'failed', message: 'The CRM is closed' },
    });
    expect(desk.sessionOf('c1')?.tags).to.deep.equal(['vip']);
  });
});
