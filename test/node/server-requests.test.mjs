import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import {
  asAgent,
  get,
  openStream,
  parkCommand,
  send,
  snapshotOf,
  startServer,
  within,
} from '../support/session-server.mjs';

const CONTRACT = readFileSync(new URL('../../docs/contract/my-sessions-1.md', import.meta.url), 'utf8');
const SECRET = 'Frau-Geheim-0791234567';

/** Checks a refusal: its status, a problem document of that status, and nothing of the inside or of what was sent. */
async function checkProblem(response, status, name) {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = JSON.parse(text);
  assert.equal(problem.status, status);
  assert.equal(problem.type, `urn:my-sessions:problem:${name}`);
  assert.ok(problem.title.length > 0);
  assert.ok(CONTRACT.includes(`| ${status}    | \`${name}\``), `${name} is in the contract`);
  assert.doesNotMatch(text, new RegExp(`${SECRET}|token-|node_modules|\\.js:|\\bat .*:\\d+:\\d+`));
  return problem;
}

test('every route refuses those who are not signed in', async (context) => {
  const { url } = await startServer(context);
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Bearer __proto__' }]) {
    for (const path of ['/snapshot', '/events', '/history', '/snapshot?token=token-maren', '/events?after=a:1'])
      await checkProblem(await fetch(url + path, { headers }), 401, 'signed-out');
    const command = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
    await checkProblem(await fetch(`${url}/commands`, { ...command, body: '{}' }), 401, 'signed-out');
  }
  await checkProblem(await get(url, '/snapshot', 'visitor'), 403, 'not-an-agent');
});

test('the workspace of another agent is refused, whatever the position says', async (context) => {
  const { server, url } = await startServer(context);
  await server.publish('jonas', [{ type: 'tags.changed', sessionId: 's1', tags: [SECRET], at: 1 }]);
  for (const path of ['/snapshot', '/events', '/history'])
    await checkProblem(await get(url, `${path}?agent=jonas`), 403, 'foreign-agent');
  const position = await snapshotOf(url, 'jonas');
  const stream = await openStream(context, url, position);
  assert.equal((await stream.find('reset')).data.reason, 'ahead');
  const own = await openStream(context, url, { epoch: position.epoch, seq: 0 });
  assert.equal((await own.find('heartbeat')).data.head, 0);
});

test('unknown routes, methods and versions are refused by name', async (context) => {
  const { url } = await startServer(context);
  await checkProblem(await get(url, '/'), 404, 'not-found');
  await checkProblem(await get(url, '/snapshot/'), 404, 'not-found');
  await checkProblem(await get(url, '/commands'), 405, 'method-not-allowed');
  const response = await fetch(`${url}/snapshot`, { method: 'POST', headers: asAgent('maren') });
  assert.equal(response.headers.get('allow'), 'GET');
  await checkProblem(response, 405, 'method-not-allowed');
  assert.deepEqual((await checkProblem(await get(url, '/snapshot?v=2'), 400, 'unsupported-version')).supported, [1]);
  for (const v of [2, '1', undefined, null]) {
    const answer = await send(url, { ...parkCommand(), v });
    assert.deepEqual((await checkProblem(answer, 400, 'unsupported-version')).supported, [1]);
  }
});

test('a command that cannot be read is refused with the path of what is wrong, and not carried out', async (context) => {
  const executed = [];
  const { url } = await startServer(context, { execute: (_, command) => executed.push(command) && { ok: true } });
  const malformed = async (body, detail) => {
    const problem = await checkProblem(await send(url, body), 400, 'malformed');
    if (detail) assert.match(problem.detail, detail);
  };
  for (const body of [`{"v":1,"${SECRET}`, '', '[]', 'null', '7', `"${SECRET}"`, '['.repeat(10_000)])
    await malformed(body);
  await malformed({ v: 1 }, /^type: /);
  for (const type of ['session.teleport', '__proto__', 'constructor', 7]) await malformed({ v: 1, type }, /^type: /);
  await malformed({ v: 1, type: 'session.park' }, /^sessionId: /);
  await malformed({ v: 1, type: 'session.park', sessionId: 'x'.repeat(1001) }, /^sessionId: /);
  await malformed({ v: 1, type: 'session.park', sessionId: { $ne: SECRET } }, /^sessionId: /);
  await malformed({ v: 1, type: 'tags.change', sessionId: 's1', tags: ['a', 5] }, /^tags\[1\]: /);
  await malformed(new Uint8Array([0x22, 0xff, 0x22]), /UTF-8/);
  for (const key of ['', ' ', 'with space', 'x'.repeat(201)])
    await checkProblem(await send(url, parkCommand(), { key }), 400, 'malformed');
  await checkProblem(await send(url, parkCommand(), { headers: { 'content-type': 'text/plain' } }), 415, 'not-json');
  await checkProblem(
    await send(url, parkCommand(), { headers: { 'content-type': 'application/jsonp' } }),
    415,
    'not-json',
  );
  assert.deepEqual(executed, []);
});

