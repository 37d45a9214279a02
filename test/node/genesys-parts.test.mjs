// What the gateway to Genesys Cloud loads behind the first sight of the conversations.
import assert from 'node:assert/strict';
import { register } from 'node:module';
import { describe, test } from 'node:test';
import { makeDesk, until } from '../support/genesys-desk.mjs';
import { source } from '../support/source.mjs';

const { Link } = await source('gateways/genesys/link.ts');
const { TIMINGS } = await source('gateways/genesys/timings.ts');

/** For this file alone: the part cannot be loaded twice. */
const unreachable = `
let failures = 2;
export async function resolve(specifier, about, next) {
  if (specifier === './happenings.js' && failures-- > 0) throw new Error('The network is gone.');
  return next(specifier, about);
}`;

describe('a part of the gateway that is loaded later', () => {
  test('is tried again where it cannot be loaded: until then the conversations are shown, and it is said that nothing is heard', async (context) => {
    register(`data:text/javascript,${encodeURIComponent(unreachable)}`);
    const desk = await makeDesk(context, { timings: { firstRetryMs: 20 } });
    const id = desk.platform.offer('messages');
    desk.platform.write(id, 'Is anybody there?');
    const page = desk.connect();
    await until(() => page.connection === 'reconnecting');
    assert.equal(page.of(id).state, 'offered');
    assert.match(page.rejections.join('\n'), /could not be loaded.*The network is gone/);
    await until(() => page.connection === 'live');
    await desk.settle();
    const other = desk.platform.offer('calls');
    await desk.settle();
    assert.equal(page.of(other).state, 'offered');
  });

  test('is told what has happened while it was loaded, all of it and in order', async (context) => {
    const heard = [];
    let begin;
    const { sockets, tell } = aLink(context, {
      async catchUp() {
        said('a', 'old');
        said('a', 'as it was read');
        return () => undefined;
      },
      listen: () =>
        new Promise((resolve) => (begin = () => resolve((_, { id, state }) => heard.push(`${id} ${state}`)))),
    });
    const said = (id, state) => tell(sockets[0], 'v2.users.me.conversations', { id, state });
    await until(() => begin !== undefined, 'the part is loaded');
    said('b', 'alerting');
    said('b', 'connected');
    assert.deepEqual(heard, []);
    begin();
    await until(() => heard.length > 0);
    said('b', 'disconnected');
    assert.deepEqual(heard, ['a as it was read', 'b alerting', 'b connected', 'b disconnected']);
  });
});

test('a channel whose end is announced before what is true was read is followed by another one, and nothing is lost', async (context) => {
  let readings = 0;
  const { sockets, tell } = aLink(context, {
    async catchUp() {
      readings += 1;
      if (readings === 1) tell(sockets[0], 'v2.system.socket_closing', {});
      return () => undefined;
    },
    listen: async () => () => undefined,
  });
  await until(() => sockets.length > 1 && sockets[0].isClosed, 'the other one has taken over');
  assert.deepEqual([readings, sockets.map(({ isClosed }) => isClosed)], [2, [true, false]]);
});

/** A link that is never lost, over sockets that say what the test says. */
function aLink(context, parts) {
  const sockets = [];
  const tell = (socket, topicName, eventBody) => socket.onmessage({ data: JSON.stringify({ topicName, eventBody }) });
  const link = new Link({
    api: {
      postNotificationsChannels: async () => ({ id: 'channel', connectUri: 'ws://channel' }),
      putNotificationsChannelSubscriptions: async () => undefined,
    },
    requests: { ask: (call) => call() },
    clock: { isNow: () => undefined },
    WebSocket: class {
      isClosed = false;

      constructor() {
        sockets.push(this);
        setImmediate(() => this.onopen());
      }

      close() {
        this.isClosed = true;
      }
    },
    timings: TIMINGS,
    prepare: async () => undefined,
    topics: () => [],
    rejected: assert.fail,
    lost: assert.fail,
    ...parts,
  });
  context.after(() => link.end());
  void link.run();
  return { sockets, tell };
}
