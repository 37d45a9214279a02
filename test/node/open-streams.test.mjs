// The streams that are open: how many count, whose they are, and when one ends; with streams that the test ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from '../support/source.mjs';

const { OpenStreams, limitsOf } = await source('../test/support/server-parts.ts');

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Streams of at most two per agent. `open` resolves with `{ ended, cutOff }` of one; `close` ends it as its reader would. */
function someStreams(context, limits = {}) {
  const streams = new OpenStreams(limitsOf({ streamsPerAgent: 2, recheckMs: 30_000, ...limits }));
  // No timer is left behind.
  context.after(() => streams.cutOffAll());
  const open = async (
    name,
    { agentId = 'maren', credentials = '', isStill = async () => true, wait, endsAtOnce } = {},
  ) => {
    const about = { name, ended: 0, cutOff: 0, asked: 0 };
    await streams.open({
      ...{ agentId, credentials },
      isStill: () => ((about.asked += 1), isStill()),
      open: async (onEnd) => {
        about.close = onEnd;
        await wait;
        if (endsAtOnce) onEnd();
        return { end: () => (about.ended += 1), cutOff: () => ((about.cutOff += 1), onEnd()) };
      },
    });
    return about;
  };
  return { streams, open };
}

test('the oldest of too many gives way, and then counts no more', async (context) => {
  const { open } = someStreams(context);
  const opened = [];
  for (const name of ['a', 'b', 'c', 'd']) opened.push(await open(name));
  const ended = () => opened.map((stream) => stream.ended);
  assert.deepEqual(ended(), [1, 1, 0, 0]);
  // One that has given way makes no room by its end; one that counts does.
  opened[0].close();
  opened.push(await open('e'));
  assert.deepEqual(ended(), [1, 1, 1, 0, 0]);
  opened[4].close();
  opened.push(await open('f'));
  assert.deepEqual(ended(), [1, 1, 1, 0, 0, 0]);
  opened.push(await open('other', { agentId: 'jonas' }));
  assert.deepEqual(ended(), [1, 1, 1, 0, 0, 0, 0]);
});

test('more than so many are not opened at the same time, however many come at once', async (context) => {
  const { open } = someStreams(context);
  let goOn;
  const wait = new Promise((resolve) => (goOn = resolve));
  const opening = [open('a', { wait }), open('b', { wait })];
  const refusal = (error) =>
    error.kind === 'too-many' || error.status === 429 || /too-many/.test(JSON.stringify(error));
  await assert.rejects(open('c'), refusal);
  await open('other', { agentId: 'jonas' });
  goOn();
  await Promise.all(opening);
  // They are open now, and not being opened: two more are, and the oldest give way.
  const later = await Promise.all([open('d'), open('e')]);
  assert.deepEqual(
    [...(await Promise.all(opening)), ...later].map(({ ended }) => ended),
    [1, 1, 0, 0],
  );
});

test('one that cannot be opened takes no place', async (context) => {
  const { streams, open } = someStreams(context);
  for (let time = 0; time < 4; time += 1)
    await assert.rejects(open('a', { wait: Promise.reject(new Error('no log')) }), /no log/);
  const kept = await open('b');
  await open('c');
  assert.equal(kept.ended, 0);
  const ended = await open('d', { endsAtOnce: true });
  assert.deepEqual([kept.ended, ended.ended], [0, 0]);
  streams.endAll();
  assert.deepEqual([kept.ended, ended.ended], [1, 0]);
});

test('an agent is disconnected from all that are open, others are not', async (context) => {
  const { streams, open } = someStreams(context);
  const own = [await open('a'), await open('b')];
  const foreign = await open('x', { agentId: 'jonas' });
  const closed = await open('y', { agentId: 'jonas' });
  closed.close();
  streams.end('nobody');
  streams.end('maren');
  assert.deepEqual(
    [...own, foreign].map(({ ended }) => ended),
    [1, 1, 0],
  );
  streams.end('jonas');
  assert.deepEqual([foreign.ended, closed.ended], [1, 0]);
});

