// What happens to tasks at Twilio, at the hands of the agent, the customer and the platform, as a store is told of it.
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { openDesk, until } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

let desk;
let recorder;
let disconnect;
let number = 0;
const session = (sid) => recorder.state.sessions.get(sid);
const stateOf = (sid) => session(sid)?.state;
const typesOf = (sid) => recorder.live.filter(({ sessionId }) => sessionId === sid).map(({ type }) => type);
async function ask(type, sessionId, rest = {}) {
  const commandId = `command ${(number += 1)}`;
  const reply = await desk.gateway.execute({ type, sessionId, commandId, ...rest });
  await desk.settle();
  return { ...reply, commandId };
}
async function start(options) {
  desk = await openDesk(options);
  ({ recorder, disconnect } = desk.connect());
}
async function offered(channel = 'chat', attributes, options) {
  const sid = desk.platform.offer(channel, attributes, options);
  await desk.settle();
  return sid;
}
async function accepted(channel, attributes) {
  const sid = await offered(channel, attributes);
  assert.ok((await ask('session.accept', sid)).ok);
  return sid;
}

afterEach(async () => {
  disconnect();
  await desk.close();
});

describe('a task of Twilio', () => {
  beforeEach(() => start());

  it('is offered with all that is known of it', async () => {
    const sid = await offered('chat', {
      from: '+15550100',
      name: 'Cy',
      direction: 'inbound',
      customers: { name: 'Cy Twombly', email: 'cy@example.com' },
      product: { name: 'loan', terms: [12, 24], note: null },
    });
    const { offerExpiresAt, times, ...known } = session(sid);
    assert.equal(known.serviceId, 'loans');
    assert.equal(known.modality, 'im');
    assert.deepEqual(known.caller, { name: 'Cy', phone: '+15550100' });
    assert.deepEqual(known.customer, { name: 'Cy Twombly', email: 'cy@example.com' });
    assert.deepEqual(
      known.parameters.filter(({ name }) => name.startsWith('product')),
      [
        { name: 'product.name', state: 'value', value: 'loan' },
        { name: 'product.terms', state: 'value', value: '12, 24' },
        { name: 'product.note', state: 'empty' },
      ],
    );
    assert.equal(offerExpiresAt - times.offered, 120_000);
    assert.equal(times.offered - times.queued, 12_000);
    assert.match(known.cannot.find(({ command }) => command === 'session.park').reason, /aside/);
  });

  it('goes from offer to wrap-up and is done with, by the agent', async () => {
    const sid = await accepted('voice');
    assert.equal(stateOf(sid), 'active');
    assert.ok(desk.platform.asked.some(({ params }) => params.Instruction === 'conference'));
    const hold = await ask('session.hold', sid);
    assert.equal(stateOf(sid), 'held');
    assert.equal(recorder.causedBy(hold.commandId)[0].type, 'session.held');
    await ask('session.resume', sid);
    assert.equal(stateOf(sid), 'active');
    await ask('session.end', sid);
    assert.equal(stateOf(sid), 'after-call-work');
    assert.equal(session(sid).afterCallWork.dueAt, undefined);
    const finish = await ask('after-call-work.finish', sid);
    assert.equal(stateOf(sid), 'ended');
    assert.equal(recorder.causedBy(finish.commandId)[0].type, 'after-call-work.finished');
    assert.deepEqual(typesOf(sid), [
      'session.offered',
      'session.connected',
      'session.held',
      'session.resumed',
      'session.ended',
      'after-call-work.finished',
    ]);
  });

  it('has no wrap-up where its service has none', async () => {
    const sid = await accepted('chat', { product: { name: 'loan' } });
    await ask('session.end', sid);
    assert.equal(stateOf(sid), 'ended');
  });

  it('is transferred to the task queue of a service, and is over here then', async () => {
    const sid = await accepted();
    const reply = await ask('session.transfer', sid, { targetServiceId: 'loans' });
    assert.ok(reply.ok);
    assert.equal(stateOf(sid), 'transferring');
    assert.equal(recorder.causedBy(reply.commandId)[0].target, 'The loans');
    desk.platform.transfer(sid, 'WQ-loans', 'complete');
    desk.platform.move(sid, 'completed');
    await desk.settle();
    assert.equal(stateOf(sid), 'ended');
    assert.equal(session(sid).result, 'transferred-by-user');
  });

  it('comes back when its transfer fails, with the reason', async () => {
    const sid = await accepted();
    await ask('session.transfer', sid, { targetUserId: 'WK1' });
    assert.equal(stateOf(sid), 'transferring');
    assert.equal(recorder.live.at(-1).target, 'Bo');
    desk.platform.transfer(sid, 'WK1', 'failed');
    await desk.settle();
    assert.equal(stateOf(sid), 'active');
    assert.equal(session(sid).failure.reason, 'Nobody there took it');
  });

  it('stays with its agent during a warm transfer', async () => {
    const sid = await accepted();
    desk.platform.transfer(sid, 'WK1', 'initiated', 'WARM');
    await desk.settle();
    assert.equal(stateOf(sid), 'active');
  });

  for (const [status, outcome] of [
    ['timeout', 'missed'],
    ['rejected', 'declined'],
    ['rescinded', 'taken'],
    ['canceled', 'cancelled'],
  ])
    it(`that is ${status} while it rings is ${outcome}`, async () => {
      const sid = await offered();
      desk.platform.move(sid, status);
      await desk.settle();
      assert.deepEqual([stateOf(sid), session(sid).offerOutcome], ['ended', outcome]);
    });

  it('is over in every state when its platform says so', async () => {
    const reach = {
      offered: () => offered(),
      active: () => accepted(),
      held: async () => {
        const sid = await accepted('voice');
        await ask('session.hold', sid);
        return sid;
      },
      transferring: async () => {
        const sid = await accepted();
        await ask('session.transfer', sid, { targetServiceId: 'loans' });
        return sid;
      },
      'after-call-work': async () => {
        const sid = await accepted();
        await ask('session.end', sid);
        return sid;
      },
    };
    for (const [state, toIt] of Object.entries(reach))
      for (const status of ['completed', 'canceled']) {
        const sid = await toIt();
        assert.equal(stateOf(sid), state);
        desk.platform.move(sid, status);
        await desk.settle();
        assert.equal(stateOf(sid), 'ended', `${status} from ${state}`);
      }
  });

  it('is not brought back by news that its replies have overtaken', async () => {
    desk.platform.lag = 30;
    const other = desk.platform.offer('chat', { product: { name: 'loan' } });
    await until(() => stateOf(other) === 'offered');
    await desk.gateway.execute({ type: 'session.accept', sessionId: other, commandId: 'in' });
    await desk.gateway.execute({ type: 'session.end', sessionId: other, commandId: 'out' });
    assert.equal(stateOf(other), 'ended');
    await desk.settle();
    assert.deepEqual(typesOf(other), ['session.offered', 'session.connected', 'session.ended']);
    assert.ok(!recorder.all.some(({ type }) => type === 'session.forgotten'));
  });

  it('is not brought back by news that comes once more', async () => {
    const { platform } = desk;
    const sid = await offered();
    const said = [];
    const remember = (type) => said.push([type, JSON.parse(JSON.stringify(platform.reservations.get(sid)))]);
    const hearAgain = async (events) => {
      for (const [type, payload] of events) platform.say(type, payload);
      await desk.settle();
    };
    remember('reservation.created');
    for (const [status, state] of [
      ['accepted', 'active'],
      ['wrapping', 'after-call-work'],
    ]) {
      platform.move(sid, status);
      await desk.settle();
      await hearAgain([...said, ...said.toReversed()]);
      assert.equal(stateOf(sid), state);
      remember(status === 'wrapping' ? 'reservation.wrapup' : 'reservation.accepted');
    }
    platform.move(sid, 'completed');
    await desk.settle();
    // Of one that is gone the SDK bears no other news.
    await hearAgain(said.slice(0, 1));
    assert.equal(stateOf(sid), 'ended');
    assert.equal(recorder.state.usage.total, 0);
    assert.ok(!recorder.all.some(({ type }) => type === 'session.forgotten'));
  });

  it('that somebody else has taken while it is being accepted is his, and takes no slot', async () => {
    const sid = await offered();
    desk.platform.lag = 30;
    desk.platform.move(sid, 'rescinded');
    const reply = await ask('session.accept', sid);
    assert.equal(reply.ok, false);
    assert.equal(stateOf(sid), 'ended');
    assert.equal(session(sid).offerOutcome, 'taken');
    assert.equal(recorder.state.usage.total, 0);
  });

  it('is another session when it is handed back, while the first one is being wrapped up', async () => {
    const { platform } = desk;
    const sid = await accepted();
    await ask('session.transfer', sid, { targetUserId: 'WK1' });
    platform.transfer(sid, 'WK1', 'complete');
    platform.move(sid, 'wrapping');
    const back = platform.offer('chat', {}, { isTold: false });
    platform.reservations.get(back).task.sid = `WT-${sid}`;
    platform.say('reservation.created', platform.reservations.get(back));
    await desk.settle();
    assert.deepEqual([stateOf(sid), stateOf(back)], ['after-call-work', 'offered']);
    assert.ok((await ask('session.accept', back)).ok);
    assert.ok((await ask('after-call-work.finish', sid)).ok);
    assert.deepEqual([stateOf(sid), stateOf(back)], ['ended', 'active']);
    assert.equal(recorder.state.usage.total, 1);
  });

  it('is in wrap-up when the customer has gone', async () => {
    const sid = await accepted('voice');
    desk.platform.move(sid, 'wrapping');
    await desk.settle();
    assert.equal(stateOf(sid), 'after-call-work');
  });

  it('tells codes, tags and parameters as its attributes change', async () => {
    const sid = await accepted('chat', { a: { b: 'one' }, gone: 'soon' });
    desk.platform.change(sid, { a: { b: 'two' }, conversations: { outcome: 'solved', tags: ['x', 7, 'x'] } });
    await desk.settle();
    const { parameters, primaryCode, tags } = session(sid);
    assert.deepEqual(parameters.slice(0, 2), [
      { name: 'a.b', state: 'value', value: 'two' },
      { name: 'gone', state: 'empty' },
    ]);
    assert.equal(primaryCode, 'solved');
    assert.deepEqual(tags, ['x']);
  });

  it('keeps what others have written when codes and tags are', async () => {
    const sid = await accepted('chat', { conversations: { wait: 3 } });
    desk.platform.change(sid, { conversations: { wait: 3 }, server: 'wrote' }, { isTold: false });
    const [code, tags] = await Promise.all([
      ask('codes.choose', sid, { primary: 'solved' }),
      ask('tags.change', sid, { tags: ['late'] }),
    ]);
    assert.ok(code.ok && tags.ok);
    assert.deepEqual(JSON.parse(JSON.stringify(desk.worker.reservations.get(sid).task.attributes)), {
      server: 'wrote',
      conversations: { wait: 3, outcome: 'solved', tags: ['late'] },
    });
    assert.equal(recorder.causedBy(code.commandId)[0].type, 'codes.chosen');
    assert.equal(recorder.causedBy(tags.commandId)[0].type, 'tags.changed');
  });

  it('refuses with the words of the platform', async () => {
    const sid = await offered();
    desk.platform.refusals.set(`Reservations/${sid}`, [403, 'This worker may not']);
    const reply = await ask('session.accept', sid);
    assert.deepEqual([reply.failure, reply.message], ['not-allowed', 'This worker may not']);
    assert.equal(stateOf(sid), 'offered');
    for (const [status, failure] of [
      [429, 'failed'],
      [503, 'failed'],
    ]) {
      desk.platform.refusals.set(`Reservations/${sid}`, [status, 'Later']);
      assert.equal((await ask('session.accept', sid)).failure, failure);
    }
  });

  it('says what TaskRouter does not do', async () => {
    const sid = await accepted('voice');
    for (const [type, rest, reason] of [
      ['session.park', {}, /aside/],
      ['session.transfer', { targetNumber: '+4721550100' }, /number/],
      ['session.transfer', { targetServiceId: 'nowhere' }, /task queue/],
    ]) {
      const reply = await ask(type, sid, rest);
      assert.equal(reply.failure, 'not-allowed');
      assert.match(reply.message, reason);
    }
  });
});

