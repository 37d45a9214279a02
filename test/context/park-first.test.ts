import { expect } from '@open-wc/testing';
import { perform } from '../../src/context/acts/acts.js';
import { selectSession } from '../../src/index.js';
import type { AgentWish, CommandReply, SessionEvent, SessionStore } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aWorkspace } from '../support/a-workspace.js';

const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im', state: 'offered' })];
const accept: AgentWish = { type: 'session.accept', sessionId: 'chat-1' };
const on = { sessionId: 'call-1', at: NOW } as const;

/** Lets everything that waits for a promise go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

function start(situation: Parameters<typeof aWorkspace>[0] = {}): ReturnType<typeof aWorkspace> & {
  readonly store: SessionStore;
  readonly reply: Promise<CommandReply> | undefined;
  readonly sent: () => readonly string[];
} {
  const parts = aWorkspace({ sessions, ...situation });
  const reply = perform(parts.workspace, parts.provider, accept);
  return { ...parts, store: parts.workspace.store, reply, sent: () => parts.gateway.commands.map(({ type }) => type) };
}

describe('parking first', () => {
  it('sends the wish when the session has left the conversation, and not before', async () => {
    const { gateway, reply, sent } = start();
    await settle();
    gateway.emit({ type: 'session.parking', ...on });
    await settle();
    expect(sent()).to.deep.equal(['session.park']);
    gateway.emit({ type: 'session.parked', ...on });
    expect(await reply).to.deep.equal({ ok: true });
    expect(sent()).to.deep.equal(['session.park', 'session.accept']);
  });

  const ways: readonly [string, SessionEvent][] = [
    ['has ended meanwhile', { type: 'session.ended', ...on }],
    ['is gone', { type: 'session.removed', ...on }],
  ];
  for (const [what, fact] of ways) {
    it(`sends the wish when the session ${what}`, async () => {
      const { gateway, reply, sent } = start();
      await settle();
      gateway.emit(fact);
      expect(await reply).to.deep.equal({ ok: true });
      expect(sent()).to.deep.equal(['session.park', 'session.accept']);
    });
  }

  it('only waits for a session that is on its way aside already', async () => {
    const { gateway, reply, sent } = start({ sessions: [aSession({ state: 'parking' })] });
    await settle();
    expect(sent()).to.deep.equal([]);
    gateway.emit({ type: 'session.parked', ...on });
    expect(await reply).to.deep.equal({ ok: true });
    expect(sent()).to.deep.equal(['session.accept']);
  });

  it('takes back a session that is on its way into the conversation', async () => {
    const { gateway, reply, sent } = start({ sessions: [aSession({ state: 'unparking' })] });
    await settle();
    expect(sent()).to.deep.equal(['session.park']);
    gateway.emit({ type: 'session.parked', ...on });
    expect(await reply).to.deep.equal({ ok: true });
    expect(sent()).to.deep.equal(['session.park', 'session.accept']);
  });

  it('sends no wish when parking is refused', async () => {
    const refused: CommandReply = { ok: false, failure: 'at-capacity' };
    const { reply, sent } = start({ reply: refused });
    expect(await reply).to.deep.equal({ ...refused, notParked: 'call-1' });
    expect(sent()).to.deep.equal(['session.park']);
  });

  it('sends no wish when parking fails, though it had failed before', async () => {
    const failure = { action: 'park', reason: 'Full', at: NOW } as const;
    const { gateway, reply, sent, store } = start({ sessions: [aSession({ failure })] });
    await settle();
    gateway.emit({ type: 'session.parking', ...on }, { type: 'session.park-failed', reason: 'Full', ...on });
    expect(await reply).to.deep.equal({ ok: false, failure: 'not-allowed', message: 'Full', notParked: 'call-1' });
    expect(sent()).to.deep.equal(['session.park']);
    expect(store.read(selectSession('call-1'))?.failure?.reason).to.equal('Full');
  });

  it('does not take an old failure for a new one', async () => {
    const failure = { action: 'park', reason: 'Full', at: NOW } as const;
    const { gateway, reply, sent } = start({ sessions: [aSession({ failure })] });
    await settle();
    gateway.emit({ type: 'session.parking', ...on }, { type: 'session.parked', ...on });
    expect(await reply).to.deep.equal({ ok: true });
    expect(sent()).to.deep.equal(['session.park', 'session.accept']);
  });

  it('notices what was told before the answer came', async () => {
    const { workspace, provider, gateway } = aWorkspace({ sessions });
    gateway.answer = ({ type }) => {
      if (type === 'session.park') gateway.emit({ type: 'session.parked', ...on });
      return Promise.resolve({ ok: true });
    };
    expect(await perform(workspace, provider, accept)).to.deep.equal({ ok: true });
  });

  for (const [when, answers] of [
    ['while the session is being parked', true],
    ['before the answer came', false],
  ] as const)
    it(`sends no wish of an agent in the place of whom another signs in ${when}`, async () => {
      const { workspace, provider, gateway } = aWorkspace({ sessions });
      let answer: (reply: CommandReply) => void = () => undefined;
      gateway.answer = () => (answers ? Promise.resolve({ ok: true }) : new Promise((resolve) => (answer = resolve)));
      const reply = perform(workspace, provider, accept);
      await settle();
      gateway.emit(
        { type: 'workspace.reset', agentId: 'somebody-else', at: NOW },
        ...sessions.map((session) => ({ type: 'session.snapshot', session: { ...session }, at: NOW }) as const),
        { type: 'session.parked', ...on },
      );
      answer({ ok: true });
      expect(await reply).to.deep.equal({ ok: false, failure: 'not-allowed' });
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park']);
    });

  it('sends nothing more when the store is gone', async () => {
    const { store, reply, sent } = start();
    await settle();
    store.dispose();
    expect(await reply).to.deep.equal({ ok: false, failure: 'failed' });
    expect(sent()).to.deep.equal(['session.park']);
  });

  it('leaves no subscription behind', async () => {
    const { store, gateway, reply } = start();
    await settle();
    expect(store.subscriptions).to.equal(1);
    gateway.emit({ type: 'session.parked', ...on });
    await reply;
    expect(store.subscriptions).to.equal(0);
  });
});
