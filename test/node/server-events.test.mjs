import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createMemoryLog } from 'my-sessions/server';
import {
  aFact,
  aSession,
  asAgent,
  emptyState,
  openStream,
  snapshotOf,
  startServer,
  within,
} from '../support/session-server.mjs';
import { source } from '../support/source.mjs';

const { StateTables } = await source('core/store/state-tables.ts');
const { transcriptStep } = await source('core/state/transcript-step.ts');
const { readEnvelope, readFact } = await source('core/wire/read-envelope.ts');
const { readSnapshot } = await source('core/wire/read-snapshot.ts');

const ids = (facts) => facts.map(({ tags, data }) => (tags ?? data.tags)[0]);
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A backend of one agent whose truth is what its facts add up to. */
class Backend {
  tables = new StateTables(() => undefined, transcriptStep);

  constructor() {
    this.apply({ type: 'workspace.reset', agentId: 'maren', at: 1 });
  }

  apply(fact) {
    this.tables.apply(fact);
  }

  get state() {
    return {
      ...emptyState('maren'),
      sessions: [...this.tables.sessions.values()],
      transcripts: [...this.tables.transcripts].map(([sessionId, list]) => ({ sessionId, segments: [...list] })),
    };
  }
}

/** A life of two sessions in 24 facts, with all that is easily counted twice. */
function history() {
  const segment = (id) => ({ id, speaker: { id: 'c', role: 'customer' }, text: `said ${id}`, isFinal: true });
  return range(1, 24).map((number) => {
    const sessionId = number % 2 ? 's1' : 's2';
    const at = 1_750_000_000_000 + number;
    const offer = { serviceId: 'support', modality: 'im', direction: 'inbound' };
    const kinds = [
      { type: 'session.offered', offer },
      { type: 'session.connected' },
      { type: 'transcript.appended', segments: [segment(`m${number}`)] },
      { type: 'session.parking' },
      { type: 'session.parked' },
      { type: 'codes.chosen', primary: `code-${number}` },
      { type: 'transcript.appended', segments: [segment(`m${number}`), segment(`n${number}`)] },
      { type: 'session.unparking' },
      { type: 'session.unparked' },
      { type: 'transcript.corrected', segment: { ...segment(`m${number - 4}`), text: 'corrected' } },
      { type: 'tags.changed', tags: [`t${number}`] },
      { type: 'session.ended', result: 'accepted-by-user' },
    ];
    return { ...kinds[Math.ceil(number / 2) - 1], sessionId, at };
  });
}

const shapeOf = ({ sessions, transcripts }) => ({
  sessions: [...sessions],
  transcripts: [...transcripts].map(([id, list]) => [id, [...list]]),
});

test('snapshot and events add up to the truth, wherever between them the cut is', async (context) => {
  for (const isExact of [true, false])
    for (let cut = 0; cut <= 24; cut += 1) {
      const backend = new Backend();
      const facts = history();
      let server;
      let meanwhile = [];
      const tell = async (fact) => {
        backend.apply(fact);
        return server.publish('maren', [fact]);
      };
      const started = await startServer(context, {
        async snapshot() {
          // Three facts happen between the position and the data.
          let position;
          for (const fact of meanwhile) position = await tell(fact);
          return { state: backend.state, ...(isExact && position ? { position } : {}) };
        },
      });
      server = started.server;
      for (const fact of facts.slice(0, cut)) await tell(fact);
      meanwhile = facts.slice(cut, cut + 3);

      const snapshot = readSnapshot(await snapshotOf(started.url)).value;
      const client = new StateTables(() => undefined, transcriptStep);
      for (const event of snapshot.events) client.apply(event);
      const stream = await openStream(context, started.url, snapshot.position);
      for (const fact of facts.slice(cut + 3)) await tell(fact);
      const { seq } = await started.server.publish('maren', []);
      let position = snapshot.position;
      while (position.seq < seq) {
        const envelope = readEnvelope((await stream.find('fact')).data).value;
        assert.equal(envelope.prev, position.seq);
        position = envelope;
        client.apply(readFact(envelope).value);
      }
      assert.deepEqual(shapeOf(client), shapeOf(backend.tables), `cut ${cut}`);
      stream.close();
    }
});

