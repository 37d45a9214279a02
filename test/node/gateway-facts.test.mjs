// What a gateway says reaches readers, or they are told to begin anew: nothing is lost in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MARK, createGatewayServer, createMemoryLog, toNodeListener } from 'my-sessions/server';
import {
  aFact,
  aSession,
  get,
  listen,
  openStream,
  parkCommand,
  send,
  snapshotOf,
  within,
} from '../support/session-server.mjs';

const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));

/** A gateway by hand, and a server over it. `say` tells a fact. */
async function startGateway(context, { log = createMemoryLog(), gateway = {}, ...options } = {}) {
  let receiver;
  const lines = [];
  const keep = (message) => lines.push(message);
  const server = createGatewayServer({
    log,
    gatewayOf: () => ({
      connect(connected) {
        receiver = connected;
        receiver.facts([{ type: 'workspace.reset', agentId: 'maren', at: 1 }, session()], 'replay');
        return () => undefined;
      },
      ...gateway,
    }),
    authenticate: ({ headers }) => ({ agentId: headers.get('authorization').replace('Bearer token-', '') }),
    logger: { warn: keep, error: keep },
    ...options,
  });
  context.after(() => server.close());
  const url = await listen(context, toNodeListener(server.handle));
  return { server, url, lines, say: (...facts) => receiver.facts(facts, 'live') };
}

const session = () => ({ type: 'session.snapshot', session: aSession('s1'), at: 2 });
const parts = (log) =>
  Object.fromEntries(['append', 'head', 'read', 'follow', 'close'].map((name) => [name, log[name].bind(log)]));

const tagsIn = ({ state }) => state.sessions[0].tags;

test('a fact over the limit comes with the snapshot after a reset, and the host hears of it', async (context) => {
  const { url, lines, say } = await startGateway(context, { limits: { eventLength: 1000 } });
  const large = ['x'.repeat(2000)];
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  say(aFact(1, { tags: large }));
  assert.equal((await stream.find('reset')).data.reason, 'replaced');
  assert.deepEqual(await stream.rest(), []);
  const snapshot = await snapshotOf(url);
  assert.deepEqual(tagsIn(snapshot), large);
  assert.match(lines.join(), /readers take a snapshot: The fact tags\.changed is larger than limits\.eventLength/);
  const again = await openStream(context, url, snapshot);
  say(aFact(2));
  const [fact] = await again.facts(1);
  assert.deepEqual([fact.data.tags, fact.prev], [['tag-2'], snapshot.seq]);
});

test('an append that fails is tried again: readers hear the fact once, without a snapshot', async (context) => {
  const log = createMemoryLog();
  let failures = 0;
  // Kept although the answer was lost, and not kept: both look the same.
  const append = async (agentId, lines, key) => {
    if (failures > 0 && failures % 2 === 0) await log.append(agentId, lines, key);
    if (failures > 0) {
      failures -= 1;
      throw new Error('no quorum');
    }
    return log.append(agentId, lines, key);
  };
  const { url, say } = await startGateway(context, { log: { ...parts(log), append } });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  failures = 2;
  say(aFact(1));
  say(aFact(2));
  assert.deepEqual(
    (await stream.facts(2)).map(({ data }) => data.tags[0]),
    ['tag-1', 'tag-2'],
  );
});

test('while the log takes nothing snapshots are there; when it does again, readers begin anew', async (context) => {
  const log = createMemoryLog();
  let isBroken = false;
  let giveUp;
  const isGivenUp = new Promise((resolve) => (giveUp = resolve));
  const append = async (agentId, lines, key) => {
    if (isBroken && lines.includes(MARK)) giveUp();
    if (isBroken) throw new TypeError('no quorum');
    return log.append(agentId, lines, key);
  };
  const { url, say } = await startGateway(context, { log: { ...parts(log), append } });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  isBroken = true;
  say(aFact(1));
  const meanwhile = await snapshotOf(url);
  assert.deepEqual(tagsIn(meanwhile), ['tag-1']);
  await within(isGivenUp, 'the first try of a reset');
  say(aFact(2));
  assert.deepEqual(tagsIn(await snapshotOf(url)), ['tag-2']);
  isBroken = false;
  const events = await stream.rest();
  assert.deepEqual(events.at(-1), { event: 'reset', data: { v: 1, reason: 'replaced' } });
  assert.ok(events.every(({ event }) => event !== 'fact'));
  assert.deepEqual(tagsIn(await snapshotOf(url)), ['tag-2']);
  assert.deepEqual(unhandled, []);
});

test('a fact that nothing can hold is left out by name, and those beside it are told', async (context) => {
  const { url, lines, say } = await startGateway(context);
  const stream = await openStream(context, url, await snapshotOf(url));
  const circle = {};
  circle.circle = circle;
  const bad = [
    aFact(1, { tags: [7n] }),
    aFact(1, { tags: circle }),
    aFact(1, { at: undefined }),
    undefined,
    null,
    {
      get type() {
        throw new Error('mine');
      },
    },
  ];
  for (const [index, fact] of bad.entries()) say(fact, aFact(index + 10));
  assert.deepEqual(
    (await stream.facts(bad.length)).map(({ data }) => data.tags[0]),
    bad.map((_, index) => `tag-${index + 10}`),
  );
  assert.equal(lines.length, bad.length);
  assert.deepEqual(tagsIn(await snapshotOf(url)), ['tag-15']);
  assert.deepEqual(unhandled, []);
});

test('a gateway that is none, throws or never says what is true makes its own agent unavailable', async (context) => {
  const hangs = () => new Promise(() => undefined);
  const gateways = [
    () => 7,
    () => ({}),
    () => {
      throw new Error('mine');
    },
    () => Promise.reject(new Error('mine')),
    () => ({
      connect() {
        throw new Error('mine');
      },
    }),
    () => ({ connect: () => () => undefined }),
  ];
  for (const gatewayOf of gateways) {
    const { url } = await startGateway(context, { gatewayOf, limits: { hostMs: 50 } });
    assert.equal((await get(url, '/snapshot')).status, 503);
  }
  const none = await startGateway(context, { gatewayOf: () => undefined });
  assert.equal((await get(none.url, '/snapshot')).status, 403);
  const { url } = await startGateway(context, { gateway: { execute: hangs }, limits: { commandMs: 50 } });
  assert.equal((await send(url, parkCommand())).status, 503);
  assert.equal((await get(url, '/snapshot')).status, 200);
});

test('somebody whom the host cannot name gets no gateway', async (context) => {
  for (const answer of [true, {}, [], 'maren', { agentId: ' ' }]) {
    const asked = [];
    const { url } = await startGateway(context, {
      authenticate: () => answer,
      gatewayOf: (agentId) => asked.push(agentId) && undefined,
    });
    assert.equal((await get(url, '/snapshot')).status, 401);
    assert.deepEqual(asked, []);
  }
});
