// What a gateway process keeps of what is appended to the stream, and whom it tells; over an engine that the test plays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MARK } from 'my-sessions/server';
import { source } from '../support/source.mjs';

const { Tail, entryOf } = await source('../test/support/server-parts.ts');

const headersWith = (prev) => ({ get: (name) => (name === 'Nats-Expected-Last-Subject-Sequence' ? prev : 'other') });
const aMessage = (seq, { prev = seq - 1, agentId = 'maren', text = `{"n":${seq}}` } = {}) => ({
  ...{ seq, subject: `s.${agentId}`, headers: headersWith(String(prev)) },
  string: () => text,
});

/** A tail on an engine whose consumers the test holds: `say` appends messages, `replace` makes the stream another one. */
async function openTail({ isRefusing = () => false } = {}) {
  const consumers = [];
  let onOther;
  const keeper = {
    ...{ stream: 'S', allSubjects: 's.*', subjectOf: (agentId) => `s.${agentId}` },
    onOtherStream: (listener) => (onOther = listener),
  };
  const client = {
    consumers: {
      async get(stream, options) {
        if (isRefusing()) throw new Error('no stream');
        return {
          async consume({ callback }) {
            const consumer = {
              stream,
              options,
              callback,
              isClosed: false,
              close: async () => (consumer.isClosed = true),
            };
            consumers.push(consumer);
            return consumer;
          },
        };
      },
    },
  };
  const tail = new Tail(client, keeper);
  await tail.open();
  const say = (...messages) => messages.forEach((message) => consumers.at(-1).callback(message));
  return { tail, consumers, say, replace: () => onOther() };
}

setFlagsFromString('--expose-gc');
/** Collects what nobody holds any more. */
const collect = runInNewContext('gc');

const seqs = (entries) => entries?.map(({ seq }) => seq);
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('a message is an entry if a gateway wrote it, else it says that readers begin anew', () => {
  const read = (prev, text) => entryOf({ seq: 7, headers: headersWith(prev), string: () => text });
  assert.deepEqual(read('5', '{"a":1}'), { seq: 7, prev: 5, text: '{"a":1}' });
  assert.deepEqual(read('0', '{"a":1}'), { seq: 7, prev: 0, text: '{"a":1}' });
  for (const text of ['', 'no JSON', ' {"a":1}', '[{"a":1}', '{"a":\n1}', '{"a":\r1}'])
    assert.deepEqual(read('5', text), { seq: 7, prev: 5, text: MARK }, JSON.stringify(text));
  for (const prev of ['', 'x', '1.5', undefined])
    assert.deepEqual(read(prev, '{"a":1}'), { seq: 7, prev: 0, text: MARK }, prev);
  assert.deepEqual(entryOf({ seq: 7, headers: undefined, string: () => '{}' }), { seq: 7, prev: 0, text: MARK });
});

test('the latest of those who are listened to is at hand, chained from one to the next', async () => {
  const { tail, say, consumers } = await openTail();
  assert.equal(consumers[0].stream, 'S');
  assert.deepEqual(consumers[0].options, { filter_subjects: 's.*', deliver_policy: 'new' });
  tail.follow('maren', () => undefined);
  assert.equal(tail.after('maren', 0, 10), undefined);
  say(aMessage(1), aMessage(4, { prev: 1 }), aMessage(5, { agentId: 'jonas' }), aMessage(6, { prev: 4 }));
  assert.deepEqual(seqs(tail.after('maren', 0, 10)), [1, 4, 6]);
  assert.deepEqual(seqs(tail.after('maren', 1, 10)), [4, 6]);
  assert.deepEqual(seqs(tail.after('maren', 0, 2)), [1, 4]);
  assert.deepEqual(seqs(tail.after('maren', 1, 1)), [4]);
  // Between two, or at the end, only the stream can tell.
  for (const seq of [2, 5, 6, 7]) assert.equal(tail.after('maren', seq, 10), undefined);
  assert.equal(tail.after('jonas', 4, 10), undefined);
});