test('a reader that comes back hears all that it has not heard, once, in order', async (context) => {
  const { server, url } = await startServer(context);
  let position = await snapshotOf(url);
  const heard = [];
  for (let round = 0; round < 7; round += 1) {
    const stream = await openStream(context, url, position);
    await server.publish(
      'maren',
      range(round * 10 + 1, round * 10 + 10).map((number) => aFact(number)),
    );
    const facts = await stream.facts(round % 2 ? 10 : 3);
    heard.push(...facts);
    position = facts.at(-1);
    stream.close();
  }
  const { seq } = await snapshotOf(url);
  const last = await openStream(context, url, position);
  heard.push(...(await last.facts(seq - position.seq)));
  assert.deepEqual(
    ids(heard),
    range(1, 70).map((number) => `tag-${number}`),
  );
});

test('the position may come in the URL; what a browser repeats by itself comes before it', async (context) => {
  const { server, url } = await startServer(context);
  const { epoch } = await snapshotOf(url);
  await server.publish('maren', [aFact(1), aFact(2), aFact(3)]);
  const byUrl = await openStream(context, `${url}/events?after=${epoch}:1#`, undefined);
  assert.deepEqual(ids(await byUrl.facts(2)), ['tag-2', 'tag-3']);
  const both = await openStream(context, `${url}/events?after=${epoch}:1#`, { epoch, seq: 2 });
  const { id, data } = await both.find('fact');
  assert.equal(data.tags ?? data.data.tags[0], 'tag-3');
  assert.equal(id, `${epoch}:3`);
});

test('positions that lead nowhere are answered with a reset that ends the stream', async (context) => {
  const log = createMemoryLog({ window: 8 });
  const { server, url } = await startServer(context, { log });
  await server.publish(
    'maren',
    range(1, 40).map((number) => aFact(number)),
  );
  const { epoch, seq } = await snapshotOf(url);
  const positions = [
    [{ epoch: 'another', seq: 3 }, 'other-epoch'],
    [{ epoch, seq: 0 }, 'out-of-window'],
    [{ epoch, seq: seq - 20 }, 'out-of-window'],
    [{ epoch, seq: seq + 1 }, 'ahead'],
    [undefined, 'no-position'],
  ];
  for (const [position, reason] of positions) {
    const events = await (await openStream(context, url, position)).rest();
    assert.deepEqual(events, [{ event: 'reset', data: { v: 1, reason } }]);
  }
  const stream = await openStream(context, url, { epoch, seq: seq - 8 });
  assert.deepEqual(
    ids(await stream.facts(8)),
    range(33, 40).map((number) => `tag-${number}`),
  );
});

test('readers of what was replaced are told so, live and later', async (context) => {
  const { server, url } = await startServer(context);
  const position = await snapshotOf(url);
  const live = await openStream(context, url, position);
  await live.find('heartbeat');
  await server.publish('maren', [aFact(1)]);
  await server.reset('maren');
  const reasonOf = async (stream) => (await stream.find('reset')).data.reason;
  assert.equal(await reasonOf(live), 'replaced');
  assert.equal(await reasonOf(await openStream(context, url, position)), 'replaced');
  const again = await openStream(context, url, await snapshotOf(url));
  await server.publish('maren', [aFact(2)]);
  assert.deepEqual(ids(await again.facts(1)), ['tag-2']);
});

test('heartbeats come while nothing happens, at once and then in their time, with the head of the log', async (context) => {
  const { server, url } = await startServer(context, { heartbeatMs: 20, clock: { now: () => 1234 } });
  const position = await snapshotOf(url);
  const stream = await openStream(context, url, position);
  assert.equal((await stream.next()).retry, '1000');
  assert.deepEqual(await stream.next(), {
    event: 'heartbeat',
    data: { v: 1, epoch: position.epoch, head: 0, ts: 1234 },
  });
  assert.equal((await stream.next()).data.head, 0);
  await server.publish('maren', [aFact(1), aFact(2)]);
  await stream.facts(2);
  assert.equal((await stream.find('heartbeat')).data.head, 2);
});

