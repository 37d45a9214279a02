// What becomes of sessions of Twilio while the connection, or the token, is gone.
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { TwilioPlatform } from '../../tools/platforms/twilio.mjs';
import { beginDesk, openDesk, until } from '../support/twilio-desk.mjs';

// The SDK keeps a timer for its heartbeat.
after(() => setTimeout(() => process.exit(), 200).unref());

let desk;
let recorder;
let disconnect;
const stateOf = (sid) => recorder.state.sessions.get(sid)?.state;
const statuses = () => recorder.all.filter(({ type }) => type === 'connection.changed').map(({ status }) => status);
async function start(options) {
  desk = await openDesk(options);
  ({ recorder, disconnect } = desk.connect());
}
const accept = (sessionId) =>
  desk.gateway.execute({ type: 'session.accept', sessionId, commandId: `accept ${sessionId}` });
async function accepted() {
  const sid = desk.platform.offer('chat');
  await desk.settle();
  await accept(sid);
  await desk.settle();
  return sid;
}

afterEach(async () => {
  disconnect();
  await desk.close();
});

describe('a connection of Twilio that was lost', () => {
  it('is told, and what happened meanwhile is caught up on, as nothing that happens now', async () => {
    await start();
    const { platform } = desk;
    const [kept, wrapped, gone] = [await accepted(), await accepted(), await accepted()];
    const rung = platform.offer('chat');
    await desk.settle();
    const live = recorder.live.length;
    platform.cut();
    await until(() => statuses().at(-1) === 'reconnecting');
    platform.move(wrapped, 'wrapping', { isTold: false });
    platform.move(gone, 'completed', { isTold: false });
    platform.move(rung, 'timeout', { isTold: false });
    platform.change(kept, { vip: 'yes' }, { isTold: false });
    const come = platform.offer('voice', {}, { isTold: false });
    platform.activate('WA-lunch');
    await until(() => statuses().at(-1) === 'live');
    assert.deepEqual([kept, wrapped, gone, rung, come].map(stateOf), [
      'active',
      'after-call-work',
      undefined,
      undefined,
      'offered',
    ]);
    assert.deepEqual(recorder.state.sessions.get(kept).parameters, [{ name: 'vip', state: 'value', value: 'yes' }]);
    assert.equal(recorder.state.users.get('WK0').presence.reason, 'Lunch');
    assert.deepEqual(
      recorder.live.slice(live).map(({ type }) => type),
      ['connection.changed', 'connection.changed'],
    );
  });

  it('leaves what was offered and accepted within reach: the objects are new ones', async () => {
    await start();
    const sid = desk.platform.offer('chat');
    await desk.settle();
    await desk.again();
    assert.ok((await accept(sid)).ok);
    await desk.settle();
    assert.equal(stateOf(sid), 'active');
    await desk.again();
    desk.platform.move(sid, 'wrapping');
    await desk.settle();
    assert.equal(stateOf(sid), 'after-call-work');
  });

  it('does not take an empty list on its way for the end of everything', async () => {
    await start();
    const sid = await accepted();
    let during;
    desk.platform.whileListed = async () => {
      // A command that is answered meanwhile compares.
      await desk.gateway.execute({ type: 'tags.change', sessionId: sid, tags: ['x'], commandId: 'meanwhile' });
      during = stateOf(sid);
    };
    await desk.again();
    assert.equal(during, 'active');
    assert.equal(stateOf(sid), 'active');
  });

  it('asks a server how what is gone has ended', async () => {
    const asked = [];
    await start({
      howEnded(reservation, task) {
        asked.push([reservation, task]);
        const outcome = desk.platform.ended.get(reservation);
        return outcome ? Promise.resolve(outcome) : Promise.reject(new Error('not known'));
      },
    });
    const { platform } = desk;
    const talked = await accepted();
    const rung = ['timeout', 'rejected', 'rescinded', 'canceled'].map((status) => [platform.offer('chat'), status]);
    const lost = platform.offer('chat');
    await desk.settle();
    await desk.again(() => {
      platform.move(talked, 'completed', { isTold: false });
      for (const [sid, status] of rung) platform.move(sid, status, { isTold: false });
      platform.reservations.delete(lost);
    });
    await until(() => stateOf(lost) === undefined);
    assert.equal(stateOf(talked), 'ended');
    assert.deepEqual(
      rung.map(([sid]) => recorder.state.sessions.get(sid).offerOutcome),
      ['missed', 'declined', 'taken', 'cancelled'],
    );
    assert.deepEqual(asked[0], [talked, `WT-${talked}`]);
    assert.match(recorder.rejections.join(), /not known/);
    await desk.again();
    assert.equal(asked.length, 6);
  });

  it('finds an offer that was lost while the list was on its way, where a server knows of it', async () => {
    const tokens = [];
    await start({
      pendingReservations: async () => [...desk.platform.reservations.keys()],
      newToken: async () => `token ${tokens.push('')}`,
    });
    let sid;
    desk.platform.whileListed = () => {
      sid = desk.platform.offer('chat');
      desk.platform.whileListed = undefined;
    };
    await desk.again();
    await until(() => stateOf(sid) === 'offered');
    assert.equal(tokens.length, 1);
  });

  it('tries again where the SDK could not read its list', async () => {
    await start({ newToken: async () => 'token' });
    const sid = await accepted();
    desk.platform.refusals.set('/Reservations', [429, 'Too many']);
    desk.worker.disconnect();
    desk.worker.updateToken('token');
    await until(() => desk.platform.asked.filter(({ path }) => path.endsWith('/Reservations')).length === 3);
    assert.equal(statuses().at(-1), 'reconnecting');
    desk.platform.refusals.clear();
    await until(() => statuses().at(-1) === 'live');
    assert.equal(stateOf(sid), 'active');
  });

  it('corrects what was told and is not so', async () => {
    await start();
    const sid = await accepted();
    await desk.gateway.execute({ type: 'session.end', sessionId: sid, commandId: 'end' });
    await desk.settle();
    assert.equal(stateOf(sid), 'after-call-work');
    await desk.again(() => desk.platform.move(sid, 'accepted', { isTold: false }));
    assert.equal(stateOf(sid), 'active');
    assert.ok(recorder.all.some(({ type }) => type === 'session.forgotten'));
  });
});

