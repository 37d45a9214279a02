// The connection to Genesys Cloud: what becomes of it, what happens meanwhile, and what cannot be read.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gatewayContract } from 'my-sessions/gateways/contract';
import { createGenesysGateway } from 'my-sessions/gateways/genesys';
import fc from 'fast-check';
import platformClient from 'purecloud-platform-client-v2';
import { AGENT } from '../../tools/platforms/genesys.mjs';
import { makeDesk, until } from '../support/genesys-desk.mjs';

const quick = { pingMs: 10, silenceMs: 60, openMs: 500 };

describe('gateway contract: Genesys Cloud', () => {
  for (const { name, run } of gatewayContract)
    test(name, () =>
      run({
        async make() {
          const desk = await makeDesk();
          return {
            gateway: desk.gateway,
            async offer(modality) {
              await desk.settle();
              const id = desk.platform.offer({ im: 'messages', 'audio-video': 'calls', email: 'emails' }[modality]);
              const { participants } = desk.platform.conversations.get(id);
              return [id, participants.at(-1).id].map((part) => part.replaceAll('/', '%2F')).join('/');
            },
            settle: desk.settle,
            dispose: desk.close,
          };
        },
      }),
    );
});

describe('the connection to Genesys Cloud', () => {
  test('what changed while it was lost is told as caught up on, and nothing else', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const [ended, changed, same, deleted] = Array.from({ length: 4 }, () => platform.offer('messages'));
    await settle();
    for (const id of [ended, changed, same, deleted]) await ask('session.accept', page.of(id).id);
    await settle();
    platform.write(same, 'Still there?');
    await settle();
    const before = page.live.length;
    let added;
    platform.unheard(() => {
      platform.customerLeaves(ended);
      platform.set(changed, { parkTime: '2026-01-01T00:00:00Z' });
      platform.conversations.delete(deleted);
      added = platform.offer('messages');
    });
    platform.drop();
    await until(() => page.connection === 'reconnecting', 'the loss is said');
    await until(() => page.connection === 'live', 'it is back');
    await settle();
    assert.deepEqual(
      [ended, changed, same, deleted, added].map((id) => page.of(id).state),
      ['after-call-work', 'parked', 'active', 'ended', 'offered'],
    );
    assert.equal(page.live.length, before);
    assert.deepEqual(page.texts(page.of(same).id), ['Still there?']);
    assert.equal(page.batches.filter(({ events }) => events[0].type === 'workspace.reset').length, 1);
  });

  test('work of which the platform cannot speak just then is not over', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    platform.connect(id);
    platform.customerLeaves(id);
    await settle();
    // It is in no list any more, and has to be asked for by itself.
    delete platform.mediaOf(id).afterCallWork;
    for (const status of [503, 500, 429, 408]) {
      platform.onRead = () => {
        platform.onRead = () => undefined;
        platform.refuseNext(status, 'Not now.', { 'retry-after': '0' });
      };
      platform.drop();
      await until(() => page.connection === 'reconnecting', 'it is lost');
      await until(() => page.connection === 'live', 'it is live again');
      await settle();
      assert.equal(page.of(id).state, 'after-call-work', String(status));
      assert.equal(platform.refusals.length, 0);
    }
  });

  test('a platform that falls silent is lost, and found again', async (context) => {
    const { platform, open } = await makeDesk(context, { timings: quick });
    const page = await open();
    platform.isResponsive = false;
    await until(() => page.connection === 'reconnecting', 'silence is noticed');
    platform.isResponsive = true;
    await until(() => page.connection === 'live', 'it is back');
  });

  test('before an announced end another channel takes over, and no event is lost in between', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    platform.onRead = () => {
      platform.onRead = () => undefined;
      platform.offer('messages', { id: 'between' });
    };
    platform.announceEnd();
    await until(() => platform.channels.length === 2 && platform.openSockets === 1, 'the new one is alone');
    await settle();
    assert.equal(page.of('between').state, 'offered');
    assert.ok(!page.batches.some(({ events }) => events.some(({ status }) => status === 'reconnecting')));
  });

  test('a channel is replaced before its end', async (context) => {
    const { platform, open } = await makeDesk(context, { timings: { renewBeforeMs: 3_600_000 - 50 } });
    platform.channelLife = 1000;
    await open();
    await until(() => platform.channels.length > 1, 'there is another one');
  });

  test('a change that is told before the answer to the first reading is not lost', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const id = platform.offer('messages');
    platform.onRead = () => {
      platform.connect(id);
      platform.customerLeaves(id);
    };
    const page = await open();
    await settle();
    assert.equal(page.of(id).state, 'after-call-work');
  });

  test('a refusal for haste is obeyed for as long as it says, and then repeated', async (context) => {
    const { platform, open, ask, settle } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    platform.refuseNext(429, 'Rate limit exceeded', { 'retry-after': '1' });
    const begun = Date.now();
    assert.deepEqual(await ask('session.accept', page.of(id).id), { ok: true });
    const gone = Date.now() - begun;
    assert.ok(gone >= 990 && gone < 1900, `it took ${gone} ms`);
    platform.refuseNext(429, 'Rate limit exceeded the maximum. Retry the request in [1] seconds');
    await ask('session.park', page.of(id).id);
    assert.ok(Date.now() - begun - gone >= 990);
  });

  test('a token that has ended is a sign-out; after signing in what was missed is there', async (context) => {
    let signedOut = 0;
    const onSignedOut = () => (signedOut += 1);
    const { platform, gateway, client, open, ask, settle } = await makeDesk(context, { onSignedOut });
    const page = await open();
    const [id, gone] = [platform.offer('messages'), platform.offer('messages')];
    await settle();
    await ask('session.accept', page.of(id).id);
    await settle();
    assert.deepEqual(await ask('message.send', page.of(id).id, { segmentId: 'mine', text: 'Hello' }), { ok: true });
    platform.token = 'next';
    assert.equal((await ask('session.park', page.of(id).id)).ok, false);
    await until(() => page.connection === 'signed-out', 'the sign-out is said');
    assert.equal(signedOut, 1);
    await until(() => platform.openSockets === 0, 'the socket is closed');
    platform.customerLeaves(gone);
    client.setAccessToken('next');
    gateway.signIn();
    await until(() => page.connection === 'live', 'it is back');
    await settle();
    assert.deepEqual([page.of(id).state, page.of(gone).state], ['active', 'ended']);
    assert.deepEqual(page.texts(page.of(id).id), ['Hello']);
  });

  test('a sign-out before the beginning is said, too', async (context) => {
    const { platform, connect } = await makeDesk(context);
    platform.token = 'other';
    const page = connect();
    await until(() => page.connection === 'signed-out', 'the sign-out is said');
  });

  test('nothing is left when the last page goes: no socket, no timer, no listener, and the client as it was', async (context) => {
    const { platform, client, connect, open, settle } = await makeDesk(context, { timings: { missedMs: 60_000 } });
    const http = client.getHttpClient();
    const listeners = [];
    const { addEventListener, removeEventListener } = globalThis;
    globalThis.addEventListener = (type) => listeners.push(type);
    globalThis.removeEventListener = (type) => listeners.splice(listeners.indexOf(type), 1);
    context.after(() => Object.assign(globalThis, { addEventListener, removeEventListener }));
    const timersNow = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timersNow();
    const page = await open();
    const other = connect();
    const id = platform.offer('messages');
    await settle();
    platform.withdraw(id);
    await settle();
    assert.deepEqual([listeners, Object.hasOwn(http, 'request')], [['online'], true]);
    page.disconnect();
    other.disconnect();
    await until(() => platform.openSockets === 0, 'the socket is closed');
    assert.deepEqual([listeners, Object.hasOwn(http, 'request')], [[], false]);
    await until(() => timersNow() <= before, 'no timer is left', 2000);
    const told = page.batches.length;
    platform.offer('messages');
    assert.equal(page.batches.length, told);
  });

  test('who leaves while it is being opened leaves nothing behind', async (context) => {
    const { platform, connect } = await makeDesk(context);
    const page = connect();
    await until(() => platform.asked.length > 0, 'it has begun');
    page.disconnect();
    await until(() => platform.openSockets === 0, 'no socket is open');
    assert.deepEqual(page.batches, []);
  });
});

