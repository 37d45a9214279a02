// What is kept of commands, for how long, and what a repetition is answered; by a clock that the test turns.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { source } from '../support/source.mjs';

const { CommandLedger, HostFailure, digestOf } = await source('../test/support/server-parts.ts');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const HOUR = 3_600_000;

/** A ledger that counts what is carried out. `answers` are given one after the other, then `{ ok: true }`. */
function aLedger(limits = {}) {
  const ledger = new CommandLedger({ commandsUnderWay: 64, keptReplies: 100, keepRepliesMs: 1000, ...limits });
  const done = [];
  const run = (
    key,
    { now = 0, wish = 'park', agentId = 'maren', answer = () => ({ ok: true, number: done.length }) } = {},
  ) =>
    ledger.run({ agentId, key, wish, now }, async (onLate) => {
      done.push(key);
      return answer(onLate);
    });
  return { run, done };
}

/** A reply that comes when it is told to. */
function anAnswer() {
  let give;
  let fail;
  const reply = new Promise((resolve, reject) => ([give, fail] = [resolve, reject]));
  return { answer: () => reply, give, fail };
}

test('a reply is kept for as long as it was said, and not a moment longer', async () => {
  const { run, done } = aLedger();
  const first = await run('k', { now: 500 });
  assert.deepEqual(await run('k', { now: 1500 }), first);
  assert.notDeepEqual(await run('k', { now: 1501 }), first);
  assert.deepEqual(done, ['k', 'k']);
});

test('a command that is under way is not carried out again, however long it takes', async () => {
  const { run, done } = aLedger({ commandsUnderWay: 1 });
  const { answer, give } = anAnswer();
  const replies = [run('k', { answer }), run('k', { now: 2 * HOUR })];
  assert.equal(run('k', { now: 2 * HOUR, wish: 'unpark' }), 'other-wish');
  assert.equal(run('other', { now: 2 * HOUR }), 'too-many');
  give({ ok: true });
  assert.deepEqual(await Promise.all(replies), [{ ok: true }, { ok: true }]);
  assert.deepEqual(done, ['k']);
});

test('another wish under a key that was forgotten is a new command', async () => {
  const { run, done } = aLedger();
  await run('k');
  assert.equal(run('k', { wish: 'unpark', now: 1000 }), 'other-wish');
  await run('k', { wish: 'unpark', now: 1001 });
  assert.deepEqual(done, ['k', 'k']);
});

test('what was carried out again after it was forgotten is the latest that is kept', async () => {
  const { run, done } = aLedger({ keptReplies: 2 });
  await run('a');
  await run('b', { now: 900 });
  await run('a', { now: 1500 });
  await run('c', { now: 1500 });
  await run('a', { now: 1500 });
  assert.deepEqual(done, ['a', 'b', 'a', 'c']);
});

test('of too many replies the oldest goes, but never a command that is under way', async () => {
  const { run, done } = aLedger({ keptReplies: 2 });
  const { answer, give } = anAnswer();
  const slow = run('slow', { answer });
  for (const key of ['a', 'b', 'c', 'c']) await run(key);
  const again = run('slow');
  give({ ok: true });
  assert.deepEqual(await again, await slow);
  assert.deepEqual(done, ['slow', 'a', 'b', 'c']);
});

test('an unknown outcome is forgotten, a known one is kept, a refusal too', async () => {
  const rejecting = (error) => () => Promise.reject(error);
  const table = [
    [() => ({ ok: true }), 1],
    [() => ({ ok: false, failure: 'not-allowed' }), 1],
    [() => ({ ok: false, failure: 'unreachable' }), 2],
    [rejecting(new Error('lost')), 2],
    [rejecting(new HostFailure('took too long')), 2],
    // It answered, in a wrong shape: what was asked for may have been done.
    [rejecting(new HostFailure('wrong shape', { isAnswered: true })), 1],
    [rejecting({ isAnswered: true }), 2],
  ];
  for (const [answer, times] of table) {
    const { run, done } = aLedger();
    for (let time = 0; time < 2; time += 1) await run('k', { answer }).catch(() => undefined);
    assert.equal(done.length, times, String(answer));
  }
});

test('whatever becomes of a command, it makes room for another', async () => {
  const { run } = aLedger({ commandsUnderWay: 1 });
  await run('a');
  await run('b', { answer: () => Promise.reject(new Error('lost')) }).catch(() => undefined);
  assert.deepEqual(await run('c', { answer: () => ({ ok: true }) }), { ok: true });
});

