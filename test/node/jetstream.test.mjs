import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createJetStreamLog } from 'my-sessions/server/jetstream';
import { checkEventLog } from '../support/event-log-contract.mjs';
import { missingNats, startNats } from '../support/nats-server.mjs';
import { aFact, openStream, snapshotOf, startServer } from '../support/session-server.mjs';

const skip = missingNats();
if (skip) console.log(`\n${'!'.repeat(20)} ${skip}\n`);

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const tagsOf = (facts) => facts.map(({ data }) => data.tags[0]);
const tags = (from, to) => range(from, to).map((number) => `tag-${number}`);

/** A connection of its own for each log, as processes have. */
async function openLog(context, nats, options) {
  const connection = await connect({ servers: nats.servers, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
  context.after(() => connection.close());
  const log = await createJetStreamLog({ connection, ...options });
  return { log, connection };
}

test('JetStream log', { skip }, async (context) => {
  const nats = await startNats(context);
  await checkEventLog(context, { open: async () => (await openLog(context, nats)).log });
});

test('two gateways on one stream tell every reader everything, once, in order', { skip }, async (context) => {
  const nats = await startNats(context);
  const [one, other] = [await openLog(context, nats), await openLog(context, nats)];
  const first = await startServer(context, { log: one.log });
  const second = await startServer(context, { log: other.log });
  const position = await snapshotOf(first.url);
  assert.equal((await snapshotOf(second.url)).seq, position.seq);
  const streams = [await openStream(context, first.url, position), await openStream(context, second.url, position)];
  // Both publish for the same agent at the same time: every second append meets a conflict.
  for (let number = 1; number <= 100; number += 2)
    await Promise.all([
      first.server.publish('maren', [aFact(number)]),
      second.server.publish('maren', [aFact(number + 1)]),
    ]);
  const [here, there] = await Promise.all(streams.map((stream) => stream.facts(100)));
  assert.deepEqual(here, there);
  assert.deepEqual(new Set(tagsOf(here)), new Set(tags(1, 100)));
  here.reduce(({ seq }, fact) => (assert.equal(fact.prev, seq), fact), position);

  streams[0].close();
  const moved = await openStream(context, second.url, here[49]);
  assert.equal((await moved.next()).retry, '1000');
  const { event, data } = await moved.next();
  assert.deepEqual([event, data.epoch, data.head], ['heartbeat', position.epoch, here.at(-1).seq]);
  assert.deepEqual(await moved.facts(50), here.slice(50));
});

test('a gateway that dies is replaced by another, and nothing is lost', { skip }, async (context) => {
  const nats = await startNats(context);
  const first = await startServer(context, { log: (await openLog(context, nats)).log });
  const second = await startServer(context, { log: (await openLog(context, nats)).log });
  let position = await snapshotOf(first.url);
  const heard = [];
  for (let round = 0; round < 6; round += 1) {
    const { url } = round % 2 ? first : second;
    const stream = await openStream(context, url, position);
    await first.server.publish(
      'maren',
      range(round * 20 + 1, round * 20 + 20).map((number) => aFact(number)),
    );
    heard.push(...(await stream.facts(round === 5 ? 120 - heard.length : 7)));
    position = heard.at(-1);
    stream.close();
  }
  assert.deepEqual(tagsOf(heard), tags(1, 120));
});

test(
  'the engine is killed while facts are published and read: none is lost, none comes twice',
  { skip },
  async (context) => {
    const nats = await startNats(context);
    const { log } = await openLog(context, nats);
    const { server, url } = await startServer(context, { log, heartbeatMs: 200 });
    let position = await snapshotOf(url);
    const heard = [];
    const reading = (async () => {
      while (heard.length < 600) {
        const stream = await openStream(context, url, position);
        for (let event = await stream.next(); event && heard.length < 600; event = await stream.next()) {
          assert.notEqual(event.event, 'reset');
          if (event.event !== 'fact') continue;
          heard.push(event.data);
          position = event.data;
        }
        stream.close();
      }
    })();
    for (let number = 1; number <= 600; number += 1) {
      await server.publish('maren', [aFact(number)], `row-${number}`);
      if (number % 200 === 100) {
        await nats.kill();
        await nats.start();
      }
    }
    await reading;
    assert.deepEqual(tagsOf(heard), tags(1, 600));
  },
);

test(
  'what the engine has let go of is answered with a reset; a stream made anew is another epoch',
  { skip },
  async (context) => {
    const nats = await startNats(context);
    const { log, connection } = await openLog(context, nats);
    const { server, url } = await startServer(context, { log, heartbeatMs: 100 });
    const start = await snapshotOf(url);
    await server.publish(
      'maren',
      range(1, 20).map((number) => aFact(number)),
    );
    const position = await snapshotOf(url);
    const manager = await jetstreamManager(connection);
    await manager.streams.purge('MY_SESSIONS', { seq: position.seq - 5 });
    const reasonAt = async (at) => (await (await openStream(context, url, at)).find('reset')).data.reason;
    assert.equal(await reasonAt(start), 'out-of-window');
    assert.deepEqual(
      tagsOf(await (await openStream(context, url, { ...position, seq: position.seq - 6 })).facts(6)),
      tags(15, 20),
    );

    await manager.streams.purge('MY_SESSIONS');
    assert.equal(await reasonAt({ ...position, seq: position.seq - 1 }), 'out-of-window');
    // Everything before the position is gone, nothing behind it: no loss, and one snapshot to stand on firm ground again.
    assert.match(await reasonAt(position), /replaced|out-of-window/);

    const again = await snapshotOf(url);
    assert.equal(again.epoch, position.epoch);
    const live = await openStream(context, url, again);
    await live.find('heartbeat');
    await manager.streams.delete('MY_SESSIONS');
    // Told by a reset or by the end of the stream, whichever the engine is quicker with.
    await live.rest();
    assert.equal(await reasonAt(again), 'other-epoch');
    const anew = await snapshotOf(url);
    assert.notEqual(anew.epoch, position.epoch);
    const stream = await openStream(context, url, anew);
    await stream.find('heartbeat');
    await server.publish('maren', [aFact(21)]);
    assert.deepEqual(tagsOf(await stream.facts(1)), ['tag-21']);
  },
);

test('messages that no gateway has written lead to a reset, not to a broken stream', { skip }, async (context) => {
  const nats = await startNats(context);
  const { log, connection } = await openLog(context, nats);
  const { url } = await startServer(context, { log });
  const position = await snapshotOf(url);
  const stream = await openStream(context, url, position);
  await stream.find('heartbeat');
  connection.publish(`my-sessions.agents.${Buffer.from('maren').toString('base64url')}`, 'no JSON\n\n');
  await stream.find('reset');
});
