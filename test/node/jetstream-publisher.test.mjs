// How facts are appended to the stream: in order, behind the last, once; over an engine that the test plays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JetStreamApiError } from '@nats-io/jetstream';
import { source } from '../support/source.mjs';
import { within } from '../support/session-server.mjs';

const { Publisher } = await source('../test/support/server-parts.ts');

const refusal = (code) => new JetStreamApiError({ code: 400, err_code: code, description: 'refused' });
const CONFLICT = 10071;

/**
 * A publisher on an engine with one message after the other. `answers` are what the engine does with the next ones:
 * an error to refuse with, a function to wait for, or `{ duplicate: true, seq }`.
 */
function startPublisher({ patienceMs = 5000, mostBytes = () => 1e6 } = {}) {
  const published = [];
  const answers = [];
  const kept = new Map();
  const asked = { last: 0, bounds: 0 };
  let onOther;
  let seq = 0;
  const keep = (subject, msgID) => {
    seq += 1;
    kept.set(subject, { seq, header: { get: (name) => (name === 'Nats-Msg-Id' ? msgID : 'other') } });
    return { seq, duplicate: false };
  };
  const keeper = {
    subjectOf: (agentId) => `s.${agentId}`,
    onOtherStream: (listener) => (onOther = listener),
    async lastOf(agentId) {
      asked.last += 1;
      return kept.get(`s.${agentId}`) ?? null;
    },
    async bounds() {
      asked.bounds += 1;
    },
  };
  const client = {
    async publish(subject, line, { msgID, expect, timeout }) {
      assert.ok(timeout >= 1000);
      published.push({ subject, line, msgID, last: expect.lastSubjectSequence });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (typeof answer === 'function') await answer(subject, msgID);
      return answer?.seq ? answer : keep(subject, msgID);
    },
  };
  const publisher = new Publisher(client, keeper, { patienceMs, mostBytes });
  const append = (lines, { agentId = 'maren', key = 'k' } = {}) =>
    within(publisher.append(agentId, lines, key), 'an append');
  return { append, published, answers, asked, keeper, keep, otherStream: () => onOther() };
}

/** Something that waits until it is let go. */
function aGate() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return { wait: () => opened, open };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('each line is appended behind the last one, under an id of its own', async () => {
  const { append, published, asked } = startPublisher();
  assert.equal(await append(['a', 'b'], { key: 'row-7' }), 2);
  assert.equal(await append(['c'], { key: 'row-8' }), 3);
  assert.equal(await append(['d'], { agentId: 'jonas', key: 'row-8' }), 4);
  assert.deepEqual(published, [
    { subject: 's.maren', line: 'a', msgID: 's.maren:row-7:0', last: 0 },
    { subject: 's.maren', line: 'b', msgID: 's.maren:row-7:1', last: 1 },
    { subject: 's.maren', line: 'c', msgID: 's.maren:row-8:0', last: 2 },
    { subject: 's.jonas', line: 'd', msgID: 's.jonas:row-8:0', last: 0 },
  ]);
  // Where the last one stands is asked for once.
  assert.equal(asked.last, 2);
});

test('what was there before this process began is what the first line is appended behind', async () => {
  const { append, published, keep } = startPublisher();
  keep('s.maren', 'of another process');
  await append(['a']);
  assert.equal(published[0].last, 1);
});

test('what one agent is told goes out in order, one after the other; others do not wait for it', async () => {
  const { append, published, answers } = startPublisher();
  const gates = [aGate(), aGate()];
  answers.push(gates[0].wait);
  const first = append(['a']);
  const second = append(['b']);
  await turn();
  assert.equal(published.length, 1);
  await append(['x'], { agentId: 'jonas' });
  answers.push(gates[1].wait);
  gates[0].open();
  await first;
  await turn();
  // The second is under way when the third comes.
  const third = append(['c']);
  await turn();
  assert.deepEqual(
    published.map(({ line }) => line),
    ['a', 'x', 'b'],
  );
  gates[1].open();
  await Promise.all([second, third]);
  assert.deepEqual(
    published.map(({ line }) => line),
    ['a', 'x', 'b', 'c'],
  );
});

test('a line that fails in the end says why, and those after it go their own way', async () => {
  const { append, answers, published, asked } = startPublisher({ patienceMs: -1 });
  await append(['a']);
  answers.push(new Error('no engine'));
  const failing = append(['b', 'never']);
  const next = append(['c']);
  await assert.rejects(failing, /no engine/);
  await next;
  assert.deepEqual(
    published.map(({ line }) => line),
    ['a', 'b', 'c'],
  );
  // After a failure nobody knows what is last, so it is asked for.
  assert.equal(asked.last, 2);
});

