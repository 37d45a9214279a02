import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryLog } from 'my-sessions/server';
import { checkEventLog } from '../support/event-log-contract.mjs';

test('memory log', async (context) => {
  await checkEventLog(context, { open: () => createMemoryLog() });
});

test('every memory log is a life of its own', async () => {
  const heads = await Promise.all([createMemoryLog(), createMemoryLog()].map((log) => log.head('maren')));
  assert.notEqual(heads[0].epoch, heads[1].epoch);
});

test('a memory log keeps a window by number and by length, and says what it no longer knows', async () => {
  const log = createMemoryLog({ window: 10, windowLength: 1000 });
  const { epoch } = await log.head('maren');
  for (let number = 1; number <= 100; number += 1) await log.append('maren', [`{"number":${number}}`]);
  for (let seq = 0; seq <= 100; seq += 1) {
    const page = await log.read('maren', { epoch, seq }, 1000);
    if (page.ok) assert.equal(page.entries.length, 100 - seq);
    else assert.equal(page.reason, 'out-of-window');
    assert.equal(page.ok || seq < 90, true, `the last ten are there (${seq})`);
    assert.equal(page.ok && seq < 85, false, `no more than the window and a quarter are (${seq})`);
  }
  await log.append('maren', [`"${'x'.repeat(5000)}"`]);
  assert.equal((await log.read('maren', { epoch, seq: 100 }, 10)).entries.length, 1);
  assert.equal((await log.read('maren', { epoch, seq: 99 }, 10)).ok, false);
});

/** Entries of so many characters each, appended one by one. */
async function appendAll(log, agentId, count, length) {
  for (let number = 0; number < count; number += 1) await log.append(agentId, ['x'.repeat(length)]);
  return log.head(agentId);
}
/** How many of the agent's latest entries a log still has. */
async function keptOf(log, agentId) {
  const { epoch, seq } = await log.head(agentId);
  for (let start = 0; start <= seq; start += 1) {
    const page = await log.read(agentId, { epoch, seq: start }, 1e6);
    if (page.ok) return page.entries.length;
  }
  return undefined;
}

test('a memory log cuts when it holds a quarter more than its window, and then down to it', async () => {
  for (const [options, length] of [
    [{ window: 8 }, 1],
    [{ windowLength: 80 }, 10],
  ]) {
    const log = createMemoryLog(options);
    const kept = [];
    for (let number = 0; number < 12; number += 1) {
      await log.append('maren', ['x'.repeat(length)]);
      kept.push(await keptOf(log, 'maren'));
    }
    assert.deepEqual(kept, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 8, 9]);
  }
});

test('what a memory log has cut off counts no more, for the agent and for all', async () => {
  const log = createMemoryLog({ windowLength: 100, totalLength: 250 });
  await appendAll(log, 'maren', 30, 10);
  assert.equal(await keptOf(log, 'maren'), 12);
  await appendAll(log, 'jonas', 30, 10);
  // 240 characters of 250: both have all that they may have.
  assert.deepEqual([await keptOf(log, 'maren'), await keptOf(log, 'jonas')], [12, 12]);
  // The latest is kept whatever its size, alone.
  await log.append('maren', ['x'.repeat(200)]);
  assert.equal(await keptOf(log, 'maren'), 1);
});

test('when a memory log holds too much those go who were quiet longest, until a tenth is free', async () => {
  const log = createMemoryLog({ totalLength: 1000 });
  for (const id of ['a', 'b', 'c', 'd', 'e']) await appendAll(log, id, 2, 100);
  // It is full, and not too full.
  assert.equal(await keptOf(log, 'a'), 2);
  // Who spoke lately stays.
  await log.append('a', ['x']);
  assert.deepEqual(await Promise.all(['a', 'c', 'd', 'e'].map((id) => keptOf(log, id))), [3, 2, 2, 2]);
  const { epoch, seq } = await log.head('b');
  assert.deepEqual(await log.read('b', { epoch, seq: seq - 1 }, 1), { ok: false, reason: 'out-of-window' });
  // 801 are left, and room for 199 more: nobody else has to go.
  await log.append('f', ['x'.repeat(199)]);
  assert.equal(await keptOf(log, 'c'), 2);
});