describe('a worker of Twilio', () => {
  beforeEach(() => start());
  const presence = () => {
    const { since: _, ...shown } = recorder.state.users.get('WK0').presence;
    return shown;
  };
  const limits = () => recorder.state.workspace.configuration.users.get('WK0').taskParallelization;

  it('has the presence that its activity stands for, with its name', async () => {
    assert.deepEqual(presence(), { presence: 'available' });
    desk.platform.activate('WA-lunch');
    await desk.settle();
    assert.deepEqual(presence(), { presence: 'away', reason: 'Lunch' });
    assert.ok((await ask('presence.change', undefined, { presence: 'offline' })).ok);
    assert.deepEqual(presence(), { presence: 'offline' });
    const reply = await ask('presence.change', undefined, { presence: 'do-not-disturb' });
    assert.equal(reply.failure, 'not-allowed');
  });

  it('is told why its presence changed when an offer was missed', async () => {
    const sid = await offered();
    desk.platform.move(sid, 'timeout');
    desk.platform.activate('WA-lunch');
    await desk.settle();
    assert.deepEqual(presence(), { presence: 'away', reason: 'Lunch', cause: 'rona' });
  });

  it('has the limits of its task channels', async () => {
    assert.deepEqual(limits(), { enabled: true, total: 6, perModality: { 'audio-video': 1, im: 3 } });
    desk.platform.capacity('chat', 1);
    await desk.settle();
    assert.deepEqual(limits(), { enabled: true, total: 4, perModality: { 'audio-video': 1, im: 1 } });
  });
});

