import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parkCommand, send, startServer, within } from '../support/session-server.mjs';

/** A backend that counts what it carries out. */
function counting(reply = () => ({ ok: true })) {
  const commands = [];
  return {
    commands,
    execute: async (agentId, command) => {
      commands.push({ agentId, ...command });
      return reply(command, commands.length);
    },
  };
}

test('a command reaches the backend as its agent means it', async (context) => {
  const { commands, execute } = counting();
  const { url } = await startServer(context, { execute });
  const response = await send(
    url,
    { v: 1, type: 'codes.choose', sessionId: 's1', primary: null, more: 1 },
    { key: 'k1' },
  );
  assert.deepEqual(await response.json(), { v: 1, ok: true });
  const [command] = commands;
  assert.deepEqual(command, {
    agentId: 'maren',
    type: 'codes.choose',
    sessionId: 's1',
    primary: null,
    commandId: 'k1',
  });
});

test('a thousand commands, each sent up to four times at once, are carried out once each', async (context) => {
  let random = 1;
  const next = () => (random = (random * 48271) % 2147483647) / 2147483647;
  const { commands, execute } = counting(() => new Promise((resolve) => setImmediate(resolve, { ok: true })));
  const { url } = await startServer(context, { execute });
  const sendAll = async (numbers) => {
    const sent = numbers.flatMap((number) =>
      Array.from({ length: 1 + Math.floor(next() * 4) }, () =>
        send(url, parkCommand(`s${number}`), { key: `k${number}` }),
      ),
    );
    for (const response of await Promise.all(sent)) assert.deepEqual(await response.json(), { v: 1, ok: true });
  };
  for (let start = 0; start < 1000; start += 25) await sendAll(Array.from({ length: 25 }, (_, index) => start + index));
  assert.equal(commands.length, 1000);
  assert.equal(new Set(commands.map(({ commandId }) => commandId)).size, 1000);
});

test('a repeated command is answered as before, also when it was refused', async (context) => {
  const { commands, execute } = counting((_, count) => ({
    ok: false,
    failure: 'not-allowed',
    message: `time ${count}`,
  }));
  const { url } = await startServer(context, { execute });
  const answers = [];
  for (let time = 0; time < 3; time += 1) answers.push(await (await send(url, parkCommand(), { key: 'k1' })).json());
  assert.equal(commands.length, 1);
  assert.deepEqual(
    answers.map(({ detail }) => detail),
    ['time 1', 'time 1', 'time 1'],
  );
});

test('the same key with another body is refused; white space and order are no other body', async (context) => {
  const { commands, execute } = counting();
  const { url } = await startServer(context, { execute });
  assert.equal((await send(url, '{"v":1,"type":"session.park","sessionId":"s1"}', { key: 'k1' })).status, 200);
  assert.equal((await send(url, '{ "sessionId":"s1", "type":"session.park","v":1 }', { key: 'k1' })).status, 200);
  const refused = await send(url, parkCommand('s2'), { key: 'k1' });
  assert.equal(refused.status, 422);
  assert.equal((await refused.json()).type, 'urn:my-sessions:problem:key-reused');
  assert.equal(commands.length, 1);
});

test('keys of one agent mean nothing for another', async (context) => {
  const { commands, execute } = counting();
  const { url } = await startServer(context, { execute });
  assert.equal((await send(url, parkCommand('s1'), { key: 'k1' })).status, 200);
  assert.equal((await send(url, parkCommand('s2'), { key: 'k1', agentId: 'jonas' })).status, 200);
  assert.deepEqual(
    commands.map(({ agentId }) => agentId),
    ['maren', 'jonas'],
  );
});

test('a command whose outcome is not known may be tried again', async (context) => {
  const { commands, execute } = counting((_, count) => {
    if (count === 1) throw new Error('connection lost');
    return count === 2 ? { ok: false, failure: 'unreachable' } : { ok: true };
  });
  const { url } = await startServer(context, { execute });
  const statuses = [];
  for (let time = 0; time < 4; time += 1) statuses.push((await send(url, parkCommand(), { key: 'k1' })).status);
  assert.deepEqual(statuses, [503, 503, 200, 200]);
  assert.deepEqual(
    commands.map(({ commandId }) => commandId),
    ['k1', 'k1', 'k1'],
  );
});

test('replies are forgotten when there are too many, the oldest first', async (context) => {
  const { commands, execute } = counting();
  const { url } = await startServer(context, { execute, limits: { keptReplies: 3 } });
  for (const key of ['a', 'b', 'c', 'd', 'd', 'c', 'b']) await send(url, parkCommand(), { key });
  assert.equal(commands.length, 4);
  await send(url, parkCommand(), { key: 'a' });
  assert.equal(commands.length, 5);
});

test('more commands of one agent at once than allowed have to wait; a repetition is none', async (context) => {
  const waiting = [];
  let fill;
  const isFull = new Promise((resolve) => (fill = resolve));
  const execute = () =>
    new Promise((resolve) => {
      waiting.push(() => resolve({ ok: true }));
      if (waiting.length === 2) fill();
    });
  const { url } = await startServer(context, { execute, limits: { commandsUnderWay: 2 } });
  const sent = ['a', 'b', 'b'].map((key) => send(url, parkCommand(), { key }));
  await within(isFull, 'two commands');
  const refused = await send(url, parkCommand(), { key: 'c' });
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '1');
  for (const finish of waiting) finish();
  for (const response of await Promise.all(sent)) assert.equal(response.status, 200);
});

test('commands that were answered, or failed, make room for as many others', async (context) => {
  let isFailing = false;
  const { url } = await startServer(context, {
    limits: { commandsUnderWay: 2 },
    execute() {
      if (isFailing) throw new Error('no');
      return { ok: true };
    },
  });
  for (let round = 0; round < 6; round += 1) assert.equal((await send(url, parkCommand())).status, 200);
  isFailing = true;
  for (let round = 0; round < 6; round += 1) assert.equal((await send(url, parkCommand())).status, 503);
});
