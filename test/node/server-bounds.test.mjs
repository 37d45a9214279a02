// What one agent, one reader or one mistake in a limit may cost.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGatewayServer, createMemoryLog, createSessionServer } from 'my-sessions/server';
import { createJetStreamLog } from 'my-sessions/server/jetstream';
import { aFact, get, openStream, send, snapshotOf, startServer, within } from '../support/session-server.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const NO_LIMITS = [undefined, null, Number.NaN, Infinity, -Infinity, 0, -1, '5', 7n, {}];
const settings = () => ({
  log: createMemoryLog(),
  authenticate: () => undefined,
  snapshot: () => undefined,
  execute: () => undefined,
});

test('a limit that is none is refused at the start, by its name', async () => {
  const names = ['bodyBytes', 'eventLength', 'streamsPerAgent', 'commandsUnderWay', 'historyPage', 'bufferedBytes'];
  names.push('stallMs', 'streamMs', 'recheckMs', 'hostMs', 'commandMs', 'appendMs', 'keepRepliesMs', 'keptReplies');
  for (const name of [...names, 'closeMs'])
    for (const value of NO_LIMITS) {
      const refusal = { name: 'RangeError', message: new RegExp(`^limits\\.${name} has to be a number`) };
      assert.throws(() => createSessionServer({ ...settings(), limits: { [name]: value } }), refusal, `${value}`);
      assert.throws(() => createGatewayServer({ ...settings(), limits: { [name]: value } }), refusal);
    }
  // A timer of more than 24 days goes off at once.
  for (const name of ['streamMs', 'stallMs', 'hostMs'])
    assert.throws(() => createSessionServer({ ...settings(), limits: { [name]: 2 ** 31 } }), RangeError);
  assert.throws(() => createSessionServer({ ...settings(), limits: { eventLength: 16 * 1024 * 1024 } }), RangeError);
  const given = NO_LIMITS.filter((value) => value !== undefined);
  for (const value of given) {
    assert.throws(() => createSessionServer({ ...settings(), heartbeatMs: value }), /^RangeError: heartbeatMs /);
    for (const name of ['window', 'windowLength', 'totalLength', 'agents'])
      assert.throws(() => createMemoryLog({ [name]: value }), new RegExp(`^RangeError: ${name} `));
    for (const name of ['replicas', 'maxAgeMs', 'maxBytes'])
      await assert.rejects(createJetStreamLog({ [name]: value }), new RegExp(`^RangeError: ${name} `));
  }
  createSessionServer({ ...settings(), limits: undefined, heartbeatMs: undefined });
  createSessionServer({ ...settings(), limits: { keepRepliesMs: 30 * 86_400_000 } });
  createGatewayServer({ ...settings(), endedInSnapshot: Infinity });
  assert.throws(() => createGatewayServer({ ...settings(), endedInSnapshot: Number.NaN }), RangeError);
});

test('of the streams of one agent the oldest gives way; another agent is not affected', async (context) => {
  const { server, url } = await startServer(context, { limits: { streamsPerAgent: 3 } });
  const position = await snapshotOf(url);
  const foreign = await openStream(context, url, await snapshotOf(url, 'jonas'), { agentId: 'jonas' });
  const streams = [];
  for (let number = 0; number < 6; number += 1) {
    const stream = await openStream(context, url, position);
    assert.equal(stream.response.status, 200);
    await stream.find('heartbeat');
    streams.push(stream);
  }
  for (const stream of streams.slice(0, 3)) assert.deepEqual(await stream.rest(), [{ retry: '1000' }]);
  await server.publish('maren', [aFact(1)]);
  for (const stream of streams.slice(3)) assert.deepEqual((await stream.facts(1))[0].data.tags, ['tag-1']);
  await server.publish('jonas', [aFact(2)]);
  assert.deepEqual((await foreign.facts(1))[0].data.tags, ['tag-2']);
});

test('connections that nobody reads lock no agent out', async (context) => {
  const { server, url } = await startServer(context);
  const position = await snapshotOf(url);
  const { hostname, port } = new URL(url);
  const head = ['GET /events HTTP/1.1', 'host: x', 'authorization: Bearer token-maren'];
  head.push(`last-event-id: ${position.epoch}:${position.seq}`, '', '');
  for (let number = 0; number < 40; number += 1) {
    const socket = connect(Number(port), hostname);
    context.after(() => socket.destroy());
    await new Promise((resolve) => socket.write(head.join('\r\n'), resolve));
    await new Promise((resolve) => socket.once('readable', resolve));
  }
  const stream = await openStream(context, url, position);
  assert.equal(stream.response.status, 200);
  await server.publish('maren', [aFact(1)]);
  assert.deepEqual((await stream.facts(1))[0].data.tags, ['tag-1']);
});

