// The gateway to Genesys Cloud: the platform's own client, over real HTTP and sockets of this machine.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AGENT } from '../../tools/platforms/genesys.mjs';
import { makeDesk, until } from '../support/genesys-desk.mjs';

const ok = { ok: true };

describe('a day at Genesys Cloud', () => {
  test('a chat: offered, accepted, written, parked, transferred, wrapped up', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    const { id: sessionId, ...offered } = page.of(id);
    assert.deepEqual(
      [offered.state, offered.serviceId, offered.modality, offered.caller.name],
      ['offered', 'bills', 'im', 'Hanne Riis'],
    );
    assert.equal(offered.offerExpiresAt, offered.since + 20_000);
    assert.deepEqual(offered.parameters, [{ name: 'tier', state: 'value', value: 'gold' }]);

    assert.deepEqual(await ask('session.accept', sessionId), ok);
    await settle();
    assert.equal(page.of(id).state, 'active');
    platform.write(id, 'Where is my order?');
    await settle();
    const send = { segmentId: 'mine', text: 'On its way.' };
    assert.deepEqual(await ask('message.send', sessionId, send), ok);
    await settle();
    assert.deepEqual(page.texts(sessionId), ['Where is my order?', 'On its way.']);
    assert.equal(page.state.transcripts.get(sessionId).get('mine').delivery, 'sent');
    const url = 'https://files.example/receipt.pdf';
    const file = { id: 'f-1', mediaType: 'File', url, mime: 'application/pdf', filename: 'receipt.pdf' };
    const written = platform.write(id, 'Here it is.', {
      files: [
        { ...file, contentSizeBytes: 2048 },
        { mediaType: 'Image', url: 'https://files.example/2' },
        { mediaType: 'File' },
      ],
    });
    await settle();
    assert.deepEqual(page.state.transcripts.get(sessionId).get(written).attachments, [
      { id: 'f-1', name: 'receipt.pdf', url, mediaType: 'application/pdf', size: 2048 },
      { id: `${written}/1`, name: `${written}/1`, url: 'https://files.example/2' },
    ]);

    assert.deepEqual(await ask('session.park', sessionId), ok);
    await settle();
    assert.equal(page.of(id).state, 'parked');
    assert.deepEqual(await ask('session.unpark', sessionId), ok);
    await settle();
    assert.equal(page.of(id).state, 'active');

    assert.deepEqual(await ask('session.transfer', sessionId, { targetServiceId: 'bills' }), ok);
    await settle();
    const { state, result, transferTarget, afterCallWork } = page.of(id);
    assert.deepEqual([state, result, transferTarget], ['after-call-work', 'transferred-by-user', 'bills']);
    assert.equal(afterCallWork.dueAt, afterCallWork.startedAt + 60_000);
    assert.ok(platform.asked.some(({ path, body }) => path.endsWith('/replace') && body.queueId === 'queue-billing'));

    assert.deepEqual(await ask('codes.choose', sessionId, { primary: 'code-refund' }), ok);
    assert.deepEqual(await ask('tags.change', sessionId, { tags: ['late'] }), ok);
    await settle();
    assert.deepEqual([page.of(id).state, page.of(id).primaryCode], ['after-call-work', 'code-refund']);
    assert.deepEqual(await ask('after-call-work.finish', sessionId), ok);
    await settle();
    assert.equal(page.of(id).state, 'ended');
    assert.deepEqual(platform.agentOf(id).wrapup, { code: 'code-refund', tags: ['late'] });
    assert.deepEqual(page.rejections, []);
  });

  test('what is handed back is a new session, and the old one stays as it ended', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    await ask('session.accept', page.of(id).id);
    await settle();
    await ask('session.transfer', page.of(id).id, { targetNumber: '+4721550100' });
    await settle();
    platform.alert(id);
    await settle();
    assert.deepEqual(
      page.sessions.map(({ state }) => state),
      ['after-call-work', 'offered'],
    );
  });

  test('a call is held and transcribed, is not parked, and says so before it is asked', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('calls');
    await settle();
    const { id: sessionId, caller, cannot } = page.of(id);
    assert.equal(caller.phone, '+4721550100');
    await ask('session.accept', sessionId);
    await settle();
    assert.deepEqual(await ask('session.hold', sessionId), ok);
    await settle();
    assert.equal(page.of(id).state, 'held');
    await ask('session.resume', sessionId);
    await settle();
    const { reason } = cannot.find(({ command }) => command === 'session.park');
    const refused = await ask('session.park', sessionId);
    assert.deepEqual(refused, { ok: false, failure: 'not-allowed', message: reason });
    const said = (isFinal, transcript, channel = 'EXTERNAL') => ({
      utteranceId: `u-${channel}`,
      isFinal,
      channel,
      alternatives: [{ transcript, offsetMs: 1200 }],
    });
    platform.speak(id, [said(false, 'my order')]);
    // How that is read is loaded first.
    await until(() => page.texts(sessionId).length > 0, 'it is heard');
    assert.deepEqual(page.texts(sessionId), ['my order']);
    platform.speak(id, [said(true, 'My order is late.'), said(true, 'Let me see.', 'INTERNAL')]);
    await settle();
    assert.deepEqual(
      [...page.state.transcripts.get(sessionId)].map(({ text, isFinal, speaker }) => [text, isFinal, speaker.role]),
      [
        ['My order is late.', true, 'customer'],
        ['Let me see.', true, 'agent'],
      ],
    );
    platform.customerLeaves(id);
    await settle();
    assert.equal(page.of(id).state, 'after-call-work');
    const topics = platform.channels.flatMap((channel) => [...channel.topics]);
    assert.ok(!topics.some((topic) => topic.endsWith('transcription')), 'nothing is subscribed to that is over');
    await ask('after-call-work.finish', sessionId);
    await settle();
    assert.equal(page.of(id).state, 'ended');
  });

  const endings = {
    missed: ['missed', ({ platform }, id) => platform.miss(id)],
    'withdrawn by its customer': ['cancelled', ({ platform }, id) => platform.customerLeaves(id)],
    'withdrawn by the platform': ['cancelled', ({ platform }, id) => platform.withdraw(id)],
    declined: ['declined', ({ ask }, _, sessionId) => ask('session.decline', sessionId)],
    'taken by somebody else': [
      'taken',
      ({ platform }, id) => {
        platform.conversations.get(id).participants.push({
          id: 'other',
          purpose: 'agent',
          userId: 'somebody',
          messages: [{ id: 'o', state: 'connected' }],
        });
        platform.withdraw(id);
      },
    ],
  };
  for (const [how, [outcome, act]] of Object.entries(endings))
    test(`an offer that is ${how}`, async (context) => {
      const desk = await makeDesk(context);
      const page = await desk.open();
      const id = desk.platform.offer('messages');
      await desk.settle();
      await act(desk, id, page.of(id).id);
      await until(() => page.of(id).state === 'ended', 'the offer is gone');
      assert.equal(page.of(id).offerOutcome, outcome);
    });

  for (const before of ['active', 'held', 'parked'])
    test(`the customer leaves while it is ${before}`, async (context) => {
      const { platform, open, settle } = await makeDesk(context);
      const page = await open();
      const id = platform.offer(before === 'held' ? 'calls' : 'messages');
      platform.connect(id);
      if (before === 'held') platform.set(id, { held: true });
      if (before === 'parked') platform.set(id, { parkTime: '2026-01-01T00:00:00Z' });
      await settle();
      assert.equal(page.of(id).state, before);
      platform.customerLeaves(id);
      await settle();
      assert.equal(page.of(id).state, 'after-call-work');
    });

  /** What an event can say in the place of the agent's own part. */
  const partless = {
    'no such participant': (platform, id) => {
      const conversation = platform.conversations.get(id);
      conversation.participants = conversation.participants.filter((one) => one !== platform.agentOf(id));
    },
    'somebody else in its place': (platform, id) => Object.assign(platform.agentOf(id), { userId: 'somebody' }),
    'a participant without an id': (platform, id) => delete platform.agentOf(id).id,
    'nothing that connects it': (platform, id) => Object.assign(platform.agentOf(id), { messages: [] }),
    'what is only to come': (platform, id) => Object.assign(platform.mediaOf(id), { state: 'scheduled' }),
  };
  const standings = {
    offered: () => undefined,
    active: (platform, id) => platform.connect(id),
    'after-call-work': (platform, id) => {
      platform.connect(id);
      platform.customerLeaves(id);
    },
  };
  for (const [what, becomes] of Object.entries(partless))
    for (const [state, arrive] of Object.entries(standings))
      for (const isUnheard of [false, true])
        test(`leaves no session that was ${state} where ${isUnheard ? 'after an outage' : 'an event'} says ${what}`, async (context) => {
          const { platform, open, settle } = await makeDesk(context);
          const page = await open();
          const [id, other] = [platform.offer('messages'), platform.offer('messages')];
          arrive(platform, id);
          await settle();
          assert.equal(page.of(id).state, state);
          const change = () => {
            becomes(platform, id);
            platform.tell(id);
          };
          if (isUnheard) {
            platform.unheard(change);
            platform.drop();
            await until(() => page.connection === 'reconnecting' || page.of(id) === undefined, 'it is lost');
            await until(() => page.connection === 'live', 'it is live again');
          } else change();
          await settle();
          assert.deepEqual(
            page.sessions.map(({ id: own, state: now }) => [own.split('/')[0], now]),
            [[other, 'offered']],
          );
          assert.deepEqual(page.rejections, []);
        });

  test('a wrong participant leaves no ghost when the right one is named again', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    const right = page.of(id).id;
    const own = platform.agentOf(id);
    const wrong = structuredClone(platform.conversations.get(id));
    wrong.participants.find(({ id: one }) => one === own.id).id = 'nobody';
    platform.publish(`v2.users.${AGENT}.conversations`, wrong);
    platform.tell(id);
    await settle();
    assert.deepEqual(
      page.sessions.map(({ id: one, state }) => [one, state]),
      [[right, 'offered']],
    );
    assert.deepEqual(await ask('session.accept', right), ok);
    await settle();
    assert.deepEqual(
      page.sessions.map(({ state }) => state),
      ['active'],
    );
  });

  test('an event that comes late, or once more, brings nothing back', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('calls');
    const said = [];
    const remember = async () => {
      said.push(structuredClone(platform.conversations.get(id)));
      await settle();
    };
    const hearAgain = async () => {
      for (const event of [...said, ...said.toReversed()]) platform.publish(`v2.users.${AGENT}.conversations`, event);
      await settle();
    };
    await remember();
    platform.connect(id);
    await settle();
    await hearAgain();
    assert.equal(page.of(id).state, 'active');
    await remember();
    platform.customerLeaves(id);
    await settle();
    await hearAgain();
    assert.equal(page.of(id).state, 'after-call-work');
    await remember();
    await ask('after-call-work.finish', page.of(id).id);
    await settle();
    await hearAgain();
    assert.equal(page.of(id).state, 'ended');
    assert.equal(page.sessions.length, 1);
    assert.equal(page.state.usage.total, 0);
    // What the platform says when it is asked counts, whatever that is.
    platform.unheard(() => platform.set(id, { state: 'connected', afterCallWork: undefined }));
    platform.agentOf(id).wrapupSkipped = undefined;
    platform.drop();
    await until(() => page.of(id).state === 'active', 'it goes on');
  });

  test('what ended stays in the history, whatever is named later', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    platform.customerLeaves(id);
    await settle();
    assert.equal(page.of(id).state, 'ended');
    partless['no such participant'](platform, id);
    platform.tell(id);
    await settle();
    assert.equal(page.of(id).state, 'ended');
  });

  test('a queue that wants a code lets nobody finish without one', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages', { agent: { wrapupPrompt: 'mandatory' } });
    platform.connect(id);
    platform.customerLeaves(id);
    await settle();
    const { id: sessionId, afterCallWork } = page.of(id);
    assert.equal(afterCallWork.dueAt, undefined);
    assert.equal((await ask('after-call-work.finish', sessionId)).failure, 'not-allowed');
    await ask('codes.choose', sessionId, { primary: 'code-other' });
    await settle();
    assert.deepEqual(await ask('after-call-work.finish', sessionId), ok);
    assert.deepEqual(await ask('codes.choose', sessionId, { secondary: 'code-other' }), {
      ok: false,
      failure: 'not-allowed',
      message: 'Genesys Cloud keeps one code per conversation.',
    });
  });

  test('presence is what was chosen and what the system makes of it', async (context) => {
    const { platform, open, settle, gateway } = await makeDesk(context, { presences: { away: 'Lunch' } });
    const page = await open();
    const change = (presence) => gateway.execute({ type: 'presence.change', presence, commandId: presence });
    assert.deepEqual([page.presence.presence, page.presence.reason], ['available', 'On Queue']);
    platform.route('INTERACTING');
    await settle();
    assert.equal(page.presence.presence, 'busy');
    platform.route('NOT_RESPONDING');
    await settle();
    assert.deepEqual([page.presence.presence, page.presence.cause], ['away', 'rona']);
    assert.deepEqual(await change('available'), ok);
    await settle();
    assert.equal(page.presence.presence, 'available');
    assert.deepEqual(await change('away'), ok);
    await settle();
    assert.deepEqual([page.presence.presence, page.presence.reason], ['away', 'Lunch']);
    platform.choose('def-available');
    await settle();
    assert.equal(page.presence.presence, 'away', 'who is available off queue gets no work');
    assert.equal((await change('on-the-moon')).failure, 'not-allowed');
  });

  test('limits, and codes where a service names none, are those of the platform', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    platform.offer('messages');
    await settle();
    const { users, services, codes } = page.state.workspace.configuration;
    assert.deepEqual(users.get(AGENT).taskParallelization, {
      enabled: true,
      total: 7,
      perModality: { 'audio-video': 2, im: 5 },
    });
    assert.deepEqual(services.get('bills').extensions.primaryCodes, ['code-refund', 'code-other']);
    assert.equal(codes.get('code-refund').label, 'Refund');
  });

  test('a refusal comes with the reason of the platform', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    platform.unheard(() => platform.leave(id, 'system'));
    assert.deepEqual(await ask('session.accept', page.of(id).id), {
      ok: false,
      failure: 'not-allowed',
      message: 'This conversation rings no more.',
    });
  });
});
