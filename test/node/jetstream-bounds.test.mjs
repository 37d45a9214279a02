import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createJetStreamLog } from 'my-sessions/server/jetstream';
import { missingNats, startNats } from '../support/nats-server.mjs';
import { aFact, openStream, snapshotOf, startServer, within } from '../support/session-server.mjs';

const skip = missingNats();
if (skip) console.log(`\n${'!'.repeat(20)} ${skip}\n`);

/** A connection of its own for each log, as processes have. */
async function openLog(context, nats, options) {
  const connection = await connect({ servers: nats.servers, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
  context.after(() => connection.close());
  const log = await createJetStreamLog({ connection, ...options });
  return { log, manager: await jetstreamManager(connection) };
}

test(
  'a stream is bounded by bytes, and whoever stands behind what was let go takes a snapshot',
  { skip },
  async (context) => {
    const nats = await startNats(context);
    const { manager } = await openLog(context, nats);
    const { config } = await manager.streams.info('MY_SESSIONS');
    assert.equal(config.max_bytes, 256 * 1024 * 1024);
    const own = { stream: 'SMALL', prefix: 'small', maxBytes: 100_000 };
    const { log } = await openLog(context, nats, own);
    const { server, url } = await startServer(context, { log });
    const start = await snapshotOf(url);
    for (let number = 1; number <= 30; number += 1)
      await server.publish('maren', [aFact(number, { tags: [`${number}`, 'x'.repeat(10_000)] })]);
    assert.ok((await manager.streams.info('SMALL')).state.bytes <= 100_000);
    assert.equal((await (await openStream(context, url, start)).find('reset')).data.reason, 'out-of-window');
  },
);

test('a stream that was deleted in the engine is made anew by publishing alone', { skip }, async (context) => {
  const nats = await startNats(context);
  const { log, manager } = await openLog(context, nats);
  const { server, url } = await startServer(context, { log });
  const before = await server.publish('maren', [aFact(1)]);
  for (let time = 0; time < 2; time += 1) {
    await manager.streams.delete('MY_SESSIONS');
    const after = await within(server.publish('maren', [aFact(2), aFact(3)]), 'the log', 8000);
    assert.notEqual(after.epoch, before.epoch);
  }
  const stream = await openStream(context, url, await snapshotOf(url));
  await server.publish('maren', [aFact(4)]);
  assert.deepEqual((await stream.facts(1))[0].data.tags, ['tag-4']);
});

test(
  'a fact that the engine cannot take says so at once, and its readers take a snapshot',
  { skip },
  async (context) => {
    const nats = await startNats(context);
    const { log } = await openLog(context, nats);
    const { server, url } = await startServer(context, { log, limits: { eventLength: 4_000_000 } });
    const stream = await openStream(context, url, await snapshotOf(url));
    await stream.find('heartbeat');
    // By characters it would fit, by bytes it does not.
    const large = aFact(1, { tags: ['€'.repeat(400_000)] });
    await assert.rejects(within(server.publish('maren', [aFact(0), large]), 'a refusal', 5000), RangeError);
    assert.deepEqual((await stream.rest()).at(-1).data.reason, 'replaced');
    const again = await openStream(context, url, await snapshotOf(url));
    await server.publish('maren', [aFact(2, { tags: ['€'.repeat(300_000)] })]);
    assert.equal((await again.facts(1))[0].data.tags[0].length, 300_000);
  },
);

test('an agent who is disconnected in one gateway process is so in all of them', { skip }, async (context) => {
  const nats = await startNats(context);
  const first = await startServer(context, { log: (await openLog(context, nats)).log });
  const second = await startServer(context, { log: (await openLog(context, nats)).log });
  const position = await snapshotOf(first.url);
  const stream = await openStream(context, second.url, position);
  const foreign = await openStream(context, second.url, await snapshotOf(second.url, 'jonas'), { agentId: 'jonas' });
  await stream.find('heartbeat');
  await foreign.find('heartbeat');
  await first.server.disconnect('maren');
  await first.server.publish('maren', [aFact(1)]);
  assert.ok((await stream.rest()).every(({ event }) => event !== 'fact'));
  // By a position of before it nobody slips in, either.
  const late = await openStream(context, second.url, position);
  assert.ok((await late.rest()).every(({ event }) => event !== 'fact'));
  await first.server.publish('jonas', [aFact(2)]);
  assert.deepEqual((await foreign.facts(1))[0].data.tags, ['tag-2']);
});
