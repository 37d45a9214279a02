// Facts on their way to a log that does not always take them, by a clock that goes on when a test says so.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { source } from '../support/source.mjs';

const { Outlet } = await source('server/outlet.ts');
const { REPLACED } = await source('server/fact-lines.ts');
const { TypingRate } = await source('server/typing-rate.ts');

const FACTS = [{ type: 'session.held', sessionId: 's1', at: 1 }];
const POSITION = { epoch: 'a', seq: 1 };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** An outlet whose log answers by its script, `ok` or what it throws, at last always `ok`; and what was asked of the log. */
function outletTo(context, ...script) {
  mock.timers.enable({ apis: ['setTimeout'] });
  context.after(() => mock.timers.reset());
  const asked = [];
  const answer = (what) => {
    asked.push(what);
    const next = script.shift() ?? 'ok';
    return next === 'ok' ? Promise.resolve(POSITION) : Promise.reject(next);
  };
  const log = { publish: (facts, key) => answer({ facts, key }), reset: () => answer('reset') };
  const outlet = new Outlet(log);
  /** What came of what was sent, as soon as that is known. */
  const send = (facts) => {
    const sent = { isSettled: false };
    void outlet.send(facts).then((position) => Object.assign(sent, { isSettled: true, position }));
    return sent;
  };
  const passes = async (ms) => {
    await turn();
    mock.timers.tick(ms);
    await turn();
  };
  return { outlet, asked, send, passes };
}
const down = new Error('down');
const pauses = [100, 500, 2000, 5000, 5000, 5000];

test('facts go to the log one batch after the other, each with a key of its own', async (context) => {
  const { asked, send } = outletTo(context);
  const sent = [send(FACTS), send(FACTS), send('reset')];
  await turn();
  assert.deepEqual(
    sent,
    sent.map(() => ({ isSettled: true, position: POSITION })),
  );
  assert.deepEqual(
    asked.map(({ facts }) => facts),
    [FACTS, FACTS, undefined],
  );
  assert.notEqual(asked[0].key, asked[1].key);
});

test('facts that were not taken are tried again under their key, later each time, and at last a reset takes their place', async (context) => {
  const { asked, send, passes } = outletTo(context, down, down, down, down);
  const sent = send(FACTS);
  await turn();
  for (const [index, ms] of pauses.slice(0, 3).entries()) {
    await passes(ms - 1);
    assert.equal(asked.length, index + 1);
    await passes(1);
    assert.equal(asked.length, index + 2 + Number(index === 2));
  }
  assert.deepEqual(sent, { isSettled: true, position: undefined });
  assert.equal(asked.at(-1), 'reset');
  assert.equal(new Set(asked.slice(0, 4).map(({ key }) => key)).size, 1);
  // And all is well again.
  const next = send(FACTS);
  await turn();
  assert.deepEqual(next, { isSettled: true, position: POSITION });
});

test('a reset is tried until it is there, never more often than every five seconds in the end', async (context) => {
  const { asked, send, passes } = outletTo(context, ...Array(4 + pauses.length).fill(down));
  send(FACTS);
  for (const ms of pauses.slice(0, 3)) await passes(ms);
  const before = asked.length;
  assert.equal(asked.at(-1), 'reset');
  const meanwhile = send(FACTS);
  for (const [index, ms] of pauses.entries()) {
    await passes(ms - 1);
    assert.equal(asked.length, before + index);
    await passes(1);
    assert.equal(asked.length, before + index + 1);
  }
  assert.ok(asked.slice(4).every((what) => what === 'reset'));
  // Whoever takes a snapshot after the reset knows it.
  assert.deepEqual(meanwhile, { isSettled: true, position: undefined });
});

test('facts that something else has taken the place of are not tried again', async (context) => {
  const { asked, send } = outletTo(context, new Error('replaced', { cause: REPLACED }));
  const sent = send(FACTS);
  await turn();
  assert.deepEqual([sent, asked.length], [{ isSettled: true, position: undefined }, 1]);
});

test('an outlet that is closed asks nothing more, and leaves nobody waiting', async (context) => {
  const { outlet, asked, send, passes } = outletTo(context, down);
  const sent = [send(FACTS), send(FACTS)];
  await turn();
  outlet.close();
  await passes(60_000);
  sent.push(send(FACTS));
  await turn();
  assert.equal(asked.length, 1);
  assert.ok(sent.every(({ isSettled, position }) => isSettled && position === undefined));
});

for (const [count, isReset] of [
  [10_000, false],
  [10_001, true],
])
  test(`${count} that wait ${isReset ? 'become one reset' : 'are told one by one'}`, async (context) => {
    const { asked, send, passes } = outletTo(context, down);
    send(FACTS);
    await turn();
    const all = Array.from({ length: count }, () => send(FACTS));
    await passes(100);
    assert.equal(asked.length, isReset ? 3 : count + 2);
    assert.equal(asked.at(-1) === 'reset', isReset);
    assert.ok(all.every(({ isSettled, position }) => isSettled && (position === undefined) === isReset));
  });

test('an agent writes so often in ten seconds, and no more; then again, each for himself', () => {
  const rate = new TypingRate({ typingPerTenSeconds: 2 });
  const takes = (at, ...agents) => agents.map((agent) => rate.take(agent, at));
  assert.deepEqual(takes(20_000, 'ana', 'ana', 'ana', 'ben'), [true, true, false, true]);
  assert.deepEqual(takes(29_999, 'ana', 'ben', 'ben'), [false, true, false]);
  assert.deepEqual(takes(30_000, 'ana', 'ana', 'ana', 'ben'), [true, true, false, true]);
});
