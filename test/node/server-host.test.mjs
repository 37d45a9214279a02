// Whatever a host throws, answers or leaves unanswered: one request fails, its line is in the log, and the rest goes on.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createMemoryLog, toNodeListener } from 'my-sessions/server';
import {
  aFact,
  asAgent,
  emptyState,
  get,
  listen,
  openStream,
  parkCommand,
  send,
  snapshotOf,
  startServer,
  within,
} from '../support/session-server.mjs';

const SECRET = 'Frau-Geheim-0791234567';

/** What ends the process here would have ended it for all agents. */
const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));
process.on('uncaughtException', (error) => unhandled.push(String(error)));

const circle = {};
circle.circle = circle;

class Nameless extends Error {
  get name() {
    throw new Error(SECRET);
  }
}
const hostile = new Proxy(new Error(SECRET), {
  get: () => {
    throw new Error(SECRET);
  },
  getPrototypeOf: () => {
    throw new Error(SECRET);
  },
});
/** What may be thrown, and what the log says of it: never what it says. */
const THROWN = new Map([
  [new TypeError(SECRET), 'TypeError'],
  [new Nameless(), 'Error'],
  [hostile, 'Error'],
  [undefined, 'undefined'],
  [null, 'object'],
  [SECRET, 'string'],
  [7n, 'bigint'],
  [Symbol('s'), 'symbol'],
  [circle, 'object'],
]);

async function checkUnavailable(response, what) {
  const text = await response.text();
  assert.equal(response.status, 503, what);
  assert.equal(JSON.parse(text).type, 'urn:my-sessions:problem:unavailable');
  assert.equal(response.headers.get('retry-after'), '1');
  assert.doesNotMatch(text, new RegExp(SECRET));
}

test('whatever a host throws, one request is unavailable and the log has one line of it', async (context) => {
  let thrown;
  const fail = () => {
    throw thrown;
  };
  const reject = () => Promise.reject(thrown);
  for (const act of [fail, reject]) {
    const { url, logger } = await startServer(context, { snapshot: act, execute: act, history: act });
    for (const [value, kind] of THROWN) {
      thrown = value;
      logger.lines.length = 0;
      await checkUnavailable(await get(url, '/snapshot'));
      await checkUnavailable(await get(url, '/history'));
      await checkUnavailable(await send(url, parkCommand()));
      assert.deepEqual(
        logger.lines.map((line) => line.split(' ')[0]),
        ['snapshot', 'history', 'execute'],
      );
      assert.ok(
        logger.lines.every((line) => line.includes(kind)),
        logger.lines.join(),
      );
      assert.doesNotMatch(logger.lines.join(), new RegExp(SECRET));
    }
  }
  assert.deepEqual(unhandled, []);
});

test('replies of a wrong shape are unavailable, named in the log, and not carried out once more', async (context) => {
  let reply;
  let count = 0;
  const { url, logger } = await startServer(context, {
    execute: () => {
      count += 1;
      return reply;
    },
  });
  const replies = [
    undefined,
    null,
    true,
    'ok',
    [],
    {},
    { ok: 'true' },
    { ok: 1 },
    { ok: false },
    { ok: false, failure: 'weird' },
    { ok: false, failure: 'not-allowed', message: 7n },
    { ok: false, failure: 'not-allowed', message: circle },
    { ok: false, failure: 'not-allowed', message: Symbol('s') },
    {
      get ok() {
        throw hostile;
      },
    },
  ];
  for (reply of replies) {
    [logger.lines.length, count] = [0, 0];
    const key = crypto.randomUUID();
    await checkUnavailable(await send(url, parkCommand(), { key }), JSON.stringify(Object.keys(reply ?? {})));
    assert.match(logger.lines.join(), /^execute answered/);
    await checkUnavailable(await send(url, parkCommand(), { key }));
    assert.equal(count, 1);
  }
  reply = { ok: false, failure: 'failed', message: 'x'.repeat(1_000_000) };
  const { detail } = await (await send(url, parkCommand())).json();
  assert.equal(detail, `${'x'.repeat(1999)}…`);
  reply = { ...reply, message: `${'x'.repeat(1998)}😀 and more` };
  assert.equal((await (await send(url, parkCommand())).json()).detail, `${'x'.repeat(1998)}…`);
  reply = { ...reply, message: 'y'.repeat(2000) };
  assert.equal((await (await send(url, parkCommand())).json()).detail, reply.message);
  assert.deepEqual(unhandled, []);
});

