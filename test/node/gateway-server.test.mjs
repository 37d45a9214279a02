import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGatewayServer, createMemoryLog, toNodeListener } from 'my-sessions/server';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { get, listen, openStream, send, snapshotOf } from '../support/session-server.mjs';
import { source } from '../support/source.mjs';

const { StateTables } = await source('core/store/state-tables.ts');
const { transcriptStep } = await source('core/state/transcript-step.ts');
const { readEnvelope, readFact } = await source('core/wire/read-envelope.ts');
const { readHistory, readSnapshot } = await source('core/wire/read-snapshot.ts');
const { builtInConfiguration } = await source('gateways/in-memory/built-in-configuration.ts');
const { parseConfiguration } = await source('core/configuration/parse-configuration.ts');
const { configuration } = parseConfiguration(builtInConfiguration);

async function startSimulation(context, options = {}) {
  const simulator = createSimulator({ seed: 3, scenario: 'at-work', speed: 20 });
  const server = createGatewayServer({
    gatewayOf: (agentId) => (agentId === 'maren' ? simulator : undefined),
    authenticate: ({ headers }) => ({ agentId: headers.get('authorization').replace('Bearer token-', '') }),
    log: createMemoryLog(),
    ...options,
  });
  context.after(() => server.close());
  return { simulator, url: await listen(context, toNodeListener(server.handle)) };
}

const shapeOf = ({ sessions, transcripts, users }) => ({
  sessions: new Map(sessions),
  transcripts: new Map([...transcripts].map(([id, list]) => [id, [...list]])),
  users: new Map(users),
});

function takeIn(events) {
  const tables = new StateTables(() => undefined, transcriptStep);
  for (const event of events) tables.apply(event);
  return tables;
}

test('a snapshot and the facts after it add up to the next snapshot', async (context) => {
  const { url } = await startSimulation(context, { endedInSnapshot: Infinity });
  const first = readSnapshot(await snapshotOf(url)).value;
  assert.deepEqual(first.rejected, []);
  const page = takeIn(first.events);
  const stream = await openStream(context, url, first.position);
  const facts = [];
  const take = async () => {
    const envelope = readEnvelope((await stream.find('fact')).data).value;
    const fact = readFact(envelope);
    assert.ok(fact.ok, fact.reason);
    page.apply(fact.value);
    facts.push(envelope);
  };
  const [open] = [...page.sessions.values()].filter(({ state }) => state === 'active');
  const wish = { v: 1, type: 'tags.change', sessionId: open.id, tags: ['over HTTP'] };
  assert.equal((await send(url, wish, { key: 'k1' })).status, 200);
  while (!facts.some(({ causedBy }) => causedBy === 'k1') || facts.length < 20) await take();
  assert.deepEqual(page.sessions.get(open.id).tags, ['over HTTP']);
  const next = readSnapshot(await snapshotOf(url)).value;
  while (facts.at(-1).seq < next.position.seq) await take();
  assert.equal(facts.at(-1).seq, next.position.seq);
  assert.deepEqual(shapeOf(page), shapeOf(takeIn(next.events)));
});

test('a refused command comes back with the words of the simulator', async (context) => {
  const { url } = await startSimulation(context);
  const { state } = await snapshotOf(url);
  const ended = state.sessions.find((session) => session.state === 'ended');
  const refused = await send(url, { v: 1, type: 'session.park', sessionId: ended.id });
  assert.equal(refused.status, 409);
  assert.equal((await refused.json()).failure, 'not-allowed');
  assert.equal((await send(url, { v: 1, type: 'session.park', sessionId: 'none' })).status, 404);
  assert.equal((await get(url, '/snapshot', 'nobody')).status, 403);
});

test('history comes by pages: every ended session once, latest first', async (context) => {
  const { url } = await startSimulation(context, { endedInSnapshot: 2 });
  const { state } = await snapshotOf(url);
  const seen = state.sessions.filter((session) => session.state === 'ended').map(({ id }) => id);
  assert.equal(seen.length, 2);
  let query = '?limit=3';
  while (query) {
    const page = await (await get(url, `/history${query}`)).json();
    assert.deepEqual(readHistory(page, 0).value.rejected, []);
    seen.push(...page.sessions.map(({ id }) => id));
    query = page.next && `?limit=3&before=${encodeURIComponent(page.next)}`;
  }
  assert.ok(seen.length > 4);
  assert.equal(new Set(seen).size, seen.length);
});

test('a configuration that was rejected is in later snapshots, beside the one that stays in force', async (context) => {
  const problems = [{ path: 'services[0].id', expected: 'string', found: 'undefined' }];
  let receiver;
  const gateway = {
    connect(connected) {
      receiver = connected;
      receiver.facts(
        [
          { type: 'workspace.reset', agentId: 'maren', at: 1 },
          { type: 'configuration.loaded', configuration, at: 2 },
        ],
        'replay',
      );
      return () => undefined;
    },
  };
  const { url } = await startSimulation(context, { gatewayOf: () => gateway });
  const workspaceOf = (reading) => takeIn(reading.value.events).workspace;
  assert.deepEqual(workspaceOf(readSnapshot(await snapshotOf(url))).configurationProblems, []);
  receiver.facts([{ type: 'configuration.rejected', problems, at: 3 }], 'live');
  const rejected = workspaceOf(readSnapshot(await snapshotOf(url)));
  assert.deepEqual(rejected.configurationProblems, problems);
  assert.deepEqual(rejected.configuration, configuration);
  receiver.facts([{ type: 'configuration.loaded', configuration, at: 4 }], 'live');
  assert.deepEqual(workspaceOf(readSnapshot(await snapshotOf(url))).configurationProblems, []);
});