test('a stream begins with the head, before what its reader has missed', async (context) => {
  const { server, url } = await startServer(context, { clock: { now: () => 1234 } });
  const position = await snapshotOf(url);
  await server.publish(
    'maren',
    range(1, 250).map((number) => aFact(number)),
  );
  const stream = await openStream(context, url, position);
  assert.equal((await stream.next()).retry, '1000');
  const { event, data } = await stream.next();
  assert.deepEqual([event, data], ['heartbeat', { v: 1, epoch: position.epoch, head: 250, ts: 1234 }]);
  await server.publish('maren', [aFact(251)]);
  const facts = [];
  while (facts.length < 251) facts.push(await stream.next());
  assert.ok(facts.every((message) => message.event === 'fact'));
  assert.equal(facts.at(-1).data.seq, 251);
});

test('a stream whose log begins anew while it opens ends with a reset', async (context) => {
  const log = createMemoryLog();
  let isAnew = false;
  const head = (agentId) => (isAnew ? Promise.resolve({ epoch: 'another', seq: 1 }) : log.head(agentId));
  const { server, url } = await startServer(context, { log: { ...bound(log), head } });
  const position = await snapshotOf(url);
  await server.publish('maren', [aFact(1)]);
  isAnew = true;
  const events = await (await openStream(context, url, position)).rest();
  assert.deepEqual(events, [{ event: 'reset', data: { v: 1, reason: 'other-epoch' } }]);
});

test('a log that speaks of nothing is found out by the next heartbeat', async (context) => {
  const log = createMemoryLog();
  const mute = { ...bound(log), follow: () => () => undefined };
  const { server, url } = await startServer(context, { log: mute, heartbeatMs: 20 });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  await server.publish('maren', [aFact(1)]);
  assert.deepEqual(ids(await stream.facts(1)), ['tag-1']);
});

test('a log that fails ends the stream, and is unavailable until it works again', async (context) => {
  const log = createMemoryLog();
  let isBroken = false;
  const read = (...args) => (isBroken ? Promise.reject(new Error('no quorum')) : log.read(...args));
  const { server, url } = await startServer(context, { log: { ...bound(log), read } });
  const position = await snapshotOf(url);
  const stream = await openStream(context, url, position);
  await stream.find('heartbeat');
  isBroken = true;
  await server.publish('maren', [aFact(1)]);
  assert.deepEqual(await stream.rest(), []);
  assert.equal((await openStream(context, url, position)).response.status, 503);
  isBroken = false;
  assert.deepEqual(ids(await (await openStream(context, url, position)).facts(1)), ['tag-1']);
});

test('a slow reader is cut off, holds no memory meanwhile, and loses nothing', async (context) => {
  const log = createMemoryLog({ windowLength: 1e9 });
  const { server, url, logger } = await startServer(context, { log, limits: { stallMs: 150, bufferedBytes: 4096 } });
  const position = await snapshotOf(url);
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = [`GET /events HTTP/1.1`, 'host: x', 'authorization: Bearer token-maren'];
  socket.write([...head, `last-event-id: ${position.epoch}:${position.seq}`, '', ''].join('\r\n'));
  await once(socket, 'readable');
  // 40 MB: more than the sockets of both sides take.
  const filling = 'x'.repeat(100_000);
  for (let number = 1; number <= 400; number += 1) await server.publish('maren', [aFact(number, { tags: [filling] })]);
  await logger.said('slow');
  assert.match(logger.lines.join(), /A stream was ended: slow {"agentId":"maren"}/);
  socket.destroy();

  const small = await snapshotOf(url);
  await server.publish(
    'maren',
    range(1, 50).map((number) => aFact(number)),
  );
  const again = await openStream(context, url, small);
  assert.deepEqual(
    ids(await again.facts(50)),
    range(1, 50).map((number) => `tag-${number}`),
  );
});

