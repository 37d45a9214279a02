import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGatewayServer, createMemoryLog, createSessionServer, toNodeListener } from 'my-sessions/server';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { get, listen } from '../support/session-server.mjs';
import { source } from '../support/source.mjs';

const { readWorkItems } = await source('core/wire/read-snapshot.ts');

const authenticate = ({ headers }) => {
  const token = headers.get('authorization');
  return token ? { agentId: token.replace('Bearer token-', '') } : undefined;
};
const item = (id, since) => ({ id, serviceId: 'support', modality: 'email', since, subject: `Subject of ${id}` });
const items = [item('w1', 1.7e12), item('w2', 1.7e12 + 1), item('w3', 1.7e12 + 2)];

async function startHost(context, openItems, execute = () => ({ ok: true })) {
  const server = createSessionServer({
    authenticate,
    snapshot: (agentId) => ({ state: { agentId, presences: [], usages: [], sessions: [], transcripts: [] } }),
    execute,
    log: createMemoryLog(),
    limits: { historyPage: 2 },
    ...(openItems ? { openItems } : {}),
  });
  context.after(() => server.close());
  return listen(
    context,
    toNodeListener((request) => server.handle(request)),
  );
}

const problemOf = async (response) => [response.status, (await response.json()).type.split(':').at(-1)];
const pick = (url, sessionId, key) =>
  fetch(`${url}/commands`, {
    method: 'POST',
    headers: { authorization: 'Bearer token-maren', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ v: 1, type: 'work-item.pick', sessionId }),
  });

test('what waits comes in pages no larger than the server allows', async (context) => {
  const asked = [];
  const url = await startHost(context, (agentId, { after, limit }) => {
    asked.push([agentId, after, limit]);
    return after === undefined ? { items: items.slice(0, limit), next: 'c 2' } : { items: items.slice(2) };
  });
  const response = await get(url, '/work-items?limit=5000&agent=maren');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = await response.json();
  assert.deepEqual(body, { v: 1, items: items.slice(0, 2), next: 'c 2' });
  assert.deepEqual(readWorkItems(body).value, { items: items.slice(0, 2), next: 'c 2', rejected: [] });
  assert.deepEqual(await (await get(url, '/work-items?after=c%202')).json(), { v: 1, items: items.slice(2) });
  assert.deepEqual(asked, [
    ['maren', undefined, 2],
    ['maren', 'c 2', 2],
  ]);
});

test('it is refused by name', async (context) => {
  const answers = { maren: { items: 'none' }, jonas: undefined };
  const url = await startHost(context, (agentId) => answers[agentId]);
  assert.deepEqual(await problemOf(await fetch(`${url}/work-items`)), [401, 'signed-out']);
  assert.deepEqual(await problemOf(await get(url, '/work-items?agent=maren', 'jonas')), [403, 'foreign-agent']);
  assert.deepEqual(await problemOf(await get(url, '/work-items?limit=many')), [400, 'malformed']);
  assert.deepEqual(await problemOf(await get(url, '/work-items')), [503, 'unavailable']);
  assert.deepEqual(await problemOf(await get(url, '/work-items', 'jonas')), [404, 'not-found']);
  const none = await startHost(context);
  assert.deepEqual(await problemOf(await get(none, '/work-items')), [404, 'not-found']);
});

test('what a gateway lets wait is picked over the server, once', async (context) => {
  const simulator = createSimulator({ seed: 3, scenario: 'quiet', speed: 20 });
  const server = createGatewayServer({ gatewayOf: () => simulator, authenticate, log: createMemoryLog() });
  context.after(() => server.close());
  const url = await listen(
    context,
    toNodeListener((request) => server.handle(request)),
  );
  await get(url, '/snapshot');
  const id = simulator.queue();
  const listed = async () => (await (await get(url, '/work-items')).json()).items.map((own) => own.id);
  assert.deepEqual(await listed(), [id]);
  assert.equal((await pick(url, id, 'one')).status, 200);
  assert.deepEqual(await listed(), []);
  assert.deepEqual(await problemOf(await pick(url, id, 'other')), [404, 'unknown-session']);
  // The same command once more has the same answer.
  assert.equal((await pick(url, id, 'one')).status, 200);
  const { state } = await (await get(url, '/snapshot')).json();
  assert.equal(state.sessions.filter((own) => own.id === id).length, 1);
});
