import { expect } from '@open-wc/testing';
import { selectAgentCommands, selectCommands, selectSession } from '../../../src/index.js';
import type { AgentWish, CommandReply, SessionStore } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const park: AgentWish = { type: 'session.park', sessionId: 'call-1' };
const hold: AgentWish = { type: 'session.hold', sessionId: 'call-1' };
const sessions = [aSession()];
const full: CommandReply = { ok: false, failure: 'at-capacity', message: 'Three are parked already.' };

/** What is shown of the commands on the call, such as `session.park pending`. */
const shown = (store: SessionStore, sessionId = 'call-1'): readonly string[] =>
  store
    .read(selectCommands(sessionId))
    .map(({ command, status, failure, message }) => [command.type, status, failure, message].filter(Boolean).join(' '));

/** A gateway's answer that is given by hand. */
function byHand(): { readonly answer: () => Promise<CommandReply>; readonly give: (reply: CommandReply) => void } {
  const waiting: ((reply: CommandReply) => void)[] = [];
  return {
    answer: () => new Promise((resolve) => waiting.push(resolve)),
    give: (reply) => waiting.shift()?.(reply),
  };
}

describe('a command', () => {
  it('is shown as pending until it is answered, and then no more', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const seen: (readonly string[])[] = [];
    store.select(selectCommands('call-1')).subscribe(() => seen.push(shown(store)));
    const reply = store.execute(park);
    expect(gateway.commands).to.deep.equal([{ ...park, commandId: 'command-1' }]);
    give({ ok: true });
    expect(await reply).to.deep.equal({ ok: true });
    expect(seen).to.deep.equal([[], ['session.park pending'], []]);
  });

  it('that failed stays, with the reason, until it is dismissed', async () => {
    const { store } = aStore({ sessions, reply: full });
    expect(await store.execute(park)).to.deep.equal(full);
    expect(shown(store)).to.deep.equal(['session.park failed at-capacity Three are parked already.']);
    store.dismiss(store.read(selectCommands('call-1'))[0]!);
    expect(shown(store)).to.deep.equal([]);
  });

  it('changes no session by itself', async () => {
    const { store } = aStore({ sessions });
    const before = store.read(selectSession('call-1'));
    await store.execute(park);
    expect(store.read(selectSession('call-1'))).to.equal(before);
  });

  it('tried again takes the place of the failed one, and of no other', async () => {
    const { store, gateway } = aStore({ sessions, reply: full });
    await store.execute(hold);
    await store.execute(park);
    gateway.answer = () => new Promise(() => undefined);
    void store.execute(park);
    expect(shown(store)).to.deep.equal([
      'session.hold failed at-capacity Three are parked already.',
      'session.park pending',
    ]);
    expect(gateway.commands.map(({ commandId }) => commandId)).to.deep.equal(['command-1', 'command-2', 'command-3']);
  });

  it('of the same kind with another content waits beside the first', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const first = store.execute({ type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' });
    void store.execute({ type: 'codes.choose', sessionId: 'call-1', secondary: 'solved' });
    expect(shown(store)).to.deep.equal(['codes.choose pending', 'codes.choose pending']);
    give({ ok: true });
    await first;
    expect(store.read(selectCommands('call-1')).map(({ command }) => command.commandId)).to.deep.equal(['command-2']);
  });

  it('that chooses codes or tags and failed after it was replaced is not shown; of others each is', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const replies = [
      store.execute({ type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' }),
      store.execute({ type: 'tags.change', sessionId: 'call-1', tags: ['a'] }),
      store.execute({ type: 'session.transfer', sessionId: 'call-1', targetServiceId: 'front-desk' }),
      store.execute({ type: 'codes.choose', sessionId: 'call-1', secondary: 'solved' }),
    ];
    void store.execute({ type: 'codes.choose', sessionId: 'call-1', primary: null });
    void store.execute({ type: 'tags.change', sessionId: 'call-1', tags: ['a', 'b'] });
    void store.execute({ type: 'session.transfer', sessionId: 'call-1', targetServiceId: 'card-line' });
    replies.forEach(() => give({ ok: false, failure: 'failed' }));
    await Promise.all(replies);
    expect(shown(store)).to.deep.equal([
      'codes.choose pending',
      'tags.change pending',
      'session.transfer pending',
      'session.transfer failed failed',
      'codes.choose failed failed',
    ]);
  });

  it('stands with its session; one about the agent with the agent', async () => {
    const { store } = aStore({ sessions, reply: full });
    await store.execute({ type: 'session.park', sessionId: '__proto__' });
    await store.execute({ type: 'session.end', sessionId: '' });
    await store.execute({ type: 'presence.change', presence: 'away' });
    expect(shown(store, '__proto__')).to.have.length(1);
    expect(shown(store, '')).to.have.length(1);
    expect(shown(store)).to.deep.equal([]);
    expect(store.read(selectAgentCommands).map(({ command }) => command.type)).to.deep.equal(['presence.change']);
  });

  const failing: readonly [string, () => Promise<CommandReply>][] = [
    [
      'throws',
      () => {
        throw new Error('No line');
      },
    ],
    ['rejects', () => Promise.reject(new Error('No line'))],
    ['answers nothing', () => Promise.resolve(undefined as unknown as CommandReply)],
    ['answers nonsense', () => Promise.resolve({ ok: 'yes' } as unknown as CommandReply)],
  ];
  for (const [what, answer] of failing) {
    it(`has failed when the gateway ${what}`, async () => {
      const { store, gateway } = aStore({ sessions });
      gateway.answer = answer;
      expect(await store.execute(park)).to.deep.equal({ ok: false, failure: 'failed' });
      expect(shown(store)).to.deep.equal(['session.park failed failed']);
    });
  }

  it('of which a store that is gone gets the answer is no matter any more', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const reply = store.execute(park);
    store.dispose();
    give(full);
    expect(await reply).to.deep.equal(full);
    expect(await store.execute(hold)).to.deep.equal({ ok: false, failure: 'failed' });
    expect(gateway.commands).to.have.length(1);
  });
});

