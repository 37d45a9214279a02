// Whoever lost the right to a workspace hears no more of it, however the stream came to be and wherever it is.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createMemoryLog } from 'my-sessions/server';
import {
  aFact,
  asAgent,
  emptyState,
  get,
  openStream,
  parkCommand,
  snapshotOf,
  startServer,
  within,
} from '../support/session-server.mjs';

const parts = (log) =>
  Object.fromEntries(['append', 'head', 'read', 'follow', 'close'].map((name) => [name, log[name].bind(log)]));

/** Something that waits until it may go on, and says that it has come there. */
function gate() {
  let open;
  let arrive;
  const opened = new Promise((resolve) => (open = resolve));
  const arrived = new Promise((resolve) => (arrive = resolve));
  return { open, arrived, pass: async (answer) => (arrive(), await opened, answer()) };
}

const factsOf = (events) => events.filter(({ event }) => event === 'fact');

test('a stream that is being opened when its agent is disconnected tells nothing', async (context) => {
  for (const where of ['authenticate', 'read', 'head']) {
    const log = createMemoryLog();
    const held = gate();
    let isHeld = false;
    const hold = (answer) => (isHeld ? held.pass(answer) : answer());
    const { server, url } = await startServer(context, {
      log: {
        ...parts(log),
        ...(where !== 'authenticate' && { [where]: (...given) => hold(() => log[where](...given)) }),
      },
      authenticate: () => (where === 'authenticate' ? hold(() => ({ agentId: 'maren' })) : { agentId: 'maren' }),
    });
    const position = await snapshotOf(url);
    isHeld = true;
    const opening = openStream(context, url, position);
    await within(held.arrived, where);
    await server.disconnect('maren');
    await server.publish('maren', [aFact(1)]);
    isHeld = false;
    held.open();
    assert.deepEqual(factsOf(await (await opening).rest()), [], where);
  }
});

test('streams in other processes on the same log end, too, and come back if they may', async (context) => {
  const log = createMemoryLog();
  const [one, other] = [await startServer(context, { log }), await startServer(context, { log })];
  const position = await snapshotOf(one.url);
  const [here, there] = [await openStream(context, one.url, position), await openStream(context, other.url, position)];
  const foreign = await openStream(context, other.url, await snapshotOf(other.url, 'jonas'), { agentId: 'jonas' });
  await Promise.all([here, there, foreign].map((stream) => stream.find('heartbeat')));
  await one.server.disconnect('maren');
  await one.server.publish('maren', [aFact(1)]);
  assert.deepEqual(factsOf(await here.rest()), []);
  assert.deepEqual(factsOf(await there.rest()), []);
  const back = await openStream(context, other.url, await snapshotOf(other.url));
  await one.server.publish('maren', [aFact(2)]);
  assert.deepEqual((await back.facts(1))[0].data.tags, ['tag-2']);
  await one.server.publish('jonas', [aFact(3)]);
  assert.deepEqual((await foreign.facts(1))[0].data.tags, ['tag-3']);
});

test('what was asked for before an agent was disconnected is not answered after it', async (context) => {
  const held = gate();
  const executed = [];
  const { authenticate, isHere } = commandComing();
  const { server, url } = await startServer(context, {
    authenticate,
    snapshot: (agentId) => held.pass(() => ({ state: emptyState(agentId) })),
    execute: (_, command) => executed.push(command) && { ok: true },
  });
  const asked = get(url, '/snapshot');
  await within(held.arrived, 'the snapshot');
  const body = slowCommand(url);
  await within(isHere, 'the command');
  await server.disconnect('maren');
  held.open();
  assert.equal((await asked).status, 503);
  assert.match(await body.end(), /^HTTP\/1.1 503 /);
  assert.deepEqual(executed, []);
});