describe('a worker of Twilio that cannot be read', () => {
  /** One reservation among others has no version, and the SDK is not ready for any of them. */
  async function begin(options) {
    const platform = new TwilioPlatform();
    const good = platform.offer('chat');
    const odd = platform.offer('voice', {}, { sid: 'WR-odd' });
    delete platform.reservations.get(odd).version;
    desk = await beginDesk(platform, options);
    ({ recorder, disconnect } = desk.connect());
    await until(() => desk.errors.length > 0);
    return { good, odd };
  }

  it('is read again until it can be', async () => {
    const { good, odd } = await begin({ newToken: async () => 'token' });
    assert.match(recorder.rejections.join(), /Failed to initialize/);
    desk.platform.move(odd, 'timeout', { isTold: false });
    await until(() => statuses().at(-1) === 'live');
    assert.equal(stateOf(good), 'offered');
  });

  it('is said to be out of reach where nobody can try again', async () => {
    await begin();
    await until(() => statuses().at(-1) === 'offline');
    assert.match(recorder.rejections.join(), /newToken/);
  });
});

describe('a token of Twilio that runs out', () => {
  /** The SDK tells of it five seconds before the end: after it is ready again, however busy the machine is. */
  async function expire() {
    desk.platform.tokenLifetime = 6000;
    await desk.again();
    desk.platform.tokenLifetime = 3_600_000;
  }
  const lastToken = async () => {
    await desk.worker.fetchLatestVersion();
    return desk.platform.asked.at(-1).token;
  };

  it('is replaced', async () => {
    let given = 0;
    await start({ newToken: async (use) => `${use} ${(given += 1)}` });
    await expire();
    await until(() => given > 0);
    await desk.settle();
    assert.match(await lastToken(), /^taskrouter \d/);
    assert.ok(!statuses().includes('signed-out'));
  });

  it('signs the agent out where there is no other, until there is one', async () => {
    let isThere = false;
    await start({ newToken: async () => (isThere ? 'new' : Promise.reject(new Error('session over'))) });
    await expire();
    await until(() => statuses().at(-1) === 'signed-out');
    assert.match(recorder.rejections.join(), /session over/);
    const gone = new Promise((resolve) => desk.worker.once('disconnected', resolve));
    desk.platform.cut();
    await gone;
    assert.equal(statuses().at(-1), 'signed-out');
    isThere = true;
    desk.gateway.signIn();
    await until(() => statuses().at(-1) === 'live');
    assert.equal(await lastToken(), 'new');
  });

  it('is asked for again by itself: who wakes a machine is back before its network is', async () => {
    let asked = 0;
    await start({
      newToken: async () => {
        asked += 1;
        if (asked === 1) throw new TypeError('Failed to fetch');
        return 'new';
      },
    });
    await expire();
    await until(() => statuses().at(-1) === 'signed-out');
    await until(() => statuses().at(-1) === 'live');
    assert.equal(await lastToken(), 'new');
    assert.equal(asked, 2);
  });

  it('signs the agent out where nobody can give one, until the page has one', async () => {
    await start();
    await expire();
    await until(() => statuses().at(-1) === 'signed-out');
    desk.worker.updateToken('by the page');
    assert.equal(statuses().at(-1), 'live');
  });

  /** Another agent takes the place, with a call that rings. */
  const another = () =>
    desk.again(() => {
      desk.platform.reservations.clear();
      desk.platform.workerSid = 'WK7';
      desk.platform.offer('voice', {}, { sid: 'WR-theirs', isTold: false });
    });

  it('may be followed by that of another worker, whose workspace has nothing of the one before', async () => {
    const asked = [];
    await start({ howEnded: async (sid) => void asked.push(sid) });
    await accepted();
    await another();
    await desk.settle();
    assert.equal(recorder.state.workspace.agentId, 'WK7');
    assert.deepEqual([...recorder.state.sessions.keys()], ['WR-theirs']);
    assert.equal(stateOf('WR-theirs'), 'offered');
    assert.deepEqual(
      [...recorder.state.users.keys()].filter((id) => id.startsWith('WK')),
      ['WK7'],
    );
    assert.deepEqual(asked, []);
    assert.ok((await accept('WR-theirs')).ok);
    await desk.settle();
    assert.equal(stateOf('WR-theirs'), 'active');
  });

  it('may be of another worker when nobody listens', async () => {
    await start();
    await accepted();
    disconnect();
    await another();
    ({ recorder, disconnect } = desk.connect());
    await desk.settle();
    assert.equal(recorder.state.workspace.agentId, 'WK7');
    assert.deepEqual([...recorder.state.sessions.keys()], ['WR-theirs']);
  });
});
