// The one stream, and what is read from it; over an engine that the test plays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JetStreamApiError } from '@nats-io/jetstream';
import { MARK } from 'my-sessions/server';
import { source } from '../support/source.mjs';

const { JetStreamLog, StreamKeeper } = await source('../test/support/server-parts.ts');

const notFound = () => new JetStreamApiError({ code: 404, err_code: 10059, description: 'stream not found' });
const infoOf = (created, first = 1, last = 0) => ({ created, state: { first_seq: first, last_seq: last } });
const SETTINGS = { stream: 'S', prefix: 'my.agents', replicas: 3, maxAgeMs: 86_400_000, maxBytes: 1000.4 };

/** A keeper of a stream that answers as the test says; `calls` are what the engine was asked. */
function aKeeper({ settings, info = async () => infoOf('2026-01-02T03:04:05.6Z') } = {}) {
  const calls = [];
  const engine = { info };
  const noting =
    (name, answer) =>
    async (...args) => (calls.push([name, ...args]), answer(...args));
  const manager = {
    streams: {
      info: noting('info', () => engine.info()),
      add: noting('add', async () => infoOf('new')),
      getMessage: noting('getMessage', async () => ({ seq: 7 })),
    },
    consumers: {
      add: noting('consumer', async () => ({ name: 'c', num_pending: 4 })),
      delete: noting('delete', async () => Promise.reject(new Error('gone'))),
    },
  };
  return { keeper: new StreamKeeper(manager, { ...SETTINGS, ...settings }), calls, engine };
}

test('a stream says which one it is and where it begins and ends', async () => {
  const { keeper, calls } = aKeeper({ info: async () => infoOf('2026-01-02T03:04:05.678Z', 5, 9) });
  assert.deepEqual(await keeper.bounds(), { epoch: '20260102T030405678Z', first: 5, last: 9 });
  assert.deepEqual(calls, [['info', 'S']]);
});

test('a stream that is not there is made as it was wished', async () => {
  const { keeper, calls } = aKeeper({ info: () => Promise.reject(notFound()) });
  assert.deepEqual(await keeper.bounds(), { epoch: 'new', first: 1, last: 0 });
  assert.deepEqual(calls[1], [
    'add',
    {
      ...{ name: 'S', subjects: ['my.agents.*'], num_replicas: 3, max_bytes: 1000 },
      ...{ max_age: 86_400_000 * 1e6, duplicate_window: 120_000 * 1e6 },
    },
  ]);
  // What is kept for less than two minutes is recognised no longer than that.
  const brief = aKeeper({ settings: { maxAgeMs: 500.2 }, info: () => Promise.reject(notFound()) });
  await brief.keeper.bounds();
  assert.deepEqual([brief.calls[1][1].max_age, brief.calls[1][1].duplicate_window], [500_200_000, 500_200_000]);
});

test('what else the engine refuses is passed on, and no stream is made', async () => {
  const refusals = [new Error('no engine'), new JetStreamApiError({ code: 503, err_code: 10008, description: 'busy' })];
  refusals.push(Object.assign(new Error('no error of the engine'), { code: 10059 }));
  for (const refusal of refusals) {
    const { keeper, calls } = aKeeper({ info: () => Promise.reject(refusal) });
    await assert.rejects(keeper.bounds(), refusal);
    assert.deepEqual(calls, [['info', 'S']]);
  }
});

test('who is content with a moment ago shares an answer; who is not, and who comes after a failure, asks', async () => {
  const { keeper, calls, engine } = aKeeper();
  const { info } = engine;
  await Promise.all([keeper.bounds(true), keeper.bounds(true)]);
  await keeper.bounds(true);
  assert.equal(calls.length, 1);
  await keeper.bounds();
  assert.equal(calls.length, 2);
  await keeper.bounds(true);
  assert.equal(calls.length, 2);
  engine.info = () => Promise.reject(new Error('no engine'));
  await assert.rejects(keeper.bounds());
  engine.info = info;
  await keeper.bounds(true);
  assert.equal(calls.length, 4);
});

test('a failure that comes late takes no newer answer away', async () => {
  const { keeper, calls, engine } = aKeeper();
  const { info } = engine;
  let fail;
  engine.info = () => new Promise((_, reject) => (fail = reject));
  const failing = keeper.bounds();
  engine.info = info;
  await keeper.bounds();
  fail(new Error('no engine'));
  await assert.rejects(failing);
  await keeper.bounds(true);
  assert.equal(calls.length, 2);
});

test('an answer of more than a second ago is too old for anybody', async (context) => {
  context.mock.timers.enable({ apis: ['Date'] });
  let now = 50_000;
  context.mock.method(performance, 'now', () => now);
  const { keeper, calls } = aKeeper();
  await keeper.bounds(true);
  now += 999;
  await keeper.bounds(true);
  assert.equal(calls.length, 1);
  now += 2;
  await keeper.bounds(true);
  assert.equal(calls.length, 2);
});