test('behind a gap nothing is taken for complete', async () => {
  const { tail, say } = await openTail();
  tail.follow('maren', () => undefined);
  say(aMessage(1), aMessage(2), aMessage(4), aMessage(5));
  assert.equal(tail.after('maren', 0, 10), undefined);
  assert.equal(tail.after('maren', 1, 10), undefined);
  assert.deepEqual(seqs(tail.after('maren', 3, 10)), [4, 5]);
});

test('who follows hears of each message of this agent, whatever others do with it, until leaving', async () => {
  const { tail, say } = await openTail();
  const heard = [];
  const other = [];
  const same = (seq) => heard.push(seq);
  const leaveFirst = tail.follow('maren', same);
  const leaveSecond = tail.follow('maren', same);
  tail.follow('maren', () => {
    throw new Error('a reader of a foreign make');
  });
  tail.follow('maren', (seq) => other.push(seq));
  tail.follow('jonas', () => assert.fail('another agent'));
  say(aMessage(1));
  assert.deepEqual([heard, other], [[1, 1], [1]]);
  leaveFirst();
  leaveFirst();
  say(aMessage(2));
  assert.deepEqual(heard, [1, 1, 2]);
  leaveSecond();
  say(aMessage(3));
  assert.deepEqual(
    [heard, other],
    [
      [1, 1, 2],
      [1, 2, 3],
    ],
  );
});

test('whoever comes back within a minute finds the latest at hand, and nothing is kept for longer', async (context) => {
  const { timers } = context.mock;
  timers.enable({ apis: ['setTimeout'] });
  const { tail, say } = await openTail();
  const leave = tail.follow('maren', () => undefined);
  const leaveToo = tail.follow('maren', () => undefined);
  const leaveJonas = tail.follow('jonas', () => undefined);
  say(aMessage(1), aMessage(1, { agentId: 'jonas' }));
  leave();
  timers.tick(30_000);
  leaveToo();
  leaveJonas();
  // The first to leave was not the last.
  timers.tick(59_999);
  say(aMessage(2), aMessage(3));
  assert.deepEqual(seqs(tail.after('maren', 0, 10)), [1, 2, 3]);
  const leaveAgain = tail.follow('maren', () => undefined);
  timers.tick(1);
  say(aMessage(4));
  assert.deepEqual(seqs(tail.after('maren', 0, 10)), [1, 2, 3, 4]);
  assert.equal(tail.after('jonas', 0, 10), undefined);
  leaveAgain();
  // Whoever left before, and says so again, does not leave once more.
  timers.tick(59_000);
  leaveToo();
  timers.tick(1000);
  say(aMessage(5));
  assert.equal(tail.after('maren', 0, 10), undefined);
  const heard = [];
  tail.follow('maren', (seq) => heard.push(seq));
  leaveAgain();
  timers.tick(60_000);
  say(aMessage(6), aMessage(7));
  assert.deepEqual(
    [heard, seqs(tail.after('maren', 5, 10))],
    [
      [6, 7],
      [6, 7],
    ],
  );
});

test('where nothing is said any more, memory comes back a minute after the last reader', async (context) => {
  const { timers } = context.mock;
  timers.enable({ apis: ['setTimeout'] });
  const { tail, say } = await openTail();
  const agents = range(1, 100).map((at) => `agent-${at}`);
  const leaves = agents.map((agentId) => tail.follow(agentId, () => undefined));
  for (const agentId of agents) say(...range(1, 20).map((seq) => aMessage(seq, { agentId })));
  const entries = agents.flatMap((agentId) => tail.after(agentId, 0, 20).map((entry) => new WeakRef(entry)));
  const inMemory = async () => {
    // What was just looked at is held until this turn of the loop is over.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    return entries.filter((entry) => entry.deref() !== undefined).length;
  };
  for (const leave of leaves.slice(1)) leave();
  timers.tick(59_999);
  assert.equal(await inMemory(), 2000);
  timers.tick(1);
  // Whoever is listened to keeps all of it.
  assert.equal(await inMemory(), 20);
  leaves[0]();
  timers.tick(60_000);
  assert.equal(await inMemory(), 0);
});