test('a reader that takes its time hears everything', async (context) => {
  const { server, url } = await startServer(context, { limits: { bufferedBytes: 1024 } });
  const stream = await openStream(context, url, await snapshotOf(url));
  for (let number = 1; number <= 900; number += 100)
    await server.publish(
      'maren',
      range(number, number + 99).map((each) => aFact(each)),
    );
  assert.deepEqual(
    ids(await stream.facts(900)),
    range(1, 900).map((number) => `tag-${number}`),
  );
});

test('a server that is stopped answers with 503, lets commands finish and ends streams with a hint', async (context) => {
  let finish;
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  const { server, url } = await startServer(context, {
    execute() {
      arrive();
      return new Promise((resolve) => (finish = () => resolve({ ok: true })));
    },
  });
  const position = await snapshotOf(url);
  const stream = await openStream(context, url, position);
  await stream.find('heartbeat');
  const headers = { ...asAgent('maren'), 'content-type': 'application/json', 'idempotency-key': 'k1' };
  const body = JSON.stringify({ v: 1, type: 'session.park', sessionId: 's1' });
  const command = fetch(`${url}/commands`, { method: 'POST', headers, body });
  await within(arrived, 'the command');
  const closed = server.close();
  assert.deepEqual(await stream.rest(), [{ retry: '1000' }]);
  const refused = await openStream(context, url, position);
  assert.equal(refused.response.status, 503);
  assert.equal(refused.response.headers.get('retry-after'), '1');
  finish();
  assert.equal((await command).status, 200);
  await within(closed, 'the end of the server');
});

test('an agent who has signed out is disconnected', async (context) => {
  const { server, url } = await startServer(context);
  const stream = await openStream(context, url, await snapshotOf(url));
  const other = await openStream(context, url, await snapshotOf(url, 'jonas'), { agentId: 'jonas' });
  await stream.find('heartbeat');
  server.disconnect('maren');
  assert.deepEqual(await stream.rest(), [{ retry: '1000' }]);
  await server.publish('jonas', [aFact(1)]);
  assert.deepEqual(ids(await other.facts(1)), ['tag-1']);
});

test('a stream lasts as long as it may, and its reader comes back', async (context) => {
  const { server, url } = await startServer(context, { limits: { streamMs: 30 } });
  const position = await snapshotOf(url);
  const events = await (await openStream(context, url, position)).rest();
  assert.deepEqual(events.at(-1), { retry: '1000' });
  await server.publish('maren', [aFact(1)]);
  assert.deepEqual(ids(await (await openStream(context, url, position)).facts(1)), ['tag-1']);
});

test('a fact that is too large is refused, and nothing of its batch is told but that readers begin anew', async (context) => {
  const { server, url } = await startServer(context, { limits: { eventLength: 1000 } });
  const stream = await openStream(context, url, await snapshotOf(url));
  await stream.find('heartbeat');
  const batch = [aFact(1), aFact(2, { tags: ['x'.repeat(1000)] })];
  await assert.rejects(server.publish('maren', batch), RangeError);
  assert.deepEqual(await stream.rest(), [{ event: 'reset', data: { v: 1, reason: 'replaced' } }]);
});

test('line breaks in texts do not break the stream', async (context) => {
  const { server, url } = await startServer(context);
  const stream = await openStream(context, url, await snapshotOf(url));
  const tags = ['a\n\nevent: reset\n\n', '\r\r', '\u2028', '\0', '"}', '<b>'];
  await server.publish('maren', [aFact(1, { tags }), { type: 'session.snapshot', session: aSession('\n'), at: 1 }]);
  const [first, second] = await stream.facts(2);
  assert.deepEqual(first.data.tags, tags);
  assert.equal(second.data.session.id, '\n');
});

function bound(log) {
  return Object.fromEntries(['append', 'head', 'read', 'follow', 'close'].map((name) => [name, log[name].bind(log)]));
}
