// Whatever happens at Twilio, in whatever order: in the end the store shows what the platform says.
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import fc from 'fast-check';
import { openDesk } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

const HISTORIES = 200;
const OUTCOME = { timeout: 'missed', rejected: 'declined', rescinded: 'taken', canceled: 'cancelled' };
const PRESENCE = { Available: 'available', Lunch: 'away', Offline: 'offline' };
const STATES = { pending: ['offered'], accepted: ['active', 'held'], wrapping: ['after-call-work'] };
/** To where the platform may bring a reservation. */
const NEXT = {
  pending: ['timeout', 'rejected', 'rescinded', 'canceled', 'accepted'],
  accepted: ['wrapping', 'completed', 'canceled'],
  wrapping: ['completed'],
};
const WISHES = [
  ['session.accept', {}],
  ['session.decline', {}],
  ['session.hold', {}],
  ['session.resume', {}],
  ['session.end', {}],
  ['after-call-work.finish', {}],
  ['session.transfer', { targetServiceId: 'loans' }],
  ['session.transfer', { targetUserId: 'WK1' }],
  ['tags.change', { tags: ['a', 'b'] }],
  ['codes.choose', { primary: 'solved' }],
  ['codes.choose', { primary: null }],
];

const any = fc.nat(99);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('offer'), which: any }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('accept'), which: any }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('wish'), which: any, how: any }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('move'), which: any, how: any }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('transfer'), which: any, how: any }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('change'), which: any, value: fc.string() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('activate'), which: any }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('capacity'), which: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('settle') }) },
);
const history = fc.array(
  fc.oneof({ weight: 12, arbitrary: step }, { weight: 1, arbitrary: fc.array(step, { maxLength: 6 }) }),
  { minLength: 5, maxLength: 25 },
);

const pick = (list, which) => list[which % list.length];

/** Carries one step out. What happens during an outage is not told. */
function happen(desk, { act, which = 0, how = 0, value }, isTold, notes) {
  const { platform } = desk;
  if (act === 'offer') {
    platform.offer(pick(['chat', 'voice', 'fax'], which), { n: which, product: { name: 'loan' } }, { isTold });
    return;
  }
  if (act === 'activate') platform.activate(pick(['WA-on', 'WA-lunch', 'WA-off'], which));
  if (act === 'capacity') platform.capacity('chat', which);
  const sid = pick([...platform.reservations.keys()], which);
  if (sid === undefined) return;
  const { reservation_status: status, active_outgoing_task_transfer: running } = platform.reservations.get(sid);
  switch (act) {
    case 'accept':
    case 'wish': {
      if (!isTold) return;
      const [type, rest] = act === 'accept' ? ['session.accept', {}] : pick(WISHES, how);
      notes.replies.push(
        desk.gateway.execute({ type, sessionId: sid, commandId: `c${notes.replies.length}`, ...rest }),
      );
      return;
    }
    case 'move': {
      const next = pick(NEXT[status], how);
      if (status === 'pending' && isTold) notes.outcomes.set(sid, OUTCOME[next]);
      platform.move(sid, next, { isTold });
      return;
    }
    case 'transfer':
      if (!running) return;
      platform.transfer(sid, 'WQ-loans', pick(['failed', 'complete'], how), 'COLD', isTold);
      // Whoever has handed a task on has it no longer.
      if (how % 2 === 1) platform.move(sid, pick(['wrapping', 'completed'], which), { isTold });
      return;
    case 'change':
      platform.change(sid, { n: value, deep: { er: [value] } }, { isTold });
  }
}

async function live(steps, lag) {
  const desk = await openDesk();
  desk.platform.lag = lag;
  const { recorder } = desk.connect();
  const notes = { replies: [], outcomes: new Map() };
  try {
    for (const one of steps) {
      if (Array.isArray(one)) {
        // A reply that comes during the outage belongs to what happened before it.
        await desk.settle();
        await desk.again(() => one.forEach((inner) => happen(desk, inner, false, notes)));
      } else if (one.act === 'settle') await desk.settle();
      else happen(desk, one, true, notes);
    }
    await desk.settle();
    await desk.settle();
    compare(desk, recorder, notes);
    const { recorder: late } = desk.connect();
    compare(desk, late, notes);
  } finally {
    await desk.close();
  }
}

function compare({ platform, worker }, { state, rejections, unusable }, { outcomes }) {
  for (const [
    sid,
    { reservation_status: status, task, active_outgoing_task_transfer: transfer },
  ] of platform.reservations) {
    const session = state.sessions.get(sid);
    const isRunning = status === 'accepted' && transfer !== undefined;
    assert.ok(session, `${sid} is not there`);
    assert.ok(
      (isRunning ? ['transferring'] : STATES[status]).includes(session.state),
      `${sid} is ${status}, and shown as ${session.state}`,
    );
    const attributes = JSON.parse(task.attributes);
    const shown = session.parameters.find(({ name }) => name === 'n');
    const blank = String(attributes.n).trim() === '';
    assert.equal(shown.value, blank ? undefined : String(attributes.n), sid);
    assert.deepEqual(session.tags, attributes.conversations?.tags ?? []);
    assert.equal(session.primaryCode, attributes.conversations?.outcome ?? undefined);
  }
  for (const [sid, session] of state.sessions) {
    if (platform.reservations.has(sid)) continue;
    assert.equal(session.state, 'ended', `${sid} is over`);
    const outcome = outcomes.get(sid);
    if (session.times.accepted === undefined && outcome) assert.equal(session.offerOutcome, outcome, sid);
  }
  assert.equal(state.users.get('WK0').presence.presence, PRESENCE[worker.activity.name]);
  assert.equal(
    state.workspace.configuration.users.get('WK0').taskParallelization.perModality.im,
    [...worker.channels.values()].find(({ taskChannelUniqueName }) => taskChannelUniqueName === 'chat').capacity,
  );
  assert.deepEqual([rejections, unusable], [[], []]);
}

it(`shows what the platform says after each of ${HISTORIES} histories`, { timeout: 300_000 }, async () => {
  await fc.assert(fc.asyncProperty(history, fc.constantFrom(0, 0, 8), live), {
    numRuns: HISTORIES,
    interruptAfterTimeLimit: 250_000,
  });
});