test('while the engine does not answer a line is tried again, and the stream is made anew where it is gone', async () => {
  const { append, answers, published, asked, keeper } = startPublisher();
  await append(['a']);
  answers.push(new Error('no engine'), new Error('no engine'));
  const { bounds } = keeper;
  keeper.bounds = () => bounds().then(() => Promise.reject(new Error('no stream')));
  assert.equal(await append(['b']), 2);
  assert.deepEqual(
    published.slice(1).map(({ msgID, last }) => [msgID, last]),
    Array(3).fill(['s.maren:k:0', 1]),
  );
  assert.equal(asked.bounds, 2);
});

test('a line that another process came before is appended behind it', async (context) => {
  // A conflict is no reason to pause: a pause would never end.
  context.mock.timers.enable({ apis: ['setTimeout'] });
  for (const code of [10071, 10164]) {
    const { append, answers, published, keep, asked } = startPublisher();
    await append(['a']);
    keep('s.maren', 'of another process');
    answers.push(refusal(code));
    assert.equal(await append(['b'], { key: 'row-8' }), 3);
    // The stream may have been made anew in between.
    assert.equal(asked.bounds, 1);
    assert.deepEqual(
      published.slice(1).map(({ last }) => last),
      [1, 2],
    );
    await append(['c']);
    assert.equal(published.at(-1).last, 3);
  }
});

test('a conflict with the very same line is no conflict: it was kept, and its answer got lost', async () => {
  const { append, answers, published, keep, asked } = startPublisher();
  answers.push((subject, msgID) => {
    keep(subject, msgID);
    throw refusal(CONFLICT);
  });
  assert.equal(await append(['a']), 1);
  assert.equal(published.length, 1);
  const { last } = asked;
  await append(['b']);
  assert.deepEqual([published[1].last, asked.last], [1, last]);
});

test('where nobody can say what was kept the line is tried again', async () => {
  const { append, answers, published, keeper, keep } = startPublisher();
  const { lastOf } = keeper;
  let failures = 0;
  answers.push((subject, msgID) => {
    // Another message has come before it; then the engine does not answer once.
    keep(subject, `${msgID}0`);
    keeper.bounds = () => Promise.reject(new Error('no engine'));
    keeper.lastOf = () => {
      failures += 1;
      keeper.lastOf = lastOf;
      return Promise.reject(new Error('no engine'));
    };
    throw refusal(CONFLICT);
  });
  assert.equal(await append(['a']), 2);
  assert.deepEqual([failures, published.length, published[1].last], [1, 2, 1]);
});

test('what is tried again and again has an end', async () => {
  const { append, answers, published } = startPublisher({ patienceMs: -1 });
  answers.push(refusal(CONFLICT));
  await assert.rejects(append(['a']), JetStreamApiError);
  assert.equal(published.length, 1);
});

test('a line that the engine knew already is not the last one: what is, it is asked', async () => {
  const { append, answers, published, keep } = startPublisher();
  await append(['a']);
  answers.push({ duplicate: true, seq: 1 });
  keep('s.maren', 'of another process');
  assert.equal(await append(['a']), 1);
  await append(['b']);
  assert.equal(published.at(-1).last, 2);
});

test('in another stream nothing is known of the last one', async () => {
  const { append, published, otherStream, asked } = startPublisher();
  await append(['a']);
  otherStream();
  await append(['b']);
  assert.deepEqual([asked.last, published.length], [2, 2]);
});

test('what is too large is refused by its bytes before anything is appended, and what fits is not', async () => {
  // 256 bytes are left for headers, 9 are the subject and the key.
  let most = 1000 + 256 + 9;
  const { append, published } = startPublisher({ mostBytes: () => most });
  const key = 'kk';
  assert.equal('s.maren'.length + key.length, 9);
  const fits = ['x'.repeat(1000), '€'.repeat(333), 'ä'.repeat(500), ''];
  for (const line of fits) await append([line], { key });
  assert.equal(published.length, fits.length);
  for (const line of ['x'.repeat(1001), '€'.repeat(334), 'ä'.repeat(501)])
    await assert.rejects(append(['small', line, 'small'], { key }), RangeError);
  await assert.rejects(append(['x'.repeat(1000)], { key: `${key}k` }), RangeError);
  assert.equal(published.length, fits.length);
  // The engine's limit may change.
  most -= 1;
  await assert.rejects(append([fits[0]], { key }), RangeError);
});

test('what turns out to be too large for the engine is refused at once', async () => {
  const { append, answers, published } = startPublisher();
  answers.push(refusal(10054));
  await assert.rejects(append(['a']), RangeError);
  assert.equal(published.length, 1);
});
