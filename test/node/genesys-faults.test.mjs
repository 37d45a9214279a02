// Genesys Cloud on a bad day: answers that never come, are cut, or are somebody else's; too many requests; channels that do
// not last.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AGENT } from '../../tools/platforms/genesys.mjs';
import { makeDesk, until } from '../support/genesys-desk.mjs';

const ok = { ok: true };

/** What a proxy says in place of the platform, or what is left of an answer. */
const FOREIGN = {
  'a page of a proxy': { text: '<!doctype html><title>Sign in to the guest network</title>' },
  'nothing at all': { text: '' },
  'half of it': { text: '{"entities":[{"id":"c-', headers: { 'content-type': 'application/json' } },
};

const TROUBLE = {
  ...FOREIGN,
  500: { status: 500, text: '{"status":500,"message":"Internal"}', headers: { 'content-type': 'application/json' } },
  '403 of a proxy': { status: 403, text: '<h1>Forbidden</h1>' },
  '404 of a proxy': { status: 404, text: '<h1>Not found</h1>' },
  '502 of a proxy': { status: 502, text: '<h1>Bad gateway</h1>' },
  '503 without a word': { status: 503, text: '' },
  504: { status: 504, text: '{"status":504}', headers: { 'content-type': 'application/json' } },
  'a connection that is cut': 'cut',
  'an answer that is cut': 'lost',
  'no answer': 'silent',
};

/** The next request to such a path meets with a fault; so do as many as are wanted. Answers with how many have. */
function failing(platform, fault, isMeant, times = 1) {
  const met = { times: 0 };
  platform.fault = (request) => {
    if (met.times >= times || !isMeant(request)) return undefined;
    met.times += 1;
    return fault;
  };
  return met;
}

const isReading = ({ method, path }) => method === 'GET' && path === '/conversations';