test('snapshots and pages of a wrong shape are unavailable, and say in the log what was expected', async (context) => {
  let answer;
  const { url, logger } = await startServer(context, { snapshot: () => answer, history: () => answer });
  const state = emptyState('maren');
  const snapshots = [
    [undefined, /Expected \{ state \}/],
    [[], /Expected \{ state \}/],
    [{}, /state: Expected an object/],
    [{ state: 'x' }, /state: Expected an object/],
    [{ state: [] }, /state: Expected an object/],
    [{ state: { ...state, sessions: undefined } }, /state\.sessions: Expected a list/],
    [{ state: { ...state, agentId: 'jonas' } }, /state\.agentId: /],
    [{ state: { ...state, usages: 7n } }, /state: Expected what JSON can hold \(TypeError\)/],
    [{ state: { ...state, circle } }, /state: Expected what JSON can hold/],
    [{ state: { ...state, toJSON: () => undefined } }, /state: Expected an object/],
    [{ state, position: { epoch: 'a b', seq: 1 } }, /position: /],
    [{ state, position: { epoch: 'a', seq: -1 } }, /position: /],
    [{ state, position: { epoch: 'a', seq: Number.NaN } }, /position: /],
    [{ state, position: 'a:1' }, /position: /],
  ];
  for (const [given, line] of snapshots) {
    logger.lines.length = 0;
    answer = given;
    await checkUnavailable(await get(url, '/snapshot'), String(line));
    assert.match(logger.lines.join(), line);
  }
  for (answer of [7, [], {}, { sessions: {} }, { sessions: [], next: 7 }, { sessions: [1n] }, { sessions: [circle] }]) {
    logger.lines.length = 0;
    await checkUnavailable(await get(url, '/history'));
    assert.match(logger.lines.join(), /^history answered in the wrong shape/);
  }
  answer = { sessions: [], v: 2, more: 1 };
  assert.deepEqual(await (await get(url, '/history')).json(), { v: 1, sessions: [] });
  answer = { state: { toJSON: () => state } };
  assert.deepEqual((await snapshotOf(url)).state, state);
  assert.deepEqual(unhandled, []);
});

test('a logger and a clock that fail, at once or later, change nothing for anybody', async (context) => {
  const failing = [
    () => {
      throw hostile;
    },
    () => Promise.reject(new Error('disk full')),
  ];
  for (const fail of failing) {
    const { server, url } = await startServer(context, {
      logger: { warn: fail, error: fail },
      clock: { now: fail },
      limits: { stallMs: 20 },
      snapshot: (agentId) => {
        if (agentId === 'jonas') throw new Error('no database');
        return { state: emptyState(agentId) };
      },
    });
    await checkUnavailable(await get(url, '/snapshot', 'jonas'));
    const snapshot = await snapshotOf(url);
    assert.ok(Math.abs(snapshot.serverTime - Date.now()) < 60_000);
    const stream = await openStream(context, url, snapshot);
    await server.publish('maren', [aFact(1)]);
    assert.equal((await stream.facts(1))[0].data.tags[0], 'tag-1');
  }
  for (const now of [Number.NaN, Infinity, 7n, '7', undefined]) {
    const { url } = await startServer(context, { clock: { now: () => now } });
    assert.ok(Number.isFinite((await snapshotOf(url)).serverTime));
  }
  assert.deepEqual(unhandled, []);
});

test('nobody is signed in by anything but an agent id', async (context) => {
  let answer;
  const { url, logger } = await startServer(context, { authenticate: () => answer });
  const answers = [
    ...[true, false, 0, 1, '', 'maren', 'Forbidden', 7n, {}, [], ['maren'], { id: 'maren' }, () => ({ agentId: 'm' })],
    ...[undefined, null, 7, true, {}, ['maren'], '', ' ', '\t\n', '\u200B\u2060', '\uFEFF', '\u00AD', '\uD800'].map(
      (agentId) => ({ agentId }),
    ),
    {
      get agentId() {
        throw hostile;
      },
    },
  ];
  for (answer of answers) {
    for (const path of ['/snapshot', '/events', '/history']) {
      logger.lines.length = 0;
      const response = await get(url, path);
      assert.equal(response.status, 401, `${typeof answer} ${path}`);
      assert.equal((await response.json()).type, 'urn:my-sessions:problem:signed-out');
      assert.match(logger.lines.join(), /^authenticate answered in the wrong shape/);
    }
    assert.equal((await send(url, parkCommand())).status, 401);
  }
  logger.lines.length = 0;
  for (answer of [undefined, null]) assert.equal((await get(url, '/snapshot')).status, 401);
  assert.deepEqual(logger.lines, []);
  assert.deepEqual(unhandled, []);
});