describe('what Twilio says that makes no sense', () => {
  beforeEach(() => start());

  it('leaves everything else as it is, and is counted', async () => {
    const strange = desk.platform.offer('fax', { __proto__: null, constructor: { name: 'x' } }, { sid: '__proto__' });
    const sid = await accepted();
    desk.platform.reservations.get(sid).reservation_status = 'pondering';
    desk.platform.say('task.updated', desk.platform.reservations.get(sid).task);
    desk.platform.say('reservation.accepted', desk.platform.reservations.get(sid));
    await desk.settle();
    assert.equal(stateOf(sid), 'active');
    assert.equal(recorder.rejections.length, 1);
    assert.match(recorder.rejections[0], /pondering/);
    assert.equal(session(strange).modality, 'fax');
    assert.equal(stateOf(strange), 'offered');
  });

  it('shows a reservation in a status that is not known', async () => {
    await desk.again(() => {
      const sid = desk.platform.offer('chat', {}, { sid: 'WR-odd', isTold: false });
      desk.platform.reservations.get(sid).reservation_status = 'pondering';
    });
    assert.equal(stateOf('WR-odd'), 'accepted');
    assert.equal(recorder.rejections.length, 1);
  });

  it('counts a reservation that has failed, with its reason', async () => {
    const sid = await accepted();
    desk.platform.say('reservation.failed', {
      sid: 'WT-gone',
      assignment_status: 'canceled',
      reason: 'Nobody in time',
    });
    desk.platform.say('reservation.failed', null);
    await desk.settle();
    assert.match(recorder.rejections[0], /WT-gone.*Nobody in time/);
    assert.equal(stateOf(sid), 'active');
    assert.deepEqual(recorder.unusable, []);
  });

  it('is not kept from what comes later by a version without end', async () => {
    const sid = await offered();
    desk.worker.reservations.get(sid).version = '1e300';
    desk.worker.emit('reservationCreated', undefined);
    desk.platform.move(sid, 'accepted');
    await desk.settle();
    assert.equal(stateOf(sid), 'active');
  });

  it('bears objects whose parts are missing', async () => {
    const sid = await offered('chat', {});
    const { task } = desk.worker.reservations.get(sid);
    for (const attributes of [
      undefined,
      null,
      7,
      'text',
      [1, { a: 2 }],
      { deep: { er: Array(3).fill({ a: [[]] }) } },
    ]) {
      task.attributes = attributes;
      desk.worker.emit('reservationCreated', undefined);
    }
    Object.defineProperty(task, 'attributes', {
      get() {
        throw new Error('hidden');
      },
    });
    desk.worker.emit('reservationCreated', undefined);
    assert.match(recorder.rejections.at(-1), /hidden/);
    const other = await accepted();
    assert.equal(stateOf(other), 'active');
    assert.deepEqual(recorder.unusable, []);
  });

  it('goes by its own clock where that of the platform is another one', async () => {
    for (const ahead of [-90_000, 90_000]) {
      desk.platform.ahead = ahead;
      const isNear = (time, expected) => assert.ok(Math.abs(time - expected) < 5000, `${ahead}: ${time - Date.now()}`);
      const live = await offered();
      isNear(session(live).offerExpiresAt, Date.now() + 120_000);
      isNear(session(live).times.queued, Date.now() - 12_000);
      const replayed = desk.platform.offer('chat', {}, { isTold: false });
      await desk.again();
      isNear(session(replayed).offerExpiresAt, Date.now() + 120_000);
    }
  });
});

describe('a gateway of Twilio that nobody listens to any more', () => {
  it('has left no listener behind', async () => {
    await start();
    const sid = await accepted();
    await ask('session.transfer', sid, { targetServiceId: 'loans' });
    const reservation = desk.worker.reservations.get(sid);
    const emitters = [
      desk.worker,
      reservation,
      reservation.task,
      reservation.task.transfers.outgoing,
      ...desk.worker.channels.values(),
    ];
    const count = () =>
      emitters
        .flatMap((emitter) => emitter.eventNames().map((name) => emitter.listenerCount(name)))
        .reduce((sum, one) => sum + one, 0);
    const during = count();
    disconnect();
    // The one that the test listens to errors with.
    assert.equal(count(), 1);
    assert.ok(during > 20);
    ({ recorder, disconnect } = desk.connect());
    assert.equal(count(), during);
    await until(() => stateOf(sid) === 'transferring');
  });
});
