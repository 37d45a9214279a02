// What the server does when very many come in one moment, as after a restart of what stands in front of it.
import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { toNodeListener } from 'my-sessions/server';

describe('a listener that many requests reach in one moment', () => {
  /** So many requests at once, and the paths that were handled after each turn of the loop. */
  async function afterEachTurn(count) {
    const handled = [];
    const listener = toNodeListener(({ url }) => {
      handled.push(new URL(url).pathname);
      return Promise.resolve(new Response('{}'));
    });
    const ask = (path) => {
      const incoming = new IncomingMessage(new Socket());
      Object.assign(incoming, { method: 'GET', url: path });
      listener(incoming, new ServerResponse(incoming));
    };
    for (let at = 0; at < count; at += 1) ask(`/${at}`);
    const turns = [handled.length];
    while (handled.length < count) {
      await turn();
      turns.push(handled.length);
    }
    return { handled, turns, ask };
  }

  it('begins one at once, and all of few', async () => {
    assert.deepEqual((await afterEachTurn(1)).turns, [1]);
    assert.deepEqual((await afterEachTurn(50)).turns, [50]);
  });

  it('lets whatever else waits go on between fifty and the next fifty, and handles all in their order', async () => {
    const { handled, turns } = await afterEachTurn(1000);
    assert.deepEqual(
      handled,
      Array.from({ length: 1000 }, (_, at) => `/${at}`),
    );
    assert.ok(turns.length >= 20, String(turns));
    for (const [at, sum] of turns.slice(1).entries()) assert.ok(sum - turns[at] <= 50, String(turns));
  });

  it('begins what comes later at once again', async () => {
    const { handled, ask } = await afterEachTurn(120);
    await turn();
    await turn();
    ask('/later');
    assert.equal(handled.at(-1), '/later');
  });
});