/** A host call that never answers, and says when its signal is aborted. */
function hanging() {
  let onAbort;
  const isAborted = new Promise((resolve) => (onAbort = resolve));
  const call = (...given) => {
    given.at(-1).signal.addEventListener('abort', onAbort);
    return new Promise(() => undefined);
  };
  return { call, isAborted };
}

test('a host that does not answer has a time to do so, and is told when it is over', async (context) => {
  for (const name of ['authenticate', 'snapshot', 'history', 'execute']) {
    const { call, isAborted } = hanging();
    const limits = { hostMs: 30, commandMs: 30 };
    const { url, logger } = await startServer(context, { [name]: call, limits });
    const ask = { snapshot: '/snapshot', authenticate: '/snapshot', history: '/history' }[name];
    await checkUnavailable(await within(ask ? get(url, ask) : send(url, parkCommand()), name));
    await within(isAborted, `the signal of ${name}`);
    assert.match(logger.lines.join(), new RegExp(`^${name} took longer than 30 ms`));
  }
});

test('telling a fact makes no signal: nobody asks for it, and one for each fact costs as much as the fact', async (context) => {
  const { server, url } = await startServer(context);
  const stream = await openStream(context, url, await snapshotOf(url));
  await server.publish('maren', [aFact(1)]);
  await stream.facts(1);
  let made = 0;
  const Real = globalThis.AbortController;
  globalThis.AbortController = class extends Real {
    constructor() {
      super();
      made += 1;
    }
  };
  context.after(() => (globalThis.AbortController = Real));
  for (let number = 2; number <= 20; number += 1) await server.publish('maren', [aFact(number)]);
  await stream.facts(19);
  assert.equal(made, 0);
});

test('a command that hangs holds neither its key nor its agent, and its late reply counts', async (context) => {
  const replies = [];
  const { url } = await startServer(context, {
    limits: { commandMs: 40, commandsUnderWay: 2 },
    execute: (_, { sessionId, commandId }) =>
      sessionId === 'hangs' ? new Promise((reply) => replies.push({ commandId, reply })) : { ok: true },
  });
  const hang = (key) => send(url, parkCommand('hangs'), { key });
  const both = await Promise.all([hang('a'), hang('b')]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [503, 503],
  );
  assert.equal((await send(url, parkCommand('other'))).status, 200);
  assert.equal((await send(url, parkCommand('other'))).status, 200);
  assert.equal((await hang('a')).status, 503);
  assert.equal(replies.length, 3, 'the key was free again');
  // The backend has carried it out after all.
  replies.find(({ commandId }) => commandId === 'b').reply({ ok: true });
  const again = await hang('b');
  assert.equal(again.status, 200);
  assert.equal(replies.length, 3, 'and it is not carried out again');
});

test('snapshots of one agent are taken one at a time, and none is older than its question', async (context) => {
  let now = 0;
  let taken = 0;
  let underWay = 0;
  let most = 0;
  let goOn = () => undefined;
  const { url } = await startServer(context, {
    async snapshot(agentId) {
      taken += 1;
      most = Math.max(most, (underWay += 1));
      const at = now;
      await new Promise((resolve) => (goOn = resolve));
      underWay -= 1;
      return { state: { ...emptyState(agentId), at } };
    },
  });
  const first = snapshotOf(url);
  while (taken < 1) await new Promise(setImmediate);
  now = 1;
  const others = Array.from({ length: 50 }, () => snapshotOf(url));
  // A request of another kind that came after them has been answered: they have all arrived.
  await get(url, '/history');
  await Promise.all(Array.from({ length: 50 }, () => get(url, '/history')));
  goOn();
  assert.equal((await first).state.at, 0);
  while (taken < 2) await new Promise(setImmediate);
  goOn();
  for (const { state } of await Promise.all(others)) assert.equal(state.at, 1);
  assert.deepEqual([taken, most], [2, 1]);
});

