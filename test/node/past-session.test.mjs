import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGatewayServer, createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { aSession, get, listen, snapshotOf } from '../support/session-server.mjs';
import { source } from '../support/source.mjs';

const { readPastSession } = await source('core/wire/read-snapshot.ts');

const authenticate = ({ headers }) => {
  const token = headers.get('authorization');
  return token ? { agentId: token.replace('Bearer token-', '') } : undefined;
};
const line = { id: 'l1', speaker: { id: 'c', role: 'customer' }, text: 'Hello', isFinal: true, offsetMs: 0 };

async function startHost(context, session) {
  const server = createSessionServer({
    authenticate,
    snapshot: (agentId) => ({ state: { agentId, presences: [], usages: [], sessions: [], transcripts: [] } }),
    execute: () => ({ ok: true }),
    log: createMemoryLog(),
    ...(session ? { session } : {}),
  });
  context.after(() => server.close());
  return listen(
    context,
    toNodeListener((request) => server.handle(request)),
  );
}

const problemOf = async (response) => [response.status, (await response.json()).type.split(':').at(-1)];

test('one session that is over comes with what was said in it', async (context) => {
  const session = aSession('s 1/&', { state: 'ended' });
  const url = await startHost(context, (agentId, id) =>
    agentId === 'maren' && id === session.id ? { session, segments: [line] } : undefined,
  );
  const response = await get(url, `/session?id=${encodeURIComponent(session.id)}&agent=maren`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = await response.json();
  assert.deepEqual(body, { v: 1, session, segments: [line] });
  const read = readPastSession(body, session.id, 7);
  assert.deepEqual(
    read.value.events.map(({ type }) => type),
    ['transcript.appended', 'session.snapshot'],
  );
  assert.equal(readPastSession(body, 'another', 7).ok, false);
});

test('a session reaches nobody but its agent', async (context) => {
  const session = aSession('s1', { state: 'ended' });
  const url = await startHost(context, (agentId) => (agentId === 'maren' ? { session } : undefined));
  assert.deepEqual(await problemOf(await fetch(`${url}/session?id=s1`)), [401, 'signed-out']);
  assert.deepEqual(await problemOf(await get(url, '/session?id=s1', 'jonas')), [404, 'unknown-session']);
  assert.deepEqual(await problemOf(await get(url, '/session?id=s1&agent=jonas')), [403, 'foreign-agent']);
});

test('what is asked for wrongly, or answered wrongly, is refused by name', async (context) => {
  const answers = { open: aSession('open'), other: aSession('s1', { state: 'ended' }) };
  const url = await startHost(context, (_, id) => answers[id] && { session: answers[id] });
  assert.deepEqual(await problemOf(await get(url, '/session')), [400, 'malformed']);
  assert.deepEqual(await problemOf(await get(url, '/session?id=none')), [404, 'unknown-session']);
  assert.deepEqual(await problemOf(await get(url, '/session?id=open')), [503, 'unavailable']);
  assert.deepEqual(await problemOf(await get(url, '/session?id=other')), [503, 'unavailable']);
});

test('a host that reads no sessions has no such route', async (context) => {
  const url = await startHost(context);
  assert.deepEqual(await problemOf(await get(url, '/session?id=s1')), [404, 'not-found']);
});

test('a gateway behind the server has its past sessions read', async (context) => {
  const simulator = createSimulator({ seed: 3, scenario: 'quiet' });
  const server = createGatewayServer({ gatewayOf: () => simulator, authenticate, log: createMemoryLog() });
  context.after(() => server.close());
  const url = await listen(
    context,
    toNodeListener((request) => server.handle(request)),
  );
  const { state } = await snapshotOf(url);
  const { sessionId, segments } = state.transcripts.find(({ sessionId: id }) =>
    state.sessions.some((own) => own.id === id && own.state === 'ended'),
  );
  const body = await (await get(url, `/session?id=${sessionId}`)).json();
  assert.deepEqual(body.segments, segments);
  assert.equal(body.session.id, sessionId);
});
