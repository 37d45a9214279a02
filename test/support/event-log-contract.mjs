// What every event log has to do, whatever it is made of.
import assert from 'node:assert/strict';
import { MARK } from 'my-sessions/server';
import { within } from './session-server.mjs';

const line = (number) => JSON.stringify({ v: 1, ts: number, type: 'tags.changed', sessionId: 's', data: { number } });
const numbers = (page) =>
  page.entries.filter(({ text }) => text !== MARK).map(({ text }) => JSON.parse(text).data.number);
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function all(log, agentId, position) {
  const entries = [];
  let after = position;
  for (;;) {
    const page = await log.read(agentId, after, 100);
    assert.ok(page.ok, page.reason);
    if (page.entries.length === 0) return entries;
    entries.push(...page.entries);
    after = { epoch: position.epoch, seq: page.entries.at(-1).seq };
  }
}

/** Runs the suite. `open` makes a log; a second one over the same entries where the kind of log can have several. */
export async function checkEventLog(context, { open, agent = 'maren' }) {
  const log = await open();
  const step = (name, run) => context.test(name, run);

  await step('entries come back in order, chained from one to the next', async () => {
    const start = await log.head(agent);
    const { epoch } = start;
    const end = await log.append(agent, range(1, 5).map(line));
    assert.equal(end.epoch, epoch);
    const page = await log.read(agent, start, 100);
    assert.deepEqual(numbers(page), range(1, 5));
    let { seq } = start;
    for (const entry of page.entries) {
      assert.equal(entry.prev, seq);
      assert.ok(entry.seq > seq);
      ({ seq } = entry);
    }
    assert.deepEqual(await log.head(agent), end);
    assert.equal(seq, end.seq);
    assert.deepEqual(await log.read(agent, end, 100), { ok: true, entries: [] });
  });

  await step('reading begins behind any entry, and is limited', async () => {
    const start = await log.head(agent);
    await log.append(agent, range(1, 250).map(line));
    assert.equal((await log.read(agent, start, 7)).entries.length, 7);
    const entries = await all(log, agent, start);
    assert.deepEqual(numbers({ entries }), range(1, 250));
    const page = await log.read(agent, { ...start, seq: entries[99].seq }, 10);
    assert.deepEqual(numbers(page), range(101, 110));
  });

  await step('what is appended at the same time is neither lost nor told twice', async () => {
    const start = await log.head(agent);
    await Promise.all(range(1, 60).map((number) => log.append(agent, [line(number)])));
    const found = numbers({ entries: await all(log, agent, start) });
    assert.deepEqual(
      found.sort((one, other) => one - other),
      range(1, 60),
    );
  });

  await step('appending again with the same key adds nothing', async () => {
    const start = await log.head(agent);
    const first = await log.append(agent, [line(1), line(2)], 'row-7');
    await log.append(agent, [line(3)], 'row-8');
    assert.deepEqual(await log.append(agent, [line(1), line(2)], 'row-7'), first);
    await log.append(agent, [line(4)], 'row-9');
    assert.deepEqual(numbers({ entries: await all(log, agent, start) }), [1, 2, 3, 4]);
  });

  await step('agents are apart, whatever their ids are', async () => {
    const ids = ['jonas', 'a.b', 'a.*', '>', ' ', '__proto__', 'ä€😀', 'x'.repeat(200), 'Jonas'];
    const starts = [];
    for (const id of ids) starts.push(await log.head(id));
    for (const [index, id] of ids.entries()) await log.append(id, [line(index)]);
    for (const [index, id] of ids.entries()) {
      assert.deepEqual(numbers({ entries: await all(log, id, starts[index]) }), [index], id);
      assert.equal((await log.head(id)).epoch, starts[0].epoch);
    }
  });

  await step('positions that lead nowhere are told by their reason', async () => {
    const { epoch, seq } = await log.head(agent);
    assert.deepEqual(await log.read(agent, { epoch: 'another', seq }, 1), { ok: false, reason: 'other-epoch' });
    assert.deepEqual(await log.read(agent, { epoch, seq: seq + 1e6 }, 1), { ok: false, reason: 'ahead' });
    assert.equal((await log.read('nobody-yet', { epoch, seq: 1e9 }, 1)).ok, false);
  });

  await step('followers hear of every append, those who left hear nothing', async () => {
    const { seq } = await log.head(agent);
    const heard = [];
    let onHeard = () => undefined;
    const leave = log.follow(agent, (latest) => {
      heard.push(latest);
      onHeard(latest);
    });
    const foreign = log.follow('jonas', () => assert.fail('another agent'));
    const upTo = (wanted) => new Promise((resolve) => (onHeard = (latest) => latest >= wanted && resolve()));
    const far = upTo(seq + 1);
    const end = await log.append(agent, [line(1)]);
    await within(far, 'the news');
    assert.equal(heard.at(-1), end.seq);
    leave();
    leave();
    const count = heard.length;
    await log.append(agent, [line(2)]);
    await log.head(agent);
    assert.equal(heard.length, count);
    foreign();
  });

  await step('an empty append moves nothing', async () => {
    const head = await log.head(agent);
    assert.deepEqual(await log.append(agent, []), head);
    assert.deepEqual(await log.head(agent), head);
  });

  await log.close();
}