test('commands of one agent at once are counted for that agent only', async () => {
  const { run } = aLedger({ commandsUnderWay: 1 });
  const { answer, give } = anAnswer();
  const slow = run('a', { answer });
  assert.equal(run('b'), 'too-many');
  assert.deepEqual(await run('a', { agentId: 'jonas', answer: () => ({ ok: true }) }), { ok: true });
  give({ ok: true });
  await slow;
});

test('a reply that comes after all is kept, unless it was tried again meanwhile, or says nothing', async () => {
  const late = { ok: true, late: true };
  let tell;
  const givenUp = (onLate) => {
    tell = onLate;
    return Promise.reject(new HostFailure('took too long'));
  };
  const giveUp = (run) => run('k', { answer: givenUp }).catch(() => undefined);
  const heard = aLedger();
  await giveUp(heard.run);
  tell(late);
  assert.deepEqual(await heard.run('k'), late);
  assert.equal(heard.run('k', { wish: 'unpark' }), 'other-wish');
  // It counts from when it was asked for.
  assert.notDeepEqual(await heard.run('k', { now: 1001 }), late);

  const retried = aLedger();
  await giveUp(retried.run);
  const second = await retried.run('k');
  tell(late);
  assert.deepEqual(await retried.run('k'), second);

  const unknown = aLedger();
  await giveUp(unknown.run);
  tell({ ok: false, failure: 'unreachable' });
  await unknown.run('k');
  assert.deepEqual(unknown.done, ['k', 'k']);

  const full = aLedger({ keptReplies: 1 });
  await giveUp(full.run);
  await full.run('other');
  tell(late);
  await full.run('other');
  assert.deepEqual(full.done, ['k', 'other', 'other']);
});

test('a late reply of an agent of whom nothing is kept any more is let go', async () => {
  const { run, done } = aLedger();
  let tell;
  await run('k', {
    answer: (onLate) => {
      tell = onLate;
      return Promise.reject(new HostFailure('took too long'));
    },
  }).catch(() => undefined);
  await run('other', { now: HOUR, agentId: 'jonas' });
  tell({ ok: true });
  await run('k', { now: HOUR });
  assert.deepEqual(done, ['k', 'other', 'k']);
});

/** A reply that nobody holds but the ledger. */
async function runForAWhile(run, key, options) {
  const reply = { ok: true, message: 'x'.repeat(100) };
  await run(key, { ...options, answer: () => reply });
  return new WeakRef(reply);
}
const isHeld = async (reference) => {
  // A reference is held until the turn it was made in is over.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  return reference.deref() !== undefined;
};

test('replies that are too old are let go within the hour, also of agents who never come again', async () => {
  const { run } = aLedger();
  await run('first', { now: 10 * HOUR, agentId: 'jonas' });
  const old = await runForAWhile(run, 'k', { now: 10 * HOUR });
  const latest = await runForAWhile(run, 'l', { now: 11 * HOUR - 1 });
  assert.equal(await isHeld(old), true);
  await run('second', { now: 11 * HOUR - 1, agentId: 'jonas' });
  assert.equal(await isHeld(old), true, 'not looked at more than once in an hour');
  await run('third', { now: 11 * HOUR, agentId: 'jonas' });
  assert.equal(await isHeld(old), false);
  assert.equal(await isHeld(latest), true);
});

test('an agent whose replies were let go is counted from the beginning, one with a command under way is not', async () => {
  const { run } = aLedger({ commandsUnderWay: 1 });
  const { answer, give } = anAnswer();
  const slow = run('slow', { now: 10 * HOUR, answer });
  await run('any', { now: 12 * HOUR, agentId: 'jonas' });
  assert.equal(run('more', { now: 12 * HOUR }), 'too-many');
  give({ ok: true });
  await slow;
  await run('any', { now: 14 * HOUR, agentId: 'jonas' });
  assert.deepEqual(await run('more', { now: 14 * HOUR, answer: () => ({ ok: true }) }), { ok: true });
});

test('a wish is known by what it says, and told apart from any other', async () => {
  const digest = await digestOf({ type: 'message.send', text: 'ä€😀' });
  assert.equal(await digestOf({ type: 'message.send', text: 'ä€😀' }), digest);
  assert.notEqual(await digestOf({ type: 'message.send', text: 'ä€' }), digest);
  assert.equal(Buffer.from(digest, 'base64').length, 32);
});