describe('a wish that is on its way already', () => {
  it('is not sent twice; both get the one answer', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const replies = [store.execute(park), store.execute({ ...park }), store.execute(hold)];
    expect(gateway.commands.map(({ type }) => type)).to.deep.equal(['session.park', 'session.hold']);
    give(full);
    give({ ok: true });
    expect(await Promise.all(replies)).to.deep.equal([full, full, { ok: true }]);
  });

  it('is not sent twice by one who hears that it is pending either', () => {
    const { store, gateway } = aStore({ sessions, reply: 'never' });
    store.select(selectCommands('call-1')).subscribe((commands) => {
      if (commands.length > 0) void store.execute(park);
    });
    void store.execute(park);
    expect(gateway.commands).to.have.length(1);
  });

  it('is sent anew once it was answered, also by one who hears of the failure', async () => {
    const { store, gateway } = aStore({ sessions, reply: full });
    let retry: Promise<CommandReply> | undefined;
    store.select(selectCommands('call-1')).subscribe(([command]) => {
      if (command?.status !== 'failed' || retry) return;
      gateway.answer = () => Promise.resolve({ ok: true });
      retry = store.execute(park);
    });
    await store.execute(park);
    expect(await retry).to.deep.equal({ ok: true });
    expect(gateway.commands).to.have.length(2);
    expect(shown(store)).to.deep.equal([]);
  });

  it('differs from one about another session, target or code', () => {
    const { store, gateway } = aStore({ sessions, reply: 'never' });
    const wishes: readonly AgentWish[] = [
      park,
      { ...park, sessionId: 'other' },
      { type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' },
      { type: 'codes.choose', sessionId: 'call-1', primary: null },
      { type: 'tags.change', sessionId: 'call-1', tags: ['a', 'b'] },
      { type: 'tags.change', sessionId: 'call-1', tags: ['a,b'] },
    ];
    for (const wish of wishes) void store.execute(wish);
    expect(gateway.commands).to.have.length(wishes.length);
  });
});

describe('the answer to a command that is not here any more', () => {
  it('of one agent does not stand in for the same wish of another', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const before = store.execute(park);
    gateway.emit({ type: 'workspace.reset', at: NOW, agentId: 'ben' });
    const after = store.execute(park);
    give(full);
    expect(await before).to.deep.equal(full);
    expect(store.execute(park), 'still on its way').to.equal(after);
    expect(gateway.commands.map(({ commandId }) => commandId)).to.deep.equal(['command-1', 'command-2']);
    give({ ok: true });
    expect(await after).to.deep.equal({ ok: true });
  });

  it('does not show another agent what the one before had asked for', async () => {
    const { store, gateway } = aStore({ sessions });
    const { answer, give } = byHand();
    gateway.answer = answer;
    const reply = store.execute(park);
    gateway.emit({ type: 'workspace.reset', at: NOW, agentId: 'ben' });
    give(full);
    await reply;
    expect(shown(store)).to.deep.equal([]);
  });
});