test('whoever wants to know is told when the stream is another one, and only then', async () => {
  const { keeper, engine } = aKeeper();
  const told = [];
  keeper.onOtherStream(() => {
    throw new Error('a listener of a foreign make');
  });
  keeper.onOtherStream(() => told.push('told'));
  await keeper.bounds();
  await keeper.bounds();
  assert.deepEqual(told, []);
  engine.info = async () => infoOf('another');
  await keeper.bounds();
  await keeper.bounds();
  assert.deepEqual(told, ['told']);
});

test('subjects hold any agent, and nothing that means something to the engine', () => {
  const { keeper } = aKeeper();
  const table = {
    maren: 'bWFyZW4',
    '>>>': 'Pj4-',
    '???': 'Pz8_',
    a: 'YQ',
    'ä€😀': 'w6Tigqzwn5iA',
    '???>>>': 'Pz8_Pj4-',
  };
  for (const [agentId, name] of Object.entries(table)) assert.equal(keeper.subjectOf(agentId), `my.agents.${name}`);
  assert.equal(keeper.subjectOf('>>>>>>'), 'my.agents.Pj4-Pj4-');
  assert.equal(keeper.subjectOf('??????'), 'my.agents.Pz8_Pz8_');
  assert.equal(keeper.allSubjects, 'my.agents.*');
});

test('who catches up reads what follows, from a consumer of one agent that goes by itself', async () => {
  const { keeper, calls } = aKeeper();
  assert.deepEqual(await keeper.lastOf('maren'), { seq: 7 });
  assert.deepEqual(await keeper.consumerAfter('maren', 41), { name: 'c', pending: 4 });
  await keeper.deleteConsumer('c');
  const [last, [, stream, { name, ...consumer }], deleted] = calls;
  assert.deepEqual(last, ['getMessage', 'S', { last_by_subj: 'my.agents.bWFyZW4' }]);
  assert.equal(stream, 'S');
  assert.match(name, /^[0-9a-f-]{36}$/);
  assert.deepEqual(consumer, {
    ...{ ack_policy: 'none', deliver_policy: 'by_start_sequence', opt_start_seq: 42 },
    ...{ filter_subject: 'my.agents.bWFyZW4', mem_storage: true, num_replicas: 1, inactive_threshold: 10_000 * 1e6 },
  });
  assert.deepEqual(deleted, ['delete', 'S', 'c']);
});

const header = (prev) => ({ get: (name) => (name === 'Nats-Expected-Last-Subject-Sequence' ? String(prev) : '') });
const stored = (seq, prev) => ({ seq, headers: header(prev), string: () => `{"n":${seq}}` });
/** The same as the engine hands over the latest of an agent. */
const latest = (seq, prev) => ({ seq, header: header(prev), string: () => `{"n":${seq}}` });

/** A log over parts that answer as the test says. */
function aLog({
  bounds = { epoch: 'e', first: 1, last: 50 },
  last = null,
  messages = [],
  tail = {},
  client = {},
} = {}) {
  const calls = [];
  const keeper = {
    stream: 'S',
    bounds: async (isRecentEnough) => (calls.push(['bounds', isRecentEnough ?? false]), bounds),
    lastOf: async () => last,
    consumerAfter: async (agentId, seq) => (
      calls.push(['consumer', agentId, seq]),
      { name: 'c', pending: messages.length }
    ),
    deleteConsumer: async (name) => calls.push(['delete', name]),
  };
  const consumers = {
    get: async (stream, name) => ({
      async fetch({ max_messages: most }) {
        calls.push(['fetch', stream, name, most]);
        return messages.slice(0, most);
      },
    }),
  };
  const publisher = { append: async (...args) => (calls.push(['append', ...args]), 51) };
  const parts = { keeper, publisher, client: { consumers, ...client } };
  const log = new JetStreamLog({ ...parts, tail: { after: () => undefined, close: async () => undefined, ...tail } });
  return { log, calls, keeper };
}
const at = (seq, epoch = 'e') => ({ epoch, seq });
const reasonAt = async (seq, options) => {
  const page = await aLog(options).log.read('maren', at(seq), 10);
  return page.ok ? page.entries.map((entry) => entry.seq) : page.reason;
};

test('a position says where it leads: on, nowhere yet, or nowhere any more', async () => {
  const messages = [stored(12, 9), stored(15, 12)];
  const last = latest(15, 12);
  assert.deepEqual(await reasonAt(9, { messages, last }), [12, 15]);
  assert.deepEqual(await reasonAt(15, { messages, last }), []);
  assert.equal(await reasonAt(16, { messages, last }), 'ahead');
  assert.equal(await reasonAt(50, { messages, last }), 'ahead');
  assert.equal(await reasonAt(51, { messages, last }), 'ahead');
  // What comes next does not follow on it: something in between was let go.
  assert.equal(await reasonAt(8, { messages, last }), 'out-of-window');
  assert.equal(await reasonAt(9, { messages: [], last }), 'out-of-window');
});

