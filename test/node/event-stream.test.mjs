// What one reader is sent, over a log of the test's own that counts what it is asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from '../support/source.mjs';

const { EventStream, limitsOf } = await source('../test/support/server-parts.ts');

const turn = () => new Promise((resolve) => setImmediate(resolve));
const turns = async (count = 5) => {
  for (let at = 0; at < count; at += 1) await turn();
};

/** A log of one agent in the epoch `e`, whose entries are numbered from 1. */
class CountingLog {
  entries = [];
  reads = [];
  followers = new Set();
  /** Runs within the next read, before its answer. */
  meanwhile = () => undefined;

  constructor(...texts) {
    this.append(...texts);
  }

  append(...texts) {
    for (const text of texts) this.entries.push({ seq: this.entries.length + 1, prev: this.entries.length, text });
  }

  tell(seq = this.entries.length) {
    for (const follower of [...this.followers]) follower(seq);
  }

  follow = (agentId, onNews) => {
    this.followers.add(onNews);
    return () => this.followers.delete(onNews);
  };

  head = async () => ({ epoch: 'e', seq: this.entries.length });

  read = async (agentId, { seq }, limit) => {
    this.reads.push(seq);
    const entries = this.entries.slice(seq, seq + limit);
    await turn();
    await this.meanwhile();
    return { ok: true, entries };
  };
}

const line = (number) => `{"data":{"tags":["tag-${String(number)}"]}}`;
const linesTo = (count) => Array.from({ length: count }, (_, at) => line(at + 1));

async function read(context, log, { seq = 0, heartbeatMs = 60_000, limits = {} } = {}) {
  const ends = [];
  const stream = await EventStream.open({
    ...{ log, agentId: 'maren', position: { epoch: 'e', seq }, heartbeatMs, clock: { now: () => 1234 } },
    limits: limitsOf({ bufferedBytes: 1_000_000, ...limits }),
    onEnd: (reason) => ends.push(reason),
  });
  const reader = stream.body.getReader();
  context.after(() => stream.cutOff());
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? undefined : new TextDecoder().decode(value);
  };
  return { stream, reader, next, ends };
}
const seqsIn = (text) => [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));

test('what a reader already has is not asked for again; a log that has changed is', async (context) => {
  const log = new CountingLog(...linesTo(3));
  const { next } = await read(context, log, { seq: 3 });
  assert.match(await next(), /^retry: 1000\n\nevent: heartbeat\n/);
  log.tell(2);
  log.tell(3);
  await turns();
  assert.deepEqual(log.reads, [3]);
  log.append(line(4));
  log.tell(0);
  assert.deepEqual(seqsIn(await next()), [4]);
  log.append(line(5));
  log.tell(5);
  assert.deepEqual(seqsIn(await next()), [5]);
  assert.deepEqual(log.reads, [3, 3, 4]);
});

test('a hundred facts at a time are read until there are no more', async (context) => {
  const log = new CountingLog(...linesTo(200));
  const { next } = await read(context, log);
  assert.equal(seqsIn(await next()).length, 100);
  assert.deepEqual(
    seqsIn(await next()),
    Array.from({ length: 100 }, (_, at) => 101 + at),
  );
  await turns();
  assert.deepEqual(log.reads, [0, 100, 200], 'a full page may not be the last');
  log.append(line(201));
  log.tell();
  assert.deepEqual(seqsIn(await next()), [201]);
  await turns();
  assert.deepEqual(log.reads, [0, 100, 200, 200], 'a page that is not full is the last');
});

test('one piece holds as many facts as there is room for, and one in any case', async (context) => {
  const [one] = linesTo(1);
  const log = new CountingLog(...linesTo(5));
  const two = await read(context, log, { limits: { bufferedBytes: 2 * one.length } });
  assert.deepEqual(seqsIn(await two.next()), [1, 2]);
  assert.deepEqual(seqsIn(await two.next()), [3, 4]);
  assert.deepEqual(seqsIn(await two.next()), [5]);
  const none = await read(context, log, { seq: 3, limits: { bufferedBytes: 2 } });
  assert.deepEqual(seqsIn(await none.next()), [4]);
  assert.deepEqual(seqsIn(await none.next()), [5]);
});