test('a log that throws, hangs or answers nonsense makes one request unavailable', async (context) => {
  const log = createMemoryLog();
  const own = Object.fromEntries(
    ['append', 'head', 'read', 'follow', 'close'].map((name) => [name, log[name].bind(log)]),
  );
  const { epoch, seq } = await log.head('maren');
  const broken = [
    () => {
      throw hostile;
    },
    () => new Promise(() => undefined),
    ...[undefined, {}, { epoch: 'x y', seq: 1 }, { ok: true }, { ok: false }].map((answer) => () => answer),
    () => ({ ok: true, entries: [{ seq: 1, prev: 0, text: 'no\njson' }] }),
  ];
  for (const act of broken) {
    const limits = { hostMs: 30, appendMs: 30 };
    const { server, url } = await startServer(context, { log: { ...own, head: act, read: act, append: act }, limits });
    await checkUnavailable(await get(url, '/snapshot'));
    const refused = await openStream(context, url, { epoch, seq });
    assert.equal(refused.response.status, 503);
    await assert.rejects(Promise.resolve(server.publish('maren', [aFact(1)])));
  }
  const follow = () => {
    throw hostile;
  };
  const { url } = await startServer(context, { log: { ...own, follow } });
  assert.equal((await openStream(context, url, { epoch, seq })).response.status, 503);
  assert.deepEqual(unhandled, []);
});

test('what nobody waits for ends no process: publishing, resetting, disconnecting', async (context) => {
  const log = createMemoryLog();
  const append = () => Promise.reject(new Error('no quorum'));
  const { server, logger } = await startServer(context, {
    log: { ...log, append, head: log.head.bind(log), read: log.read.bind(log), follow: log.follow.bind(log) },
  });
  void server.publish('maren', [aFact(1)]);
  void server.publish('maren', [aFact(1, { tags: [7n] })]);
  void server.publish('maren', undefined);
  void server.publish(undefined, [aFact(1)]);
  void server.reset('maren');
  void server.disconnect('maren');
  await logger.said('Appending to the log failed: Error {"agentId":"maren"}');
  await new Promise(setImmediate);
  assert.deepEqual(unhandled, []);
});

test('a listener that throws keeps neither the log nor other listeners from their work', async () => {
  const log = createMemoryLog();
  const heard = [];
  log.follow('maren', () => {
    throw new Error('mine');
  });
  log.follow('maren', async () => {
    throw new Error('mine, later');
  });
  log.follow('maren', (seq) => heard.push(seq));
  assert.equal((await log.append('maren', ['{"a":1}'])).seq, 1);
  await new Promise(setImmediate);
  assert.deepEqual(heard, [1]);
  assert.deepEqual(unhandled, []);
});

test('facts that cannot be told are refused by name, and their readers take a snapshot', async (context) => {
  const { server, url, logger } = await startServer(context, { limits: { eventLength: 1000 } });
  const batches = [
    [RangeError, [aFact(1), aFact(2, { tags: ['x'.repeat(1000)] })]],
    [TypeError, [aFact(1, { tags: [7n] })]],
    [TypeError, [aFact(1, { tags: circle })]],
    [TypeError, [aFact(1, { at: undefined })]],
    [TypeError, [aFact(1, { at: Number.NaN })]],
    [TypeError, [undefined]],
    [TypeError, [{ sessionId: 's1', at: 1 }]],
    [TypeError, 'facts'],
  ];
  for (const [row, [kind, batch]] of batches.entries()) {
    const key = `row-${row}`;
    logger.lines.length = 0;
    const stream = await openStream(context, url, await snapshotOf(url));
    await stream.find('heartbeat');
    await assert.rejects(server.publish('maren', batch, key), kind);
    assert.match(logger.lines.join(), /^Facts cannot be told, readers take a snapshot: /);
    assert.equal((await stream.find('reset')).data.reason, 'replaced');
    const { seq } = await snapshotOf(url);
    await assert.rejects(server.publish('maren', batch, key), kind);
    assert.equal((await snapshotOf(url)).seq, seq, 'the same once more adds nothing');
  }
  assert.deepEqual(unhandled, []);
});

test('a handler that throws or answers nonsense ends one connection, never the process', async (context) => {
  const handlers = [
    () => {
      throw hostile;
    },
    () => Promise.reject(undefined),
    () => undefined,
    async () => 'text',
    async () => ({ status: 99_999, headers: [], body: null }),
    async () => ({ status: 200, headers: [['x y', 'z']], body: null }),
    async () => ({ status: 200, headers: [], body: 'no stream' }),
  ];
  for (const handle of handlers) {
    const http = createServer(toNodeListener(handle));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const asked = fetch(`http://127.0.0.1:${http.address().port}/`, { headers: asAgent('maren') });
    const status = await within(
      asked.then(async (response) => (await response.text(), response.status)).catch(() => 'cut'),
      'the end of a request',
    );
    assert.notEqual(status, 200);
    http.closeAllConnections();
    http.close();
  }
  const url = await listen(
    context,
    toNodeListener(async () => new Response('well')),
  );
  assert.equal(await (await fetch(url)).text(), 'well');
  assert.deepEqual(unhandled, []);
});