test('what is kept of commands does not grow with what was written in them', async (context) => {
  const { url } = await startServer(context);
  const message = (number) => ({
    ...{ v: 1, type: 'message.send', sessionId: 's1', segmentId: `m${number}` },
    text: `${number} ${'ä'.repeat(20_000)}`,
  });
  const sendAll = async (from, to) => {
    for (let number = from; number < to; number += 1)
      assert.equal((await send(url, message(number), { key: `k${number}` })).status, 200);
  };
  const heapNow = () => (collectGarbage(), process.memoryUsage().heapUsed);
  await sendAll(0, 50);
  const before = heapNow();
  await sendAll(50, 550);
  // 500 bodies of 20,000 characters are 10 MB at least.
  assert.ok(heapNow() - before < 5e6, `${heapNow() - before} bytes`);
  assert.equal((await send(url, message(7), { key: 'k7' })).status, 200);
  assert.equal((await send(url, { ...message(7), text: 'other' }, { key: 'k7' })).status, 422);
});

test('a memory log lets agents go, and whoever comes back to one takes a snapshot', async () => {
  const log = createMemoryLog({ agents: 10 });
  const ends = new Map();
  for (let number = 0; number < 100; number += 1)
    ends.set(number, await log.append(`agent-${number}`, [`{"n":${number}}`, '{"n":0}']));
  for (const [number, end] of ends) {
    const start = { ...end, seq: end.seq - 2 };
    const page = await log.read(`agent-${number}`, start, 10);
    assert.equal(page.ok, number >= 90, `agent ${number}`);
    assert.equal(page.ok ? page.entries.length : page.reason, number >= 90 ? 2 : 'out-of-window');
  }
  // Somebody who was let go never gets a position once more that stood for something else.
  const again = await log.append('agent-0', ['{"n":1}']);
  assert.ok(again.seq > ends.get(0).seq);
  assert.equal((await log.read('agent-0', { ...again, seq: ends.get(0).seq - 1 }, 10)).ok, false);
});

test('a memory log is bounded over all agents; those who are listened to lose what is old, not what is to come', async () => {
  const log = createMemoryLog({ totalLength: 10_000 });
  const line = JSON.stringify({ text: 'x'.repeat(990) });
  const heard = [];
  const leave = log.follow('maren', (seq) => heard.push(seq));
  const start = await log.head('maren');
  const end = await log.append('maren', [line]);
  for (let number = 0; number < 50; number += 1) await log.append(`agent-${number % 20}`, [line]);
  let kept = 0;
  for (let number = 0; number < 20; number += 1) {
    const { seq, epoch } = await log.head(`agent-${number}`);
    const page = await log.read(`agent-${number}`, { epoch, seq: seq - 1 }, 10);
    if (page.ok) kept += page.entries.length;
  }
  assert.ok(kept <= 10, `${kept} of 50`);
  const later = await log.append('maren', [line]);
  const page = await log.read('maren', end, 10);
  assert.deepEqual([page.ok, page.entries.length, heard], [true, 1, [end.seq, later.seq]]);
  assert.ok((await log.read('maren', start, 10)).ok || end.seq > 0);
  leave();
});

test('a path that reads as another than it was written is not found', async (context) => {
  const { url } = await startServer(context, { base: '/api/my-sessions' });
  const { hostname, port } = new URL(url);
  const statusOf = (target) =>
    within(
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname);
        let answer = '';
        socket.setEncoding('utf8').on('data', (part) => (answer += part));
        socket.on('close', () => resolve(answer)).on('error', reject);
        const head = [`GET ${target} HTTP/1.1`, 'host: x', 'connection: close', 'authorization: Bearer token-maren'];
        socket.write([...head, '', ''].join('\r\n'));
      }),
      `an answer to ${target}`,
    );
  const targets = [
    '/x/../api/my-sessions/snapshot',
    '/api/my-sessions/./snapshot',
    '/api/my-sessions/x/../snapshot',
    '/api/my-sessions/snapshot/.',
    '/api/my-sessions/x/%2e%2e/snapshot',
    '/api/my-sessions/x/%2E./snapshot',
    '/api/my-sessions/%2e/snapshot',
    '/api\\my-sessions\\snapshot',
    '/api/my-sessions\\snapshot',
    '/api/my-sessions/x\\..\\snapshot',
    '/api/my-sessions/%73napshot',
    '/api/my-sessions%2fsnapshot',
    '/api/my-sessions%5csnapshot',
    '//api/my-sessions/snapshot',
    '/api/my-sessions//snapshot',
    '/api/my-sessions/x/../snapshot?v=1',
  ];
  for (const target of targets) {
    const answer = await statusOf(target);
    assert.match(answer, /^HTTP\/1.1 404 /, target);
    assert.match(answer, /urn:my-sessions:problem:not-found/);
  }
  for (const target of ['/api/my-sessions/snapshot', '/api/my-sessions/snapshot?x=/../y\\z%2e'])
    assert.match(await statusOf(target), /^HTTP\/1.1 200 /, target);
});

test('no page of another origin can take an answer in as its own', async (context) => {
  const { url } = await startServer(context);
  const position = await snapshotOf(url);
  const answers = [await get(url, '/snapshot'), await get(url, '/nowhere'), await get(url, '/snapshot', 'nobody')];
  answers.push((await openStream(context, url, position)).response);
  for (const { headers } of answers) assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
});