describe('what is read of Genesys Cloud', () => {
  for (const [what, fault] of Object.entries(TROUBLE)) {
    test(`work is shown, whatever comes in place of the list at first: ${what}`, async (context) => {
      const { platform, connect, waitFor } = await makeDesk(context);
      if (fault === 'silent') waitFor(400);
      const id = platform.offer('messages');
      const met = failing(platform, fault, isReading, 2);
      const page = connect();
      await until(() => page.connection === 'live', 'it is live');
      assert.equal(met.times, 2);
      assert.equal(page.of(id)?.state, 'offered');
    });

    test(`work goes on, whatever comes in place of it after an outage: ${what}`, async (context) => {
      const { platform, open, settle, waitFor } = await makeDesk(context);
      const page = await open();
      const [chat, work] = [platform.offer('messages'), platform.offer('messages')];
      for (const id of [chat, work]) platform.connect(id);
      platform.customerLeaves(work);
      await settle();
      if (fault === 'silent') waitFor(400);
      // It is in no list any more, and has to be asked for by itself.
      delete platform.mediaOf(work).afterCallWork;
      const before = page.batches.length;
      const met = failing(platform, fault, ({ path }) => /^\/conversations(\/c-\d+)?$/.test(path), 3);
      platform.drop();
      await until(() => page.connection === 'reconnecting', 'it is lost');
      await until(() => page.connection === 'live', 'it is live again');
      await settle();
      assert.equal(met.times, 3);
      assert.deepEqual([page.of(chat).state, page.of(work).state], ['active', 'after-call-work']);
      assert.ok(!page.batches.slice(before).some(({ events }) => events.some(({ type }) => type === 'session.ended')));
    });

    test(`a message is shown, whatever comes in place of it: ${what}`, async (context) => {
      const { platform, open, settle, waitFor } = await makeDesk(context);
      const page = await open();
      const id = platform.offer('messages');
      platform.connect(id);
      await settle();
      if (fault === 'silent') waitFor(400);
      const met = failing(platform, fault, ({ path }) => path.includes('/messages/') && path.includes(id), 2);
      platform.write(id, 'Help!');
      // Nothing else happens in that conversation.
      await until(() => page.texts(page.of(id).id).includes('Help!'), 'it is shown');
      platform.write(id, 'Thank you.');
      await settle();
      assert.deepEqual(page.texts(page.of(id).id), ['Help!', 'Thank you.']);
      assert.equal(met.times, 2);
    });

    test(`codes, presences and limits are there, whatever comes in place of them: ${what}`, async (context) => {
      const { platform, open, settle, waitFor, gateway } = await makeDesk(context);
      if (fault === 'silent') waitFor(400);
      const wanted = new Set(['wrapupcodes', 'definitions', 'utilization']);
      platform.fault = ({ path }) => {
        const one = [...wanted].find((word) => path.includes(word));
        return wanted.delete(one) ? fault : undefined;
      };
      const page = await open();
      platform.connect(platform.offer('messages'));
      const configuration = () => page.state.workspace.configuration;
      await until(() => configuration().codes.has('code-refund'), 'the codes are there');
      await until(
        () => configuration().users.get(AGENT).taskParallelization.perModality?.im === 5,
        'the limits are, too',
      );
      const asked = () => platform.asked.filter(({ path }) => path.includes('definitions')).length;
      await until(() => asked() >= 2, 'the presences were asked for again');
      await settle();
      const change = { type: 'presence.change', presence: 'busy', commandId: 'busy' };
      assert.deepEqual(await gateway.execute(change), ok);
    });
  }

  test('a message that cannot be read keeps no other one from being read', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    const id = platform.offer('messages');
    platform.connect(id);
    await settle();
    const lost = platform.write(id, 'This one is not found for a while.');
    const text = platform.texts.get(lost);
    platform.texts.delete(lost);
    for (const line of ['One', 'Two', 'Three']) platform.write(id, line);
    await until(() => page.texts(page.of(id).id).length === 3, 'the others are there');
    platform.texts.set(lost, text);
    await until(() => page.texts(page.of(id).id).length === 4, 'it is there as well');
  });

  test('200 conversations of 20 messages are one request each, at first and after an outage', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const ids = Array.from({ length: 200 }, () => platform.offer('messages'));
    for (const id of ids) {
      platform.connect(id);
      for (let count = 0; count < 20; count += 1) platform.write(id, `Line ${count}`);
    }
    let [most, underway] = [0, 0];
    platform.fault = ({ path }) => {
      if (path.endsWith('/bulk')) most = Math.max(most, (underway += 1));
      setImmediate(() => (underway = 0));
    };
    const page = await open();
    await until(() => ids.every((id) => page.texts(page.of(id).id).length === 20), 'all is read', 20_000);
    await settle();
    assert.ok(platform.asked.length < 300, `${platform.asked.length} requests`);
    assert.equal(most, 1);
    const before = platform.asked.length;
    platform.unheard(() => ids.slice(0, 50).forEach((id) => platform.write(id, 'Still there?')));
    platform.drop();
    await until(() => page.connection === 'reconnecting', 'it is lost');
    await until(() => ids.slice(0, 50).every((id) => page.texts(page.of(id).id).length === 21), 'all is read', 20_000);
    await settle();
    assert.ok(platform.asked.length - before < 70, `${platform.asked.length - before} requests`);
  });
});

