import { expect, html } from '@open-wc/testing';
import '../../src/components/connection-status/connection-status.define.js';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { connectionWords } from '../../src/localize/en/connection-status.js';
import { SettledNews } from '../../src/components/connection-status/settled-news.js';
import { FakeInterval } from '../support/fake-interval.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import type { ConnectionStatus, SessionEvent } from '../../src/index.js';
import { aGateway, aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const status = (name: ConnectionStatus, at = NOW): Extract<SessionEvent, { type: 'connection.changed' }> => ({
  type: 'connection.changed',
  status: name,
  at,
});
const element = html`<connection-status></connection-status>`;

describe('connection-status', () => {
  const words: readonly [ConnectionStatus, string, boolean][] = [
    ['live', 'Live', false],
    ['reconnecting', 'Reconnecting', true],
    ['offline', 'Offline', true],
    ['signed-out', 'Signed out', true],
  ];
  for (const [name, word, isStale] of words) {
    it(`shows ${name} with an icon and a word${isStale ? ', and as of when' : ''}`, async () => {
      const { provider } = await mount(element, { facts: [status(name, NOW - 60_000)] });
      expect(textOf(find(provider, '.word'))).to.equal(word);
      expect(findAll(provider, '.word svg')).to.have.length(1);
      expect(findAll(provider, '.quiet').map(textOf).join()).to.match(isStale ? /^as of .+/ : /^$/);
      await expect(provider).to.be.accessible();
    });
  }

  it('says of somebody who is signed in and no agent that this is so, and lets another one sign in', async () => {
    const { provider, gateway } = await mount(element, new ScriptedGateway([status('signed-out')]));
    await happens(gateway, { ...status('signed-out'), reason: 'not-an-agent' });
    expect(textOf(find(provider, '.word'))).to.equal('No workspace');
    expect(textOf(find(provider, '.notice'))).to.equal(`${connectionWords.whyNotAnAgent} Sign in`);
    await expect(provider).to.be.accessible();
    await happens(gateway, status('signed-out'));
    expect(textOf(find(provider, '.word'))).to.equal('Signed out');
    expect(textOf(find(provider, '.notice'))).to.equal(`${connectionWords.signedOut} Sign in`);
  });

  it('shows nothing while nobody speaks of the connection', async () => {
    const { provider } = await mount(element);
    expect(findAll(provider, '.status')).to.have.length(0);
  });

  it('is as of nothing before there was anything to show', async () => {
    const { provider } = await mount(element, new ScriptedGateway([status('signed-out')]));
    expect(textOf(find(provider, '.word'))).to.equal('Signed out');
    expect(findAll(provider, '.quiet')).to.have.length(0);
  });

  it('follows the connection', async () => {
    const { provider, gateway } = await mount(element, { facts: [status('live')] });
    await happens(gateway, status('reconnecting'));
    expect(textOf(find(provider, '.word'))).to.equal('Reconnecting');
    await happens(gateway, status('live'));
    expect(textOf(find(provider, '.word'))).to.equal('Live');
  });

  it('tells what could not be sent last time, until it is dismissed or it is news again', async () => {
    const { provider, gateway } = await mount(element, { facts: [{ ...status('live'), discarded: 2 }] });
    const notice = (): readonly string[] => findAll(provider, '[role="alert"] span').map(textOf);
    const two = connectionWords.discarded(2);
    expect(notice()).to.deep.equal([two]);
    await happens(gateway, { ...status('reconnecting'), discarded: 2 }, { ...status('live'), discarded: 2 });
    expect(notice()).to.deep.equal([two]);
    await expect(provider).to.be.accessible();
    find(provider, '[role="alert"] button').click();
    await settled(provider);
    expect(notice()).to.deep.equal([]);
    await happens(gateway, status('live'));
    await happens(gateway, { ...status('live'), discarded: 2 });
    expect(notice(), 'of another sign-in').to.deep.equal([two]);
    await happens(gateway, { ...status('live'), discarded: 1 });
    expect(notice()).to.deep.equal([connectionWords.discarded(1)]);
  });

  it('asks the host before the agent signs in, then the gateway', async () => {
    let signIns = 0;
    const gateway = Object.assign(aGateway({ facts: [status('signed-out')] }), { signIn: () => (signIns += 1) });
    const { provider } = await mount(element, gateway);
    find(provider, 'button').click();
    expect(signIns).to.equal(1);
    provider.addEventListener('session-sign-in', (event) => {
      event.preventDefault();
    });
    find(provider, 'button').click();
    expect(signIns).to.equal(1);
  });
});

describe('a connection that has never been', () => {
  let interval: FakeInterval;
  beforeEach(() => {
    interval = new FakeInterval();
  });
  afterEach(() => {
    interval.restore();
  });

  const notice = (root: ParentNode): string => findAll(root, '.notice').map(textOf).join();
  const reset: SessionEvent = { type: 'workspace.reset', agentId: 'ana', at: NOW };

  it('says so when that takes long, until there is one', async () => {
    const gateway = new ScriptedGateway([status('connecting')]);
    const { provider } = await mount(element, gateway);
    gateway.time += 7999;
    interval.tick();
    await settled(provider);
    expect(notice(provider)).to.equal('');
    gateway.time += 1;
    interval.tick();
    await settled(provider);
    expect(notice(provider)).to.equal(connectionWords.notYet);
    await expect(provider).to.be.accessible();
    await happens(gateway, reset);
    expect(notice(provider)).to.equal('');
    await happens(gateway, status('live'));
    expect(interval.running, 'timers').to.equal(0);
  });

  it('says so of one that was lost before it told anything, too', async () => {
    const gateway = new ScriptedGateway([status('reconnecting', NOW - 60_000)]);
    const { provider } = await mount(element, gateway);
    expect(notice(provider)).to.equal(connectionWords.notYet);
    provider.remove();
    expect(interval.running, 'timers').to.equal(0);
  });

  it('says at once that the device has no network', async () => {
    const gateway = new ScriptedGateway([status('offline')]);
    const { provider } = await mount(element, gateway);
    expect(notice(provider)).to.equal(connectionWords.noNetwork);
    await happens(gateway, status('connecting'));
    expect(notice(provider)).to.equal('');
  });

  it('is nothing that is said of one that was there before', async () => {
    const { provider, gateway } = await mount(element, { facts: [status('live')] });
    await happens(gateway, status('offline', NOW - 60_000));
    expect(notice(provider)).to.equal('');
    await happens(gateway, status('reconnecting', NOW - 60_000));
    expect(notice(provider)).to.equal('');
  });
});

describe('what is spoken of the connection', () => {
  function announcer(): { readonly time: ManualScheduler; readonly said: string[]; readonly announcer: SettledNews } {
    const time = new ManualScheduler();
    const said: string[] = [];
    return { time, said, announcer: new SettledNews((sentence) => said.push(sentence), time) };
  }

  it('says a change once, when it has lasted', () => {
    const { time, said, announcer: own } = announcer();
    own.tell('live', true);
    own.tell('lost', false);
    time.advance(1999);
    expect(said).to.deep.equal([]);
    time.advance(1);
    own.tell('lost', false);
    time.advance(60_000);
    expect(said).to.deep.equal(['lost']);
  });

  it('says nothing of a short loss, and nothing of the beginning', () => {
    const { time, said, announcer: own } = announcer();
    own.tell('live', true);
    time.advance(10_000);
    own.tell('lost', false);
    time.advance(1500);
    own.tell('live', true);
    time.advance(60_000);
    expect(said).to.deep.equal([]);
  });

  it('says that it is lost from the beginning, and not if it is live before that', () => {
    const { time, said, announcer: own } = announcer();
    own.tell('lost', false);
    time.advance(1500);
    own.tell('live', true);
    time.advance(60_000);
    expect(said).to.deep.equal([]);
    const { time: later, said: saidLater, announcer: other } = announcer();
    other.tell('signed out', false);
    other.tell('signed out', false);
    later.advance(2000);
    expect(saidLater).to.deep.equal(['signed out']);
    other.tell('live', true);
    later.advance(2000);
    expect(saidLater).to.deep.equal(['signed out', 'live']);
  });

  it('speaks at most twice a minute of a connection that flaps, and ends with how it is', () => {
    const { time, said, announcer: own } = announcer();
    own.tell('live', true);
    for (let flap = 0; flap < 10; flap += 1) {
      own.tell('lost', false);
      time.advance(3000);
      own.tell('live', true);
      time.advance(3000);
    }
    expect(said.length).to.be.at.most(2);
    own.tell('lost', false);
    time.advance(60_000);
    expect(said.at(-1)).to.equal('lost');
  });
});

describe('commands while the connection is lost', () => {
  it('say that they will be sent', async () => {
    const content = html`<agent-presence></agent-presence><session-controls session-id="call-1"></session-controls>`;
    const { provider, gateway, store } = await mount(content, { sessions: [aSession()], facts: [status('offline')] });
    gateway.answer = () => new Promise(() => undefined);
    void store.execute({ type: 'presence.change', presence: 'away' });
    void store.execute({ type: 'session.hold', sessionId: 'call-1' });
    await settled();
    const said = (): string[] =>
      findAll(provider, '[role="status"]')
        .map(textOf)
        .filter((text) => text !== '');
    expect(said()).to.deep.equal(['Will be sent when connected', 'Will be sent when connected']);
    await happens(gateway, status('live'));
    expect(said()).to.deep.equal(['Saving']);
  });
});

describe('older sessions', () => {
  const list = html`<sessions-list></sessions-list>`;
  const withOlder = (older: () => Promise<boolean>): ScriptedGateway & { older: () => Promise<boolean> } =>
    Object.assign(aGateway({ sessions: [anEndedSession()] }), { older });

  it('are not offered where there are none', async () => {
    const { provider } = await mount(list, { sessions: [anEndedSession()] });
    expect(findAll(provider, '.older')).to.have.length(0);
  });

  it('come page by page, until there are no more', async () => {
    let pages = 2;
    const gateway = withOlder(() => {
      pages -= 1;
      gateway.deliver(
        [{ type: 'session.snapshot', at: NOW, session: anEndedSession({ id: `old-${String(pages)}` }) }],
        'replay',
      );
      return Promise.resolve(pages > 0);
    });
    const { provider } = await mount(list, gateway);
    find(provider, '.older button').click();
    await settled();
    find(provider, '.older button').click();
    await settled();
    expect(findAll(provider, '.row')).to.have.length(3);
    expect(findAll(provider, '.older')).to.have.length(0);
  });

  it('say that they could not be loaded, and can be asked for again', async () => {
    let answer = (): Promise<boolean> => Promise.reject(new Error('no network'));
    const gateway = withOlder(() => answer());
    const { provider } = await mount(list, gateway);
    find(provider, '.older button').click();
    await settled();
    expect(textOf(find(provider, '.older [role="alert"]'))).to.equal('Older sessions could not be loaded.');
    answer = () => Promise.resolve(false);
    find(provider, '.older button').click();
    await settled();
    expect(findAll(provider, '.older')).to.have.length(0);
  });

  it('are asked for once, however often the agent clicks', async () => {
    let asked = 0;
    const gateway = withOlder(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    const { provider } = await mount(list, gateway);
    find(provider, '.older button').click();
    await settled();
    find(provider, '.older button').click();
    expect(asked).to.equal(1);
    expect(find(provider, '.older button').ariaDisabled).to.equal('true');
  });

  it('are offered anew after everything was caught up on', async () => {
    const gateway = withOlder(() => Promise.resolve(false));
    const { provider } = await mount(list, gateway);
    find(provider, '.older button').click();
    await settled();
    gateway.deliver([{ type: 'workspace.reset', at: NOW, agentId: 'ana' }], 'replay');
    await settled();
    expect(findAll(provider, '.older')).to.have.length(1);
  });
});
