// What a server keeps of a reader, and that it keeps nothing of one that has gone.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { createMemoryLog } from 'my-sessions/server';
import { aFact, get, openStream, snapshotOf, startServer, within } from '../support/session-server.mjs';

/** A log that counts who follows it, and whose reading can be held back. */
function watchedLog() {
  const log = createMemoryLog();
  const news = new EventEmitter();
  const following = new Set();
  let gate = Promise.resolve();
  let waiting = 0;
  const until = async (what, condition) => {
    while (!condition()) await within(once(news, 'change'), what);
  };
  return {
    append: (...all) => log.append(...all),
    head: (...all) => log.head(...all),
    close: () => log.close(),
    follow(agentId, onNews) {
      const unfollow = log.follow(agentId, onNews);
      following.add(unfollow);
      news.emit('change');
      return () => {
        unfollow();
        following.delete(unfollow);
        news.emit('change');
      };
    },
    async read(...all) {
      waiting += 1;
      news.emit('change');
      await gate;
      waiting -= 1;
      return log.read(...all);
    },
    /** Holds back every reading until the function it returns is called. */
    hold() {
      let open;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    readings: (count) => until(`${count} readings`, () => waiting === count),
    followers: (count) => until(`${count} followers, not ${following.size}`, () => following.size === count),
    get following() {
      return following.size;
    },
  };
}

/** Opens a stream as soon as there is a place for it. */
async function openWhenFree(context, url, position) {
  for (;;) {
    const stream = await openStream(context, url, position);
    if (stream.response.status === 200) return stream;
    await stream.rest();
  }
}

test('of streams that are opened at once no more stay than one after the other', async (context) => {
  const log = watchedLog();
  const { url } = await startServer(context, { log, limits: { streamsPerAgent: 2 } });
  const position = await snapshotOf(url);
  const open = log.hold();
  const opening = Array.from({ length: 5 }, () => openStream(context, url, position));
  // Each that waits for the log has a place already.
  await log.readings(2);
  open();
  const streams = await Promise.all(opening);
  const inside = streams.filter(({ response }) => response.status === 200);
  assert.ok(inside.length >= 2);
  for (const { response } of streams) assert.ok([200, 429].includes(response.status));
  await log.followers(2);
  await within(openWhenFree(context, url, position), 'a place, which the oldest gives up');
  await log.followers(2);
});

const ends = [
  ['goes', (stream) => stream.close()],
  ['is disconnected', (_, { server }) => server.disconnect('maren')],
  ['is told to start over', (_, { server }) => server.reset('maren')],
];
for (const [what, end] of ends)
  test(`a reader that ${what} leaves its place and nobody who listens`, async (context) => {
    const log = watchedLog();
    const started = await startServer(context, { log, limits: { streamsPerAgent: 1 } });
    let position = await snapshotOf(started.url);
    for (let round = 0; round < 3; round += 1) {
      const stream = await within(openWhenFree(context, started.url, position), 'the place of the one before');
      await stream.find('heartbeat');
      assert.equal(log.following, 1);
      await end(stream, started);
      if (what !== 'goes') await stream.rest();
      await log.followers(0);
      position = await snapshotOf(started.url);
    }
  });

test('readers who are sent away at the door leave nobody who listens', async (context) => {
  const log = watchedLog();
  const { url } = await startServer(context, { log });
  const { epoch } = await snapshotOf(url);
  for (const position of [undefined, { epoch: 'another', seq: 0 }, { epoch, seq: 99 }])
    assert.equal((await (await openStream(context, url, position)).find('reset')).event, 'reset');
  await log.followers(0);
});

test('a reader whose time is over leaves nobody who listens, nor one who takes nothing', async (context) => {
  const log = watchedLog();
  const { server, url, logger } = await startServer(context, {
    log,
    limits: { streamMs: 50, stallMs: 100, bufferedBytes: 100 },
  });
  const position = await snapshotOf(url);
  await (await openStream(context, url, position)).rest();
  await log.followers(0);
  const handled = await server.handle(
    new Request('http://localhost/events', {
      headers: { authorization: 'Bearer token-maren', 'last-event-id': `${position.epoch}:${position.seq}` },
    }),
  );
  assert.equal(handled.status, 200);
  for (let number = 0; number < 20; number += 1) await server.publish('maren', [aFact(number)]);
  await logger.said('slow');
  await log.followers(0);
});

test('a server that is closed has nobody who listens', async (context) => {
  const log = watchedLog();
  const { server, url } = await startServer(context, { log });
  const position = await snapshotOf(url);
  const streams = [await openStream(context, url, position), await openStream(context, url, position)];
  for (const stream of streams) await stream.find('heartbeat');
  await Promise.all([server.close(), ...streams.map((stream) => stream.rest())]);
  await log.followers(0);
});

test('a page of history is never larger than allowed, and as large as asked for where it is', async (context) => {
  const asked = [];
  const history = (_, { limit }) => {
    asked.push(limit);
    return { sessions: [] };
  };
  const { url } = await startServer(context, { history, limits: { historyPage: 10 } });
  for (const query of ['', '?limit=1', '?limit=9', '?limit=10', '?limit=11', '?limit=999999'])
    assert.equal((await get(url, `/history${query}`)).status, 200);
  assert.deepEqual(asked, [10, 1, 9, 10, 10, 10]);
  assert.equal((await get(url, '/history?limit=1000000')).status, 400);
});

test('a host that names no limit answers a hundred sessions of history at most', async (context) => {
  const asked = [];
  const { url } = await startServer(context, { history: (_, { limit }) => asked.push(limit) && { sessions: [] } });
  await get(url, '/history');
  await get(url, '/history?limit=101');
  assert.deepEqual(asked, [100, 100]);
});