test('who speaks too much for a memory log as a whole goes last, with all that was said before', async () => {
  const log = createMemoryLog({ totalLength: 100 });
  const leave = ['heard', 'also'].map((id) => log.follow(id, () => undefined));
  await appendAll(log, 'heard', 3, 20);
  await appendAll(log, 'also', 2, 20);
  await appendAll(log, 'idle', 1, 20);
  // Nobody listens to "idle", but it is the latest to speak: those who spoke before it lose what is old.
  assert.deepEqual([await keptOf(log, 'heard'), await keptOf(log, 'also'), await keptOf(log, 'idle')], [0, 2, 1]);
  await log.append('also', ['x'.repeat(60)]);
  assert.deepEqual([await keptOf(log, 'also'), (await log.read('idle', await log.head('idle'), 1)).ok], [3, true]);
  for (const end of leave) end();
});

test('an agent to whom somebody listens does not count among the quiet ones, and does when everybody has left', async () => {
  const log = createMemoryLog({ agents: 2 });
  const leave = [log.follow('heard', () => undefined), log.follow('heard', () => undefined)];
  for (const id of ['heard', 'a', 'b']) await log.append(id, ['x']);
  assert.deepEqual(await Promise.all(['heard', 'a', 'b'].map((id) => keptOf(log, id))), [1, 1, 1]);
  leave[0]();
  leave[0]();
  await log.append('b', ['x']);
  assert.deepEqual(await Promise.all(['heard', 'a', 'b'].map((id) => keptOf(log, id))), [1, 1, 2]);
  leave[1]();
  // Three are quiet now; of them "a" spoke first, and "heard" was heard last.
  await log.append('b', ['x']);
  assert.deepEqual(await Promise.all(['heard', 'b'].map((id) => keptOf(log, id))), [1, 3]);
  const { epoch } = await log.head('b');
  assert.equal((await log.read('a', { epoch, seq: 0 }, 1)).ok, false);
});

test('who was only listened to leaves nothing behind, and whoever left takes nobody else away', async () => {
  const log = createMemoryLog({ agents: 1 });
  await log.append('a', ['x']);
  const leave = log.follow('silent', () => undefined);
  leave();
  await log.append('a', ['x']);
  assert.equal(await keptOf(log, 'a'), 2);
  const heard = [];
  log.follow('silent', (seq) => heard.push(seq));
  leave();
  const { seq } = await log.append('silent', ['x']);
  assert.deepEqual(heard, [seq]);
});

test('a follower of a foreign make keeps nobody from hearing, and nobody hears after the end', async () => {
  const log = createMemoryLog();
  const heard = [];
  log.follow('maren', () => {
    throw new Error('no');
  });
  const leave = log.follow('maren', (seq) => heard.push(seq));
  await log.append('maren', ['x', 'y']);
  assert.deepEqual(heard, [2]);
  await log.append('maren', []);
  leave();
  log.follow('maren', (seq) => heard.push(seq));
  await log.close();
  await log.append('maren', ['z']);
  assert.deepEqual(heard, [2]);
});

test('a key is remembered for the latest ten thousand, and adds nothing, not even news', async () => {
  const log = createMemoryLog({ window: 100_000 });
  const first = await log.append('maren', ['x'], 'key 0');
  for (let number = 1; number < 10_000; number += 1) await log.append('maren', ['x'], `key ${number}`);
  const heard = [];
  log.follow('maren', (seq) => heard.push(seq));
  assert.deepEqual(await log.append('maren', ['x'], 'key 0'), first);
  assert.deepEqual(heard, []);
  assert.notDeepEqual(await log.append('jonas', ['x', 'x'], 'key 0'), first);
  // One more, and the oldest is forgotten.
  assert.equal((await log.append('maren', ['x'], 'key 0')).seq, 10_001);
  assert.deepEqual(heard, [10_001]);
});

test('positions of an agent who was let go lead nowhere, and those to come are beyond them', async () => {
  const log = createMemoryLog({ agents: 1 });
  const { epoch, seq } = await log.append('a', ['x', 'x', 'x']);
  await log.append('b', ['x']);
  assert.deepEqual(await log.head('a'), { epoch, seq: 3 });
  assert.deepEqual(await log.read('a', { epoch, seq }, 10), { ok: true, entries: [] });
  assert.deepEqual(await log.read('a', { epoch, seq: seq - 1 }, 10), { ok: false, reason: 'out-of-window' });
  assert.deepEqual(await log.read('a', { epoch, seq: seq + 1 }, 10), { ok: false, reason: 'ahead' });
  assert.equal((await log.append('c', ['x'])).seq, 4);
});