describe('what an agent asks of Genesys Cloud', () => {
  const acts = {
    'session.accept': { before: 'offered', after: 'active' },
    'session.decline': { before: 'offered', after: 'ended' },
    'session.park': { before: 'active', after: 'parked' },
    'session.end': { before: 'active', after: 'after-call-work' },
    'session.transfer': { before: 'active', after: 'after-call-work', more: { targetServiceId: 'bills' } },
    'after-call-work.finish': { before: 'after-call-work', after: 'ended' },
  };
  /** A page with a session in that state. */
  async function deskWith(context, state) {
    const desk = await makeDesk(context);
    const page = await desk.open();
    const id = desk.platform.offer('messages');
    if (state !== 'offered') desk.platform.connect(id);
    if (state === 'after-call-work') desk.platform.customerLeaves(id);
    await desk.settle();
    return { ...desk, page, id, sessionId: page.of(id).id };
  }
  const isAct = ({ method }) => method === 'PATCH' || method === 'POST';

  for (const [type, { before, after, more }] of Object.entries(acts)) {
    test(`${type}: done, though neither the answer nor the event arrives, is shown by itself`, async (context) => {
      const { platform, ask, page, id, sessionId } = await deskWith(context, before);
      const done = platform.asked.length;
      failing(platform, 'lost', isAct);
      platform.tell = () => undefined;
      const reply = await ask(type, sessionId, more);
      assert.deepEqual(reply, { ok: false, failure: 'unreachable', message: 'Genesys Cloud does not answer.' });
      await until(() => page.of(id).state === after, 'what is so is shown');
      assert.equal(platform.asked.slice(done).filter(isAct).length, 1);
    });

    test(`${type}: refused, as the platform has gone on unheard, shows what is so`, async (context) => {
      const { platform, ask, page, id, sessionId } = await deskWith(context, before);
      platform.unheard(() => {
        if (before === 'offered') platform.withdraw(id);
        else if (before === 'active') platform.customerLeaves(id);
        else platform.conversations.delete(id);
      });
      const refuse = { status: 409, text: '{"status":409,"message":"Too late."}' };
      failing(platform, { ...refuse, headers: { 'content-type': 'application/json' } }, isAct);
      const reply = await ask(type, sessionId, more);
      assert.deepEqual(reply, { ok: false, failure: 'not-allowed', message: 'Too late.' });
      const expected = before === 'active' ? 'after-call-work' : 'ended';
      await until(() => page.of(id).state === expected, 'what is so is shown');
    });
  }

  test('done and answered, but never told of, is shown a while later', async (context) => {
    const { platform, ask, page, id, sessionId } = await deskWith(context, 'offered');
    platform.tell = () => undefined;
    const { configuration } = page.state.workspace;
    assert.deepEqual(await ask('session.accept', sessionId), ok);
    await until(() => page.of(id).state === 'active', 'it is shown', 10_000);
    // The rest of the page is not drawn anew for it.
    assert.equal(page.state.workspace.configuration, configuration);
  });

  for (const fault of ['lost', { status: 200, text: '' }])
    test(`a message that was sent without an answer is one line, under its own id: ${JSON.stringify(fault)}`, async (context) => {
      const { platform, ask, page, settle, id, sessionId } = await deskWith(context, 'active');
      const send = { segmentId: 'mine', text: 'On its way.' };
      const isSend = ({ method, path }) => method === 'POST' && path.endsWith('/messages');
      failing(platform, fault, isSend);
      const reply = await ask('message.send', sessionId, send);
      assert.equal(reply.ok, fault !== 'lost');
      if (fault !== 'lost') platform.write(id, send.text, { from: platform.agentOf(id), status: 'sent' });
      await settle();
      platform.write(id, 'Thank you.');
      await settle();
      assert.deepEqual(
        [...page.state.transcripts.get(sessionId)].map((line) => [line.id === 'mine', line.text]),
        [
          [true, 'On its way.'],
          [false, 'Thank you.'],
        ],
      );
      // What is written once more is another message.
      assert.deepEqual(await ask('message.send', sessionId, { segmentId: 'other', text: send.text }), ok);
      await settle();
      assert.deepEqual(page.texts(sessionId), ['On its way.', 'Thank you.', 'On its way.']);
    });

  for (const [said, isBusy] of [
    ['0', false],
    ['-5', false],
    ['60', true],
    ['31536000', true],
    [new Date(Date.now() + 3_600_000).toUTCString(), true],
    [new Date(Date.now() - 3_600_000).toUTCString(), false],
  ])
    test(`an act is not carried out when nobody wants it any more: Retry-After ${said}`, async (context) => {
      const { platform, ask, page, settle, id, sessionId } = await deskWith(context, 'offered');
      platform.refuseNext(429, 'Rate limit exceeded', { 'retry-after': said });
      const begun = performance.now();
      const reply = await ask('session.accept', sessionId);
      assert.ok(performance.now() - begun < 2000);
      const busy = { ok: false, failure: 'failed', message: 'Genesys Cloud takes no more requests at the moment.' };
      assert.deepEqual(reply, isBusy ? busy : ok);
      if (!isBusy) return settle();
      // Nor is the next one asked for.
      const before = platform.asked.length;
      assert.deepEqual(await ask('session.accept', sessionId), busy);
      assert.equal(platform.asked.length, before);
      assert.equal(page.of(id).state, 'offered');
    });

  for (const text of ['', '<h1>Unauthorized</h1>'])
    test(`a refused token is a sign-out also in other words than those of the platform: ${text}`, async (context) => {
      const { platform, ask, page, sessionId } = await deskWith(context, 'active');
      failing(platform, { status: 401, text }, isAct);
      assert.equal((await ask('session.park', sessionId)).message, 'Sign in to Genesys Cloud again.');
      await until(() => page.connection === 'signed-out', 'it is said');
    });

  test('haste is refused also in other words than those of the platform', async (context) => {
    const { platform, ask, sessionId } = await deskWith(context, 'active');
    const refusal = { status: 429, text: '<h1>Too many requests</h1>', headers: { 'retry-after': '60' } };
    const met = failing(platform, refusal, isAct, Infinity);
    assert.equal((await ask('session.park', sessionId)).message, 'Genesys Cloud takes no more requests at the moment.');
    assert.equal(met.times, 1);
  });

  test('asks for a sign-in where there is none', async (context) => {
    const { platform, ask, page, sessionId } = await deskWith(context, 'active');
    platform.token = 'next';
    const signIn = { ok: false, failure: 'not-allowed', message: 'Sign in to Genesys Cloud again.' };
    assert.deepEqual(await ask('session.park', sessionId), signIn);
    await until(() => page.connection === 'signed-out', 'it is said');
    assert.deepEqual(await ask('session.park', sessionId), signIn);
    assert.deepEqual(await ask('message.send', sessionId, { segmentId: 'mine', text: 'Hello' }), signIn);
  });
});