test('all that have not ended are ended or cut off, also those that gave way', async (context) => {
  const { streams, open } = someStreams(context);
  const opened = [await open('a'), await open('b'), await open('c')];
  const over = await open('d', { agentId: 'jonas' });
  over.close();
  streams.endAll();
  assert.deepEqual(
    opened.map(({ ended }) => ended),
    [2, 1, 1],
  );
  streams.cutOffAll();
  assert.deepEqual(
    opened.map(({ cutOff }) => cutOff),
    [1, 1, 1],
  );
  assert.deepEqual([over.ended, over.cutOff], [0, 0]);
});

test('who waits for the last to end is told then, and at once where there is none', async (context) => {
  const { streams, open } = someStreams(context);
  await streams.emptied();
  const [first, second] = [await open('a'), await open('b')];
  const told = [];
  const emptied = streams.emptied().then(() => told.push('emptied'));
  first.close();
  await turn();
  assert.deepEqual(told, []);
  second.close();
  await emptied;
  await streams.emptied();
});

test('who comes with the credentials of somebody else makes the server look whose they are', async (context) => {
  const { streams, open } = someStreams(context);
  let isStill = true;
  const own = await open('a', { credentials: 'cookie', isStill: async () => isStill });
  const other = await open('b', { credentials: 'another', isStill: async () => isStill });
  const none = await open('c', { agentId: 'jonas', isStill: async () => isStill });
  const asked = () => [own, other, none].map((stream) => stream.asked);
  streams.meet('cookie', 'maren');
  streams.meet('unknown', 'jonas');
  streams.meet('', 'maren');
  assert.deepEqual(asked(), [0, 0, 0]);
  streams.meet('cookie', 'jonas');
  await turn();
  assert.deepEqual([asked(), own.ended], [[1, 0, 0], 0]);
  isStill = false;
  streams.meet('cookie', 'jonas');
  await turn();
  assert.deepEqual([own.ended, other.ended, none.ended], [1, 0, 0]);
  own.close();
  streams.meet('cookie', 'jonas');
  assert.deepEqual(asked(), [2, 0, 0]);
});

test('whose a stream is, is asked again and again, until it is somebody else or nobody can tell', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const later = async (ms) => {
    context.mock.timers.tick(ms);
    await turn();
  };
  const { open } = someStreams(context);
  let answer = async () => true;
  const [first, second] = [await open('a', { isStill: () => answer() }), await open('b', { isStill: () => answer() })];
  await later(29_999);
  assert.equal(first.asked, 0);
  for (let time = 1; time <= 3; time += 1) {
    await later(time === 1 ? 1 : 30_000);
    assert.deepEqual([first.asked, first.ended], [time, 0]);
  }
  second.close();
  answer = () => Promise.reject(new Error('no answer'));
  await later(30_000);
  assert.deepEqual([first.asked, first.ended, second.asked, second.ended], [4, 1, 3, 0]);
  first.close();
  await later(90_000);
  assert.equal(first.asked, 4);
});

test('a stream that ended while the host was asked is not asked about again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { open } = someStreams(context);
  let say;
  const stream = await open('a', { isStill: () => new Promise((resolve) => (say = resolve)) });
  context.mock.timers.tick(30_000);
  stream.close();
  say(true);
  await turn();
  context.mock.timers.tick(90_000);
  assert.equal(stream.asked, 1);
});

test('two questions about one stream at a time begin one round, not two', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { streams, open } = someStreams(context);
  const stream = await open('a', { credentials: 'cookie' });
  streams.meet('cookie', 'jonas');
  await turn();
  streams.meet('cookie', 'jonas');
  await turn();
  assert.equal(stream.asked, 2);
  context.mock.timers.tick(30_000);
  await turn();
  assert.equal(stream.asked, 3);
});