describe('a host that cannot be served', () => {
  const { ApiClient, ConversationsApi } = platformClient;
  for (const [what, options, problem] of [
    ['an empty client', { platformClient: {} }, /platformClient.*script/],
    ['no WebSocket', { platformClient: { ApiClient, ConversationsApi }, WebSocket: null }, /WebSocket.*ws/],
  ])
    test(`is told at once: ${what}`, () => {
      assert.throws(() => createGenesysGateway(options), problem);
    });
});

describe('what cannot be read', () => {
  test('is counted, and leaves all else as it is', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages', { id: 'with/slash %2F ü' });
    const odd = platform.offer('messages', { id: '__proto__' });
    platform.raw('{no json');
    platform.raw('null');
    platform.raw('{"eventBody":{}}');
    const topic = `v2.users.${AGENT}.conversations`;
    for (const body of [null, 7, [], {}, { id: 'x' }, { id: 'x', participants: {} }, { id: 'x', participants: [null] }])
      platform.publish(topic, body);
    platform.publish(topic, { id: 'y', participants: [{ id: 'p', userId: AGENT, messages: [{ state: 7 }] }] });
    for (const kind of ['presence', 'routingStatus']) platform.publish(`v2.users.${AGENT}.${kind}`, 'nothing');
    await settle();
    assert.deepEqual([page.sessions.length, page.sessions[0].state, page.sessions[1].state], [3, 'offered', 'offered']);
    assert.ok(page.rejections.length >= 7, page.rejections.join('\n'));
    platform.connect(id);
    platform.set(odd, { state: 'transmitting' });
    platform.write(id, 'Anybody?');
    platform.texts.clear();
    await settle();
    assert.deepEqual(
      page.sessions.slice(0, 2).map(({ state }) => state),
      ['active', 'offered'],
    );
    assert.ok(page.rejections.some((reason) => reason.includes('transmitting')));
  });

  test('no deadline is made of what is no span', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    for (const odd of [1e300, -5, 0]) {
      const id = platform.offer('messages', { agent: { alertingTimeoutMs: odd, wrapupTimeoutMs: odd } });
      await settle();
      assert.equal(page.of(id).offerExpiresAt, undefined);
      platform.connect(id);
      platform.customerLeaves(id);
      await settle();
      assert.deepEqual([page.of(id).state, page.of(id).afterCallWork.dueAt], ['after-call-work', undefined]);
    }
  });

  test('how long somebody has waited does not depend on the clock of the platform', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    for (const hours of [-3, 3]) {
      const id = platform.offer('messages', { media: { state: 'scheduled' } });
      const there = Date.now() + hours * 3_600_000;
      platform.conversations.get(id).startTime = new Date(there - 30_000).toISOString();
      platform.set(id, { state: 'alerting', startAlertingTime: new Date(there).toISOString() });
      await settle();
      const waited = Date.now() - page.of(id).times.queued;
      assert.ok(Math.abs(waited - 30_000) < 3000, `${hours}: ${waited}`);
    }
  });

  for (const hours of [-5, 5])
    test(`what is read at first is as old as it is, by a clock that is ${hours} hours off`, async (context) => {
      const { platform, open, settle } = await makeDesk(context);
      const off = hours * 3_600_000;
      platform.ahead = off - 600_000;
      const [id, parked] = [platform.offer('messages'), platform.offer('messages')];
      for (const own of [id, parked]) platform.connect(own);
      platform.write(id, 'Hello?');
      platform.ahead = off - 60_000;
      platform.set(parked, { parkTime: platform.stamp() });
      const ringing = platform.offer('messages');
      const over = platform.offer('calls');
      platform.connect(over);
      platform.customerLeaves(over);
      platform.ahead = off;
      const page = await open();
      await settle();
      const ago = (at) => Math.round((Date.now() - at) / 10_000) * 10;
      assert.deepEqual([ago(page.of(id).since), ago(page.of(id).times.connected)], [600, 600]);
      assert.equal(ago(page.of(parked).parkedSince), 60);
      assert.equal(ago(page.of(over).afterCallWork.startedAt), 60);
      assert.equal(ago(page.of(ringing).offerExpiresAt - 20_000), 60);
      platform.write(id, 'Are you there?');
      await settle();
      const said = [...page.state.transcripts.get(page.of(id).id)];
      assert.deepEqual(
        said.map(({ text, at }) => [text, ago(at)]),
        [
          ['Hello?', 600],
          ['Are you there?', 0],
        ],
      );
    });

  test('a state that nobody knows at first sight is shown as work in hand', async (context) => {
    const { platform, open } = await makeDesk(context);
    const id = platform.offer('messages');
    platform.mediaOf(id).state = 'transmitting';
    assert.equal((await open()).of(id).state, 'accepted');
  });
});

