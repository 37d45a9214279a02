import { expect } from '@open-wc/testing';
import { parkFirst } from '../../../src/core/store/park-first.js';
import { selectSession } from '../../../src/index.js';
import type { AgentWish, CommandReply, SessionEvent } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im', state: 'offered' })];
const accept: AgentWish = { type: 'session.accept', sessionId: 'chat-1' };
const on = { sessionId: 'call-1', at: NOW } as const;

/** Lets everything that waits for a promise go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

function start(situation: Parameters<typeof aStore>[0] = {}): ReturnType<typeof aStore> & {
  readonly reply: Promise<CommandReply>;
  readonly sent: () => readonly string[];
} {
  const parts = aStore({ sessions, ...situation });
  const reply = parkFirst(parts.store, 'call-1', accept);
  return { ...parts, reply, sent: () => parts.gateway.commands.map(({ type }) => type) };
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
    expect(await reply).to.deep.equal(refused);
    expect(sent()).to.deep.equal(['session.park']);
  });

  it('sends no wish when parking fails, though it had failed before', async () => {
    const failure = { action: 'park', reason: 'Full', at: NOW } as const;
    const { gateway, reply, sent, store } = start({ sessions: [aSession({ failure })] });
    await settle();
    gateway.emit({ type: 'session.parking', ...on }, { type: 'session.park-failed', reason: 'Full', ...on });
    expect(await reply).to.deep.equal({ ok: false, failure: 'not-allowed' });
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
    const { store, gateway } = aStore({ sessions });
    gateway.answer = ({ type }) => {
      if (type === 'session.park') gateway.emit({ type: 'session.parked', ...on });
      return Promise.resolve({ ok: true });
    };
    expect(await parkFirst(store, 'call-1', accept)).to.deep.equal({ ok: true });
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