describe('the notification channel of Genesys Cloud', () => {
  test('is there again during a call of whose transcript nothing may be heard', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    const isTopics = ({ method, path, body }) => method === 'PUT' && path.includes('subscriptions') && body.length > 3;
    const refusal = {
      status: 403,
      text: '{"status":403,"message":"No."}',
      headers: { 'content-type': 'application/json' },
    };
    const met = failing(platform, refusal, isTopics, Infinity);
    const id = platform.offer('calls');
    platform.connect(id);
    await settle();
    platform.drop();
    await until(() => page.connection === 'reconnecting', 'it is lost');
    await until(() => page.connection === 'live', 'it is live again');
    const before = met.times;
    for (let count = 0; count < 20; count += 1) platform.set(id, { held: count % 2 === 0 });
    await settle();
    assert.equal(met.times, before, 'what was refused is not asked for with each event');
    const other = platform.offer('messages');
    await settle();
    assert.equal(page.of(other).state, 'offered');
  });

  test('is subscribed to once more where that was refused for a moment', async (context) => {
    const { platform, open, settle } = await makeDesk(context);
    const page = await open();
    failing(platform, { status: 503, text: '' }, ({ path, body }) => path.includes('subscriptions') && body.length > 3);
    const id = platform.offer('calls');
    platform.connect(id);
    await settle();
    const isHeard = () => platform.channels.some(({ topics }) => topics.has(`v2.conversations.${id}.transcription`));
    await until(isHeard, 'it is subscribed to');
    assert.equal(page.connection, 'live');
  });

  const ends = {
    'is closed at once': (platform) => platform.drop(),
    'is announced to end': (platform) => platform.announceEnd(),
  };
  for (const [what, end] of Object.entries(ends))
    test(`is not opened without end where each one ${what}`, async (context) => {
      const timings = { firstRetryMs: 100, mostRetryMs: 30_000 };
      const { platform, open } = await makeDesk(context, { timings });
      const page = await open();
      const before = platform.channels.length;
      const ending = setInterval(() => end(platform), 1);
      context.after(() => clearInterval(ending));
      const begun = performance.now();
      await until(() => platform.channels.length - before >= 5, 'there are others');
      // At least half of 100, 200, 400 and 800.
      assert.ok(performance.now() - begun > 700, `${performance.now() - begun} ms`);
      clearInterval(ending);
      await until(() => page.connection === 'live', 'it is live');
    });

  test('a clock that is set back does not make a pause longer, nor silence go unnoticed', async (context) => {
    const { platform, open, settle, ask } = await makeDesk(context, { timings: { pingMs: 10, silenceMs: 60 } });
    const page = await open();
    const id = platform.offer('messages');
    await settle();
    platform.refuseNext(429, 'Rate limit exceeded', { 'retry-after': '1' });
    const accepted = ask('session.accept', page.of(id).id);
    await until(() => platform.refusals.length === 0, 'it is refused');
    const { now } = Date;
    context.after(() => (Date.now = now));
    Date.now = () => now() - 600_000;
    assert.deepEqual(await accepted, ok);
    await until(() => page.connection === 'live', 'it is live');
    platform.isResponsive = false;
    await until(() => page.connection === 'reconnecting', 'silence is noticed');
  });
});