test('a token that comes to mean another agent, nobody or somebody who is none ends the stream', async (context) => {
  const failing = () => {
    throw new Error('expired');
  };
  for (const later of [() => ({ agentId: 'jonas' }), () => undefined, () => 'forbidden', () => ({}), failing]) {
    let answer = () => ({ agentId: 'maren' });
    const { server, url } = await startServer(context, { authenticate: () => answer(), limits: { recheckMs: 20 } });
    const stream = await openStream(context, url, await snapshotOf(url));
    await stream.find('heartbeat');
    await server.publish('maren', [aFact(1)]);
    await stream.facts(1);
    answer = later;
    assert.deepEqual(factsOf(await stream.rest()), []);
  }
});

test('the first request of another agent with the same credentials ends the streams of the one before', async (context) => {
  let agentId = 'maren';
  const { url } = await startServer(context, { authenticate: () => ({ agentId }) });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  agentId = 'jonas';
  assert.equal((await snapshotOf(url)).state.agentId, 'jonas');
  assert.deepEqual(factsOf(await stream.rest()), []);
});

test('one who is several agents by what else a request says keeps every stream', async (context) => {
  const authenticate = ({ headers }) => ({ agentId: headers.get('x-workspace') ?? 'maren' });
  const { server, url } = await startServer(context, { authenticate, limits: { recheckMs: 20 } });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  const headers = { ...asAgent('maren'), 'x-workspace': 'jonas' };
  for (let time = 0; time < 5; time += 1) assert.equal((await fetch(`${url}/snapshot`, { headers })).status, 200);
  await server.publish('maren', [aFact(1)]);
  assert.deepEqual((await stream.facts(1))[0].data.tags, ['tag-1']);
});

/** A command whose body is not all there: `end` sends the rest and answers with what came back. */
function slowCommand(url) {
  const text = JSON.stringify(parkCommand());
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (part) => (answer += part));
  const head = ['POST /commands HTTP/1.1', 'host: x', 'authorization: Bearer token-maren', 'connection: close'];
  head.push('content-type: application/json', 'idempotency-key: slow', `content-length: ${text.length}`);
  socket.write([...head, '', text.slice(0, 10)].join('\r\n'));
  const ended = new Promise((resolve) => socket.on('close', () => resolve(answer)));
  const end = () => (socket.write(text.slice(10)), within(ended, 'an answer'));
  return { end, ended };
}

/** Signs Maren in, and says when a command of hers has come. */
function commandComing() {
  let arrive;
  const isHere = new Promise((resolve) => (arrive = resolve));
  const authenticate = ({ url }) => {
    if (url.endsWith('/commands')) setImmediate(arrive);
    return { agentId: 'maren' };
  };
  return { authenticate, isHere };
}

test('a command whose body ends after the server was closed is not carried out', async (context) => {
  const executed = [];
  const { authenticate, isHere } = commandComing();
  const { server, url } = await startServer(context, {
    authenticate,
    execute: (_, command) => executed.push(command) && { ok: true },
    limits: { closeMs: 50 },
  });
  const body = slowCommand(url);
  await within(isHere, 'the command');
  await server.close();
  assert.match(await body.end(), /^HTTP\/1.1 503 /);
  assert.deepEqual(executed, []);
});

test('a body that never ends holds its command for a time only', async (context) => {
  const { url } = await startServer(context, { limits: { hostMs: 50 } });
  const body = slowCommand(url);
  assert.match(await within(body.ended, 'an answer'), /^HTTP\/1.1 503 /);
});

test('no stream outlives its server, however late it was opened', async (context) => {
  const log = createMemoryLog();
  const held = gate();
  let isHeld = false;
  const read = (...given) => (isHeld ? held.pass(() => log.read(...given)) : log.read(...given));
  const { server, url } = await startServer(context, { log: { ...parts(log), read }, limits: { closeMs: 50 } });
  const position = await snapshotOf(url);
  isHeld = true;
  const opening = openStream(context, url, position);
  await within(held.arrived, 'the stream');
  const closed = server.close();
  isHeld = false;
  held.open();
  await within(closed, 'the end of the server');
  assert.deepEqual(factsOf(await (await opening).rest()), []);
});