/** What the platform says of an agent's part, in our words. */
function expectedOf(participant, media) {
  const { state, held, parkTime, connectedTime, afterCallWork } = media;
  if (state === 'alerting') return 'offered';
  if (state === 'connected') return parkTime ? 'parked' : held ? 'held' : 'active';
  const isOwed = participant.wrapupRequired && connectedTime && afterCallWork?.state === 'pending';
  return isOwed && !(participant.wrapup && !participant.wrapup.provisional) ? 'after-call-work' : 'ended';
}

const ACTS = {
  offerChat: ({ platform }) => platform.offer('messages'),
  offerCall: ({ platform }) => platform.offer('calls'),
  accept: ({ ask }, session) => ask('session.accept', session),
  decline: ({ ask }, session) => ask('session.decline', session),
  park: ({ ask }, session) => ask('session.park', session),
  unpark: ({ ask }, session) => ask('session.unpark', session),
  hold: ({ ask }, session) => ask('session.hold', session),
  resume: ({ ask }, session) => ask('session.resume', session),
  end: ({ ask }, session) => ask('session.end', session),
  code: ({ ask }, session) => ask('codes.choose', session, { primary: 'code-refund' }),
  finish: ({ ask }, session) => ask('after-call-work.finish', session),
  transfer: ({ ask }, session) => ask('session.transfer', session, { targetServiceId: 'bills' }),
  back: ({ platform }, _, id) => platform.mediaOf(id).state === 'disconnected' && platform.alert(id),
  customerLeaves: ({ platform }, _, id) => platform.mediaOf(id).state !== 'disconnected' && platform.customerLeaves(id),
  miss: ({ platform }, _, id) => platform.mediaOf(id).state === 'alerting' && platform.miss(id),
  attribute: ({ platform }, _, id) => {
    platform.conversations.get(id).participants[0].attributes = { tier: String(Math.random()) };
    platform.tell(id);
  },
  lose: ({ platform }) => platform.drop(),
  renew: ({ platform }) => platform.announceEnd(),
};