test('a tail that is closed leaves no timer', async (context) => {
  const { timers } = context.mock;
  timers.enable({ apis: ['setTimeout'] });
  const cleared = context.mock.method(globalThis, 'clearTimeout');
  const { tail } = await openTail();
  tail.follow('maren', () => undefined)();
  const before = cleared.mock.callCount();
  await tail.close();
  assert.equal(cleared.mock.callCount() - before, 1);
});

test('the latest 256 are kept, and no more than a quarter more', async () => {
  const { tail, say } = await openTail();
  tail.follow('maren', () => undefined);
  say(...range(1, 320).map((seq) => aMessage(seq)));
  assert.equal(tail.after('maren', 0, 1000).length, 320);
  say(aMessage(321));
  assert.equal(tail.after('maren', 64, 1000), undefined);
  assert.deepEqual(seqs(tail.after('maren', 65, 1000)), range(66, 321));
});

test('no more than a million characters are kept, and a quarter more, but the latest in any case', async () => {
  const { tail, say } = await openTail();
  tail.follow('maren', () => undefined);
  const large = (seq, length) => aMessage(seq, { text: `{${'x'.repeat(length - 1)}` });
  const oldest = (last) => range(0, last).find((seq) => tail.after('maren', seq, 1000)) + 1;
  say(...range(1, 5).map((seq) => large(seq, 250_000)));
  assert.equal(oldest(5), 1);
  say(large(6, 1));
  assert.equal(oldest(6), 3);
  // What was let go counts no more: 750,001 are left.
  say(large(7, 249_999), large(8, 250_000));
  assert.equal(oldest(8), 3);
  say(large(9, 1));
  assert.equal(oldest(9), 5);
  say(large(10, 3_000_000));
  assert.deepEqual(seqs(tail.after('maren', 9, 10)), [10]);
  assert.equal(oldest(10), 10);
  say(large(11, 10));
  assert.equal(oldest(11), 11);
  // What stood before a gap counts no more, either.
  say(large(12, 1_200_000), large(20, 600_000), large(21, 600_000));
  assert.deepEqual(seqs(tail.after('maren', 19, 10)), [20, 21]);
});

test('when the stream is another one, what was kept is gone, and everybody looks again', async () => {
  let isRefusing = false;
  const { tail, consumers, say, replace } = await openTail({ isRefusing: () => isRefusing });
  let heard = [];
  const next = () => new Promise((resolve) => tail.follow('maren', (seq) => (heard.push(seq), resolve())));
  tail.follow('jonas', () => undefined);
  let news = next();
  say(aMessage(1));
  await news;
  heard = [];
  news = next();
  await replace();
  await news;
  assert.deepEqual([consumers.length, consumers[0].isClosed, consumers[1].isClosed], [2, true, false]);
  assert.deepEqual(heard, [0, 0]);
  assert.equal(tail.after('maren', 0, 10), undefined);
  say(aMessage(1, { text: '{"new":1}' }));
  assert.equal(tail.after('maren', 0, 10)[0].text, '{"new":1}');

  // Without a stream at present everybody looks all the same, and the next one is tried.
  isRefusing = true;
  heard = [];
  await replace();
  assert.deepEqual(heard, [0, 0]);
  isRefusing = false;
  await replace();
  assert.equal(consumers.length, 3);
});

test('a tail that was closed tells nobody, keeps nothing and is not opened again', async () => {
  const { tail, consumers, say, replace } = await openTail();
  tail.follow('maren', () => assert.fail('after the end'));
  await tail.close();
  assert.equal(consumers[0].isClosed, true);
  say(aMessage(1));
  assert.equal(tail.after('maren', 0, 10), undefined);
  await replace();
  await tail.open();
  assert.equal(consumers.length, 1);
});