test('a body that is too large is refused, announced or not, and the connection goes on', async (context) => {
  const { url } = await startServer(context, { limits: { bodyBytes: 1000 } });
  const body = JSON.stringify({ ...parkCommand(), padding: SECRET.repeat(1000) });
  await checkProblem(await send(url, body), 413, 'too-large');
  const stream = new Blob([body]).stream();
  const headers = { ...asAgent('maren'), 'content-type': 'application/json', 'idempotency-key': 'k' };
  const request = { method: 'POST', headers, body: stream, duplex: 'half' };
  await checkProblem(await fetch(`${url}/commands`, request), 413, 'too-large');
  assert.equal((await send(url, parkCommand())).status, 200);
});

test('positions, limits and cursors that cannot be read are refused', async (context) => {
  const { url } = await startServer(context, { history: (_, { before }) => (before ? undefined : { sessions: [] }) });
  for (const cursor of ['nonsense', '::', 'epoch:-1', 'epoch:1e9', 'a:99999999999999999', `${'x'.repeat(65)}:1`])
    await checkProblem(await get(url, `/events?after=${cursor}`), 400, 'malformed');
  for (const query of ['limit=0', 'limit=-1', 'limit=many', 'limit=1.5', 'before=gone'])
    await checkProblem(await get(url, `/history?${query}`), 400, 'malformed');
  assert.deepEqual(await (await get(url, '/history?limit=5')).json(), { v: 1, sessions: [] });
});

test('failures of a command carry the word of the backend', async (context) => {
  const replies = {
    'not-allowed': [409, 'refused'],
    'at-capacity': [409, 'refused'],
    failed: [409, 'refused'],
    'unknown-session': [404, 'unknown-session'],
    unreachable: [503, 'unavailable'],
  };
  const { url } = await startServer(context, {
    execute: (_, { sessionId }) => ({ ok: false, failure: sessionId, message: 'For the agent.' }),
  });
  for (const [failure, [status, name]] of Object.entries(replies)) {
    const response = await send(url, parkCommand(failure));
    assert.equal(response.headers.has('retry-after'), status === 503);
    const problem = await checkProblem(response, status, name);
    assert.equal(problem.failure, failure);
    assert.equal(problem.detail, 'For the agent.');
  }
});

test('a host that throws is unavailable, and what it threw stays inside', async (context) => {
  const fail = () => {
    throw new TypeError(`no such row ${SECRET}`);
  };
  const { url, logger } = await startServer(context, { snapshot: fail, execute: fail, history: fail });
  for (const response of [await get(url, '/snapshot'), await get(url, '/history'), await send(url, parkCommand())]) {
    assert.equal(response.headers.get('retry-after'), '1');
    await checkProblem(response, 503, 'unavailable');
  }
  assert.equal(logger.lines.length, 3);
  assert.doesNotMatch(logger.lines.join(), new RegExp(`${SECRET}|token`));
});

test('a server that is mounted below a path answers there only', async (context) => {
  const { url } = await startServer(context, { base: '/api/my-sessions/' });
  assert.equal((await get(url, '/api/my-sessions/snapshot')).status, 200);
  await checkProblem(await get(url, '/snapshot'), 404, 'not-found');
  await checkProblem(await get(url, '/api/my-sessionsX/snapshot'), 404, 'not-found');
});

test('a method that no server may take is answered as malformed', async (context) => {
  const { url } = await startServer(context);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.setEncoding('utf8').end('TRACE /snapshot HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  let answer = '';
  socket.on('data', (text) => (answer += text));
  await within(new Promise((resolve) => socket.on('close', resolve)), 'the end of a connection');
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.match(answer, /urn:my-sessions:problem:malformed/);
});

test('requests that are no requests do no harm', async (context) => {
  const { url } = await startServer(context);
  const { port } = new URL(url);
  for (const start of [
    'GET //%%/snapshot HTTP/1.1\r\nhost: [\r\n\r\n',
    'TRACE /snapshot HTTP/1.1\r\nhost: x\r\n\r\n',
    'POST /commands HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\nauthorization: Bearer token-maren\r\n\r\n{"v"',
  ]) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(start);
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
    socket.resume();
    await within(closed, 'the end of a connection');
  }
  assert.equal((await get(url, '/snapshot')).status, 200);
});