test('of an agent of whom nothing is kept, something is lost unless the stream begins right behind the position', async () => {
  const with_ = (first, last) => ({ bounds: { epoch: 'e', first, last } });
  assert.deepEqual(await reasonAt(0, with_(0, 0)), []);
  assert.deepEqual(await reasonAt(9, with_(10, 9)), []);
  assert.deepEqual(await reasonAt(9, with_(10, 20)), []);
  assert.equal(await reasonAt(8, with_(10, 9)), 'out-of-window');
  assert.equal(await reasonAt(10, with_(10, 20)), 'out-of-window');
  assert.equal(await reasonAt(0, with_(2, 20)), 'out-of-window');
  assert.equal(await reasonAt(1, with_(1, 0)), 'ahead');
});

test('a position of another stream leads nowhere, also when that shows only while it is read', async () => {
  const { log, keeper } = aLog();
  assert.deepEqual(await log.read('maren', at(1, 'old'), 10), { ok: false, reason: 'other-epoch' });
  keeper.bounds = async (isRecentEnough) => ({ epoch: isRecentEnough ? 'e' : 'new', first: 1, last: 0 });
  assert.deepEqual(await log.read('maren', at(1), 10), { ok: false, reason: 'other-epoch' });
});

test('what is at hand is not read from the stream', async () => {
  const entries = [{ seq: 2, prev: 1, text: '{}' }];
  const asked = [];
  const { log, calls } = aLog({ tail: { after: (...args) => (asked.push(args), entries) } });
  assert.deepEqual(await log.read('maren', at(1), 10), { ok: true, entries });
  assert.deepEqual([asked, calls], [[['maren', 1, 10]], [['bounds', true]]]);
});

test('who has missed nothing, or one fact, is answered by the latest message alone', async () => {
  for (const [seq, missed] of [
    [12, [15]],
    [15, []],
  ]) {
    const { log, calls } = aLog({ last: latest(15, 12) });
    const { entries } = await log.read('maren', at(seq), 10);
    assert.deepEqual(
      entries.map((entry) => entry.seq),
      missed,
    );
    assert.deepEqual(calls, [['bounds', true]]);
  }
});

test('no more is fetched than was asked for and is there, and the consumer goes in any case', async () => {
  const messages = [stored(2, 1), stored(3, 2), stored(4, 3)];
  const last = latest(4, 3);
  for (const [limit, most] of [
    [2, 2],
    [10, 3],
  ]) {
    const { log, calls } = aLog({ messages, last });
    assert.equal((await log.read('maren', at(1), limit)).entries.length, most);
    assert.deepEqual(calls.slice(2), [
      ['consumer', 'maren', 1],
      ['fetch', 'S', 'c', most],
      ['delete', 'c'],
    ]);
  }
  const empty = aLog({ last });
  await empty.log.read('maren', at(1), 10);
  assert.deepEqual(empty.calls.slice(2), [
    ['consumer', 'maren', 1],
    ['delete', 'c'],
  ]);
  const consumers = { get: () => Promise.reject(new Error('no engine')) };
  const failing = aLog({ messages, last, client: { consumers } });
  await assert.rejects(failing.log.read('maren', at(1), 10), /no engine/);
  assert.deepEqual(failing.calls.at(-1), ['delete', 'c']);
});

test('the head is the latest message; of whom nothing is kept gets a place to stand at', async () => {
  const known = aLog({ last: { seq: 7 } });
  assert.deepEqual(await known.log.head('maren'), at(7));
  assert.deepEqual(await known.log.append('maren', []), at(7));
  assert.deepEqual(known.calls, [
    ['bounds', true],
    ['bounds', true],
  ]);
  const unknown = aLog();
  assert.deepEqual(await unknown.log.head('maren'), at(51));
  const [, agentId, lines, key] = unknown.calls.find(([name]) => name === 'append');
  assert.deepEqual([agentId, lines], ['maren', [MARK]]);
  assert.match(key, /^[0-9a-f-]{36}$/);
  assert.deepEqual(await unknown.log.append('maren', ['{"a":1}'], 'row-7'), at(51));
  assert.deepEqual(unknown.calls.filter(([name]) => name === 'append')[1], ['append', 'maren', ['{"a":1}'], 'row-7']);
});

test('a log is opened when the engine answers, and given up when patience is at an end', async () => {
  let failures = 2;
  const opened = [];
  const tail = { open: async () => (failures-- > 0 ? Promise.reject(new Error('no engine')) : opened.push('tail')) };
  await aLog({ tail }).log.open(10_000);
  assert.deepEqual([opened, failures], [['tail'], -1]);
  failures = 1000;
  await assert.rejects(aLog({ tail }).log.open(-1), /no engine/);
  assert.equal(failures, 999);
  const { log, keeper } = aLog({ tail });
  keeper.bounds = () => Promise.reject(new Error('no stream'));
  await assert.rejects(log.open(0), /no stream/);
  assert.equal(failures, 999);
});

test('a log is closed with its tail, and hears what the tail hears', async () => {
  const done = [];
  const tail = {
    close: async () => done.push('closed'),
    follow: (agentId) => (done.push(agentId), () => done.push('left')),
  };
  const { log } = aLog({ tail });
  log.follow('maren', () => undefined)();
  await log.close();
  assert.deepEqual(done, ['maren', 'left', 'closed']);
});
