// One agent with two tabs: each has a worker of its own at Twilio, and nobody leads.
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { beginDesk, openDesk, until } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

it('shows the same in each, and what is wanted in two at once happens once', async () => {
  const desk = await openDesk();
  const other = await beginDesk(desk.platform, {}, desk.addresses);
  await new Promise((resolve) => other.worker.once('ready', resolve));
  const desks = [desk, other];
  const tabs = desks.map((one) => one.connect());
  const states = (sid) => tabs.map(({ recorder }) => recorder.state.sessions.get(sid)?.state);
  const ask = (type, sessionId) =>
    Promise.all(desks.map(({ gateway }, tab) => gateway.execute({ type, sessionId, commandId: `${type} ${tab}` })));
  const isIn = (sid, state) => until(() => states(sid).every((own) => own === state), `${sid} is ${state} in both`);

  const sid = desk.platform.offer('chat');
  await isIn(sid, 'offered');
  const replies = await ask('session.accept', sid);
  assert.deepEqual(replies.map(({ ok }) => ok).sort(), [false, true]);
  assert.match(replies.find(({ ok }) => !ok).message, /cannot become accepted/);
  await isIn(sid, 'active');
  for (const { recorder } of tabs) {
    const connected = recorder.all.filter(({ type }) => type === 'session.connected');
    assert.equal(connected.length, 1);
  }
  const left = desk.platform.asked.length;
  desk.platform.move(sid, 'wrapping');
  await isIn(sid, 'after-call-work');
  assert.equal(desk.platform.asked.length, left, 'nobody asks for anything by himself');
  assert.deepEqual(
    tabs.map(({ recorder }) => recorder.rejections),
    [[], []],
  );
  for (const { disconnect } of tabs) disconnect();
  other.worker.disconnect();
  await desk.close();
});
