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