test('what is appended while the stream opens is sent at once, whatever it opens with', async (context) => {
  for (const before of [0, 1]) {
    const log = new CountingLog(...linesTo(before));
    log.meanwhile = () => {
      log.meanwhile = () => undefined;
      log.append(line(before + 1));
      log.tell();
    };
    const { next } = await read(context, log);
    const opening = await next();
    assert.match(opening, /^retry: 1000\n\n/);
    const seqs = seqsIn(opening);
    while (seqs.length < before + 1) seqs.push(...seqsIn(await next()));
    assert.deepEqual(seqs, before === 0 ? [1] : [1, 2]);
  }
});

test('a log that cannot be read opens no stream, and nobody listens to it', async (context) => {
  const log = new CountingLog();
  log.meanwhile = () => Promise.reject(new Error('no quorum'));
  await assert.rejects(read(context, log), /no quorum/);
  assert.equal(log.followers.size, 0);
});

test('the end is told once, and nobody listens any more', async (context) => {
  const log = new CountingLog();
  const endings = {
    'a reader that leaves': [(each) => each.reader.cancel(), undefined],
    'one that is cut off': [({ stream }) => stream.cutOff('slow'), 'slow'],
    'one that is asked to come back': [
      async ({ stream, next }) => {
        stream.end();
        assert.equal(await next(), 'retry: 1000\n\n');
        assert.equal(await next(), undefined);
      },
      undefined,
    ],
    'a log that fails': [
      async ({ next }) => {
        log.read = () => Promise.reject(new Error('no quorum'));
        log.append(line(1));
        log.tell();
        assert.equal(await next(), undefined);
      },
      'log-failed',
    ],
  };
  for (const [name, [ending, reason]] of Object.entries(endings)) {
    const each = await read(context, log);
    await each.next();
    assert.equal(log.followers.size, 1, name);
    await ending(each);
    each.stream.cutOff();
    each.stream.end();
    await turns();
    assert.deepEqual([each.ends, log.followers.size], [[reason], 0], name);
  }
});

test('a reader that makes no room in time is cut off, one that does is not', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const log = new CountingLog(line(1), line(2));
  const limits = { stallMs: 100, bufferedBytes: 1 };
  const { next, ends } = await read(context, log, { limits });
  await turns();
  context.mock.timers.tick(99);
  assert.deepEqual(seqsIn(await next()), [1]);
  await turns();
  context.mock.timers.tick(99);
  assert.deepEqual(ends, []);
  context.mock.timers.tick(1);
  assert.deepEqual(ends, ['slow']);
  await assert.rejects(next(), /cut off/);
});

test('a stream ends with its time, and says when to come back', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const log = new CountingLog();
  const { next, ends } = await read(context, log, { limits: { streamMs: 5000, stallMs: 60_000 } });
  await next();
  context.mock.timers.tick(4999);
  await turns();
  assert.deepEqual(ends, []);
  context.mock.timers.tick(1);
  assert.equal(await next(), 'retry: 1000\n\n');
  assert.equal(await next(), undefined);
  assert.deepEqual(ends, [undefined]);
});

test('silence is broken by a heartbeat in its time, counted from the last word', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const log = new CountingLog();
  const { next } = await read(context, log, { heartbeatMs: 1000, limits: { stallMs: 60_000 } });
  await next();
  const heard = [];
  const listen = async () => {
    for (let each = await next(); each !== undefined; each = await next()) heard.push(each.split('\n')[0]);
  };
  // It ends with the stream, which the test cuts off when it is through.
  listen().catch(() => undefined);
  await turns();
  context.mock.timers.tick(999);
  log.append(line(1));
  log.tell();
  await turns();
  context.mock.timers.tick(999);
  await turns();
  assert.deepEqual(heard, ['event: fact']);
  context.mock.timers.tick(1);
  await turns();
  assert.deepEqual(heard, ['event: fact', 'event: heartbeat']);
});
