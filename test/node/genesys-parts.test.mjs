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
    const sockets = [];
    const tell = (topicName, eventBody) => sockets[0].onmessage({ data: JSON.stringify({ topicName, eventBody }) });
    const said = (id, state) => tell('v2.users.me.conversations', { id, state });
    const link = new Link({
      api: {
        postNotificationsChannels: async () => ({ id: 'channel', connectUri: 'ws://channel' }),
        putNotificationsChannelSubscriptions: async () => undefined,
      },
      requests: { ask: (call) => call() },
      clock: { isNow: () => undefined },
      WebSocket: class {
        constructor() {
          sockets.push(this);
          setImmediate(() => this.onopen());
        }

        close() {}
      },
      timings: TIMINGS,
      prepare: async () => undefined,
      topics: () => [],
      async catchUp() {
        said('a', 'old');
        said('a', 'as it was read');
        return () => undefined;
      },
      listen: () =>
        new Promise((resolve) => (begin = () => resolve((_, { id, state }) => heard.push(`${id} ${state}`)))),
      rejected: assert.fail,
      lost: assert.fail,
    });
    context.after(() => link.end());
    void link.run();
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