test('after any history a page shows what the platform says', { timeout: 240_000 }, async (context) => {
  const desk = await makeDesk(context, { timings: { missedMs: 5 } });
  const { platform, open, settle } = desk;
  const page = await open();
  const step = fc.record({
    act: fc.constantFrom(...Object.keys(ACTS)),
    which: fc.nat(5),
    isUnheard: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      for (const { act, which, isUnheard } of steps) {
        const ids = [...platform.conversations.keys()].slice(-5);
        const id = ids[which % Math.max(1, ids.length)];
        const isOffer = act.startsWith('offer');
        if (id === undefined && !isOffer) continue;
        const session = id === undefined ? undefined : page.of(id)?.id;
        const run = () => ACTS[act](desk, session ?? 'nobody', id);
        if (isUnheard && !['lose', 'renew'].includes(act)) {
          let following;
          platform.unheard(() => (following = run()));
          await following;
          platform.drop();
        } else await run();
      }
      const parts = () =>
        [...platform.conversations.values()].flatMap(({ id, participants }) =>
          participants
            .filter(({ userId }) => userId === AGENT)
            .map((one) => [
              [id, one.id].map((part) => part.replaceAll('/', '%2F')).join('/'),
              expectedOf(one, (one.messages ?? one.calls)[0]),
            ]),
        );
      const differences = () =>
        parts()
          .map(([id, said]) => ({ id, said, shown: page.state.sessions.get(id)?.state ?? 'ended' }))
          .filter(({ said, shown }) => said !== shown);
      await until(() => page.connection === 'live', 'it is live again');
      await settle();
      await until(() => differences().length === 0, 'what is shown is what is', 1500).catch(() => undefined);
      assert.deepEqual(differences(), []);
    }),
    { numRuns: 200, includeErrorInReport: true },
  );
  assert.deepEqual(page.rejections, []);
});

test('2,000 events are no work', async (context) => {
  const { platform, open, settle } = await makeDesk(context);
  const page = await open();
  const ids = Array.from({ length: 40 }, () => platform.offer('messages'));
  await settle();
  for (const id of ids) platform.connect(id);
  await settle();
  // Of the processor, as others may be at it as well.
  const begun = process.cpuUsage();
  for (let count = 0; count < 2000; count += 1) {
    const id = ids[count % ids.length];
    platform.set(id, { parkTime: count % 80 < 40 ? '2026-01-01T00:00:00Z' : undefined });
  }
  await settle();
  const { user, system } = process.cpuUsage(begun);
  const took = (user + system) / 1000;
  context.diagnostic(`2,000 events, sent, parsed and reduced: ${Math.round(took)} ms`);
  assert.ok(took < 4000, `${took} ms`);
  assert.equal(page.live.filter(({ type }) => type.endsWith('parked')).length, 2000);
});
