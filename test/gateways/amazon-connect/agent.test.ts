import { expect } from '@open-wc/testing';
import type { UserPresence } from '../../../src/core/model/presence.js';
import { builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { connectDesk } from '../../support/connect-desk.js';
import type { ConnectDesk } from '../../support/connect-desk.js';

const presenceOf = ({ recorder }: ConnectDesk): Omit<UserPresence, 'since'> => {
  const { since: _, ...presence } = recorder.state.users.get('maren')!.presence!;
  return presence;
};

const taken = async (desk: ConnectDesk, id: string, type: string): Promise<void> => {
  desk.platform.offer(id, type);
  await desk.settle();
  await desk.ask({ type: 'session.accept', sessionId: id });
};

describe('Amazon Connect: the agent', () => {
  it('is available, away or offline by the kind of the status, whose name is the reason', async () => {
    const desk = await connectDesk();
    expect(presenceOf(desk)).to.deep.equal({ presence: 'available' });
    await desk.ask({ type: 'presence.change', presence: 'away' });
    expect(presenceOf(desk)).to.deep.equal({ presence: 'away', reason: 'Lunch' });
    expect(desk.led()).to.deep.equal(['presence.changed']);
    desk.platform.choose('Training');
    await desk.settle();
    expect(presenceOf(desk)).to.deep.equal({ presence: 'away', reason: 'Training' });
    desk.platform.choose('Offline');
    await desk.settle();
    expect(presenceOf(desk)).to.deep.equal({ presence: 'offline' });
  });

  it('takes statuses of the instance for more presences where the host names them, and refuses what there is none for', async () => {
    const desk = await connectDesk({ presences: { busy: 'Training' } });
    await desk.ask({ type: 'presence.change', presence: 'busy' });
    expect(presenceOf(desk)).to.deep.equal({ presence: 'busy', reason: 'Training' });
    expect(await desk.ask({ type: 'presence.change', presence: 'do-not-disturb' })).to.deep.include({
      failure: 'not-allowed',
    });
    expect(presenceOf(desk).presence).to.equal('busy');
  });

  it('says what comes after the work in hand, and takes it when that is done', async () => {
    const desk = await connectDesk();
    await taken(desk, 'c1', 'chat');
    expect(await desk.ask({ type: 'presence.change', presence: 'away' })).to.deep.equal({ ok: true });
    expect(presenceOf(desk)).to.deep.equal({ presence: 'available', next: 'away', nextReason: 'Lunch' });
    expect(desk.led()).to.deep.equal(['presence.changed']);
    desk.platform.leave('c1');
    await desk.settle();
    await desk.ask({ type: 'after-call-work.finish', sessionId: 'c1' });
    expect(presenceOf(desk)).to.deep.equal({ presence: 'away', reason: 'Lunch' });
  });

  it('is made busy by calls alone, and goes back to what was chosen', async () => {
    const desk = await connectDesk();
    await taken(desk, 'c1', 'chat');
    expect(presenceOf(desk)).to.deep.equal({ presence: 'available' });
    await taken(desk, 'v1', 'voice');
    expect(presenceOf(desk)).to.deep.equal({ presence: 'busy', cause: 'connected', chosen: 'available' });
    desk.platform.leave('v1');
    await desk.settle();
    expect(presenceOf(desk)).to.deep.equal({ presence: 'busy', cause: 'after-call-work', chosen: 'available' });
    await desk.ask({ type: 'after-call-work.finish', sessionId: 'v1' });
    expect(presenceOf(desk)).to.deep.equal({ presence: 'available' });
  });

  it('is not available after a call that was not answered', async () => {
    const desk = await connectDesk();
    desk.platform.offer('v1', 'voice');
    desk.platform.offer('t1', 'task');
    await desk.settle();
    desk.platform.refuse('clearContact', 'Later', 'Later');
    desk.platform.miss('v1');
    await desk.settle();
    expect(presenceOf(desk)).to.deep.include({ presence: 'not-available', cause: 'rona', chosen: 'available' });
  });

  it('has the limits of the routing profile, and those of the configuration where they are lower', async () => {
    const userOf = async (users: readonly object[]): Promise<unknown> => {
      const desk = await connectDesk({ configuration: { ...builtInConfiguration, users } });
      return desk.recorder.state.workspace.configuration?.users.get('maren');
    };
    const perModality = { 'audio-video': 2, im: 3, email: 2, external: 5 };
    expect(await userOf([])).to.deep.equal({
      ...{ id: 'maren', name: 'Maren Holt', companionLicence: false },
      modalities: ['audio-video', 'im', 'email', 'external'],
      taskParallelization: { enabled: true, total: 12, perModality },
    });
    const own = {
      id: 'maren',
      name: 'Maren',
      companionLicence: true,
      taskParallelization: { enabled: true, total: 4 },
    };
    expect(await userOf([own])).to.deep.include({
      ...{ name: 'Maren', companionLicence: true },
      taskParallelization: { enabled: true, total: 4, perModality },
    });
  });

  it('hears of other limits while it works', async () => {
    const desk = await connectDesk();
    desk.platform.concurrency = { ...desk.platform.concurrency, VOICE: 0, CHAT: 1 };
    desk.platform.update();
    await desk.settle();
    const user = desk.recorder.state.workspace.configuration?.users.get('maren');
    expect(user?.modalities).to.deep.equal(['im', 'email', 'external']);
    expect(user?.taskParallelization.perModality).to.deep.equal({ im: 1, email: 2, external: 5 });
  });

  it('is told why a configuration cannot be used, and works all the same', async () => {
    const desk = await connectDesk({ configuration: { version: 2 } });
    expect(desk.recorder.all.find(({ type }) => type === 'configuration.rejected')).to.have.nested.property(
      'problems[0].path',
    );
    await taken(desk, 'c1', 'chat');
    expect(desk.sessionOf('c1')?.state).to.equal('active');
  });
});
