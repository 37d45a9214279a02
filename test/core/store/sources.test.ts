import { expect } from '@open-wc/testing';
import {
  combineSources,
  createSessionStore,
  selectAcceptance,
  selectAgentCommands,
  selectCapacity,
  selectCommands,
  selectConfiguration,
  selectConnection,
  selectConnectionOf,
  selectConnections,
  selectDiagnostics,
  selectOfSource,
  selectRoster,
  selectSelectedId,
  selectServiceOf,
  selectSession,
  selectTranscript,
  selectUser,
  selectWidgets,
  selectWorkspace,
  selectWorkspaceOf,
  silentLogger,
} from '../../../src/index.js';
import type { Gateway, GatewayReceiver, SessionCommand, SessionEvent, SessionStore } from '../../../src/index.js';
import { builtInConfiguration } from '../../../src/gateways/in-memory/built-in-configuration.js';
import { aDocument, aGateway, aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { Centre } from '../../support/centre.js';

const HOUR = 3_600_000;

function storeOf(gateways: Readonly<Record<string, Gateway>>): SessionStore {
  let commands = 0;
  return createSessionStore({
    gateway: combineSources(gateways),
    clock: { now: () => NOW },
    logger: silentLogger,
    newId: () => `command-${String((commands += 1))}`,
  });
}

/** A bank and a shop, each with a chat of the same id. */
function twoCentres(): { readonly bank: Centre; readonly shop: Centre; readonly store: SessionStore } {
  const bank = new Centre();
  const shop = new Centre();
  bank.chat('s1');
  shop.chat('s1');
  return { bank, shop, store: storeOf({ bank, shop }) };
}

const everythingOf = (store: SessionStore, source: string): readonly unknown[] => [
  store.read(selectSession(`${source}/s1`)),
  store.read(selectTranscript(`${source}/s1`)),
  store.read(selectUser(`${source}/maren`)),
  store.read(selectCommands(`${source}/s1`)),
  store.read(selectOfSource(source, selectConfiguration)),
];

const unanswered = (): Promise<never> => new Promise(() => undefined);

describe('two sources in one store', () => {
  it('may use the same ids: each session, transcript and user is there, and names its source', () => {
    const { bank, shop, store } = twoCentres();
    bank.backend.tell([{ type: 'presence.changed', userId: 'maren', presence: 'away' }]);
    shop.backend.tell([{ type: 'presence.changed', userId: 'maren', presence: 'busy' }]);
    expect(store.read(selectRoster).active).to.have.members(['bank/s1', 'shop/s1']);
    for (const [source, presence] of [
      ['bank', 'away'],
      ['shop', 'busy'],
    ] as const) {
      expect(store.read(selectSession(`${source}/s1`))).to.include({ id: `${source}/s1`, source });
      expect(store.read(selectTranscript(`${source}/s1`)).length).to.equal(1);
      expect(store.read(selectUser(`${source}/maren`))?.presence?.presence).to.equal(presence);
    }
  });

  it('tell of themselves: whose workspace, by which configuration, and whether it is there', () => {
    const bank = new Centre();
    const shop = new Centre({ agentId: 'idris', configuration: { version: 0 } });
    const store = storeOf({ bank, shop });
    const { sources, ...whole } = store.read(selectWorkspace);
    expect([...(sources ?? [])].map(([name, { agentId }]) => [name, agentId])).to.deep.equal([
      ['bank', 'bank/maren'],
      ['shop', 'shop/idris'],
    ]);
    expect(whole).to.include({ isConnected: true, agentId: 'bank/maren' });
    expect(whole.configurationProblems.map(({ path }) => path)[0]).to.match(/^shop: /);
    expect(sources?.get('shop')?.configuration).to.equal(undefined);
  });

  it('configure their own sessions: services and widgets of the one do not become those of the other', () => {
    const bank = new Centre();
    const shop = new Centre({
      configuration: { ...aDocument, services: [{ ...aDocument.services[0], id: 'orders', name: 'Shop Orders' }] },
    });
    bank.chat('s1');
    shop.chat('s1');
    const store = storeOf({ bank, shop });
    expect(store.read(selectServiceOf('bank/s1'))?.name).to.not.equal('Shop Orders');
    expect(store.read(selectServiceOf('shop/s1'))?.name).to.equal('Shop Orders');
    expect(store.read(selectWidgets('shop/s1')).present).to.not.deep.equal(
      store.read(selectWidgets('bank/s1')).present,
    );
    expect(store.read(selectWorkspaceOf('shop/s1')).configuration?.tenant.name).to.equal('Lakeside Bank');
  });

  it('keep the configuration as a whole the same while nothing in any of them changes', () => {
    const { shop, store } = twoCentres();
    const configuration = store.read(selectConfiguration);
    expect(configuration?.users.get('shop/idris')?.name).to.equal('Idris Bello');
    shop.backend.tell([{ type: 'workspace.reset', agentId: 'maren' }]);
    expect(store.read(selectConfiguration)).to.equal(configuration);
    shop.backend.configure({ ...builtInConfiguration, users: [{ id: 'idris', name: 'Idris B.' }] });
    expect(store.read(selectConfiguration)?.users.get('shop/idris')?.name).to.equal('Idris B.');
  });

  it('end with their store', () => {
    const { bank, shop, store } = twoCentres();
    store.dispose();
    expect([bank.isConnected, shop.isConnected]).to.deep.equal([false, false]);
  });
});

describe('a transfer to a person', () => {
  it('loses the name of its source on the way out, and gets it back on the way in', async () => {
    const { bank, store } = twoCentres();
    const pending: unknown[] = [];
    await store.execute({ type: 'session.transfer', sessionId: 'bank/s1', targetUserId: 'bank/idris' });
    expect(bank.commands.at(-1)).to.deep.include({ sessionId: 's1', targetUserId: 'idris' });
    const combined = combineSources({
      bank: {
        connect(receiver: GatewayReceiver) {
          receiver.pending(
            { type: 'session.transfer', sessionId: 's1', targetUserId: 'idris', commandId: 'c' },
            Promise.resolve({ ok: true }),
          );
          return () => undefined;
        },
        execute: () => Promise.resolve({ ok: true }),
      },
    });
    combined.connect({
      facts: () => undefined,
      rejected: () => undefined,
      pending: (command) => pending.push(command),
    });
    expect(pending[0]).to.deep.include({ sessionId: 'bank/s1', targetUserId: 'bank/idris' });
  });
});

describe('a source that reconnects', () => {
  it('forgets only its own: sessions, transcripts, users and what was asked for elsewhere are the very same', () => {
    const { bank, shop, store } = twoCentres();
    bank.execute = shop.execute = unanswered;
    store.look('bank/s1');
    void store.execute({ type: 'session.park', sessionId: 'bank/s1' });
    void store.execute({ type: 'session.park', sessionId: 'shop/s1' });
    const before = everythingOf(store, 'bank');
    const delivered: unknown[] = [];
    store.select(selectSession('bank/s1')).subscribe((session) => delivered.push(session));
    shop.backend.end('s1', 'voicemail');
    shop.backend.tell([{ type: 'session.removed', sessionId: 's1' }]);
    shop.chat('s2');
    shop.reconnect();
    expect(everythingOf(store, 'bank')).to.deep.equal(before);
    for (const [at, value] of everythingOf(store, 'bank').entries()) expect(value).to.equal(before[at]);
    expect(delivered).to.have.length(1);
    expect(store.read(selectSelectedId)).to.equal('bank/s1');
    expect(store.read(selectRoster).active).to.have.members(['bank/s1', 'shop/s2']);
    expect(store.read(selectOfSource('bank', selectCapacity()))?.total.used).to.equal(1);
    expect(store.read(selectCapacity())?.total.used).to.equal(2);
  });

  it('keeps what its own agent looks at and asked for', () => {
    const { shop, store } = twoCentres();
    shop.execute = unanswered;
    store.look('shop/s1');
    void store.execute({ type: 'session.park', sessionId: 'shop/s1' });
    shop.reconnect();
    expect(store.read(selectSelectedId)).to.equal('shop/s1');
    expect(store.read(selectSession('shop/s1'))?.isSelected).to.equal(true);
    expect(store.read(selectCommands('shop/s1'))).to.have.length(1);
  });

  it('brings no effect, and none of the other’s', () => {
    const { shop, store } = twoCentres();
    const effects: string[] = [];
    store.effects$.subscribe(({ type, session }) => effects.push(`${type} ${session.id}`));
    shop.reconnect();
    shop.backend.hangUp('s1');
    expect(effects).to.deep.equal(['session-ended shop/s1']);
  });
});

describe('another agent at one source', () => {
  it('finds nothing that was looked at or asked for there; what was asked for elsewhere stays', () => {
    const { bank, shop, store } = twoCentres();
    bank.execute = shop.execute = unanswered;
    store.look('shop/s1');
    void store.execute({ type: 'session.park', sessionId: 'bank/s1' });
    void store.execute({ type: 'session.park', sessionId: 'shop/s1' });
    shop.signInAs('idris');
    expect(store.read(selectSelectedId)).to.equal(undefined);
    expect(store.read(selectCommands('shop/s1'))).to.deep.equal([]);
    expect(store.read(selectCommands('bank/s1'))).to.have.length(1);
    expect(store.read(selectOfSource('shop', selectWorkspace)).agentId).to.equal('shop/idris');
    expect(store.read(selectWorkspace).agentId).to.equal('bank/maren');
  });

  it('leaves the look at a session of the other', () => {
    const { shop, store } = twoCentres();
    store.look('bank/s1');
    shop.signInAs('idris');
    expect(store.read(selectSelectedId)).to.equal('bank/s1');
  });

  it('may ask for the same as the one before; elsewhere it is still underway', () => {
    const { bank, shop, store } = twoCentres();
    const asked: string[] = [];
    for (const [name, centre] of Object.entries({ bank, shop }))
      centre.execute = ({ type }) => {
        asked.push(`${name} ${type}`);
        return unanswered();
      };
    const ask = (): void => {
      for (const sessionId of ['bank/s1', 'shop/s1']) void store.execute({ type: 'session.park', sessionId });
    };
    ask();
    shop.signInAs('idris');
    ask();
    expect(asked).to.deep.equal(['bank session.park', 'shop session.park', 'shop session.park']);
  });
});

describe('a command', () => {
  it('goes to the source of its session, by the id that the source knows', async () => {
    const { bank, shop, store } = twoCentres();
    const reply = await store.execute({ type: 'tags.change', sessionId: 'shop/s1', tags: ['vip'] });
    expect(reply).to.deep.equal({ ok: true });
    expect(bank.commands).to.deep.equal([]);
    expect(shop.commands).to.deep.equal([
      { type: 'tags.change', sessionId: 's1', tags: ['vip'], commandId: 'command-1' },
    ]);
    expect(store.read(selectSession('shop/s1'))?.tags).to.deep.equal(['vip']);
    expect(store.read(selectSession('bank/s1'))?.tags).to.deep.equal([]);
  });

  it('has beside it what is no command: an agent’s typing is told where the session is, by its own id', () => {
    const told: [string, string, boolean][] = [];
    const centreOf = (name: string): Gateway => {
      const centre = new Centre();
      centre.chat('s1');
      return {
        connect: centre.connect.bind(centre),
        execute: centre.execute.bind(centre),
        clock: centre.clock,
        typing: (id, isTyping) => told.push([name, id, isTyping]),
      };
    };
    const store = storeOf({ bank: centreOf('bank'), shop: centreOf('shop') });
    store.channel.typing?.('shop/s1', true);
    store.channel.typing?.('nowhere/s1', true);
    expect(told).to.deep.equal([['shop', 's1', true]]);
  });

  it('on a session of no source is refused', async () => {
    const { bank, shop, store } = twoCentres();
    const reply = await store.execute({ type: 'session.end', sessionId: 's1' });
    expect(reply).to.deep.equal({ ok: false, failure: 'unknown-session' });
    expect([...bank.commands, ...shop.commands]).to.deep.equal([]);
  });

  it('about the agent goes to every source; the worst reply is the reply', async () => {
    const { bank, shop, store } = twoCentres();
    expect(await store.execute({ type: 'presence.change', presence: 'away' })).to.deep.equal({ ok: true });
    expect(store.read(selectUser('bank/maren'))?.presence?.presence).to.equal('away');
    expect(store.read(selectUser('shop/maren'))?.presence?.presence).to.equal('away');
    bank.execute = () => Promise.resolve({ ok: false, failure: 'not-allowed' });
    shop.execute = () => Promise.resolve({ ok: false, failure: 'unreachable', message: 'The shop is closed.' });
    const reply = await store.execute({ type: 'presence.change', presence: 'busy' });
    expect(reply).to.deep.equal({ ok: false, failure: 'unreachable', message: 'The shop is closed.' });
    expect(store.read(selectAgentCommands)).to.have.length(1);
  });

  it('of an earlier page is shown on the session of the source that kept it', () => {
    const { shop, store } = twoCentres();
    let receiver: GatewayReceiver | undefined;
    const keeping = aGateway({ sessions: [aSession({ id: 's1' })] });
    const connect = keeping.connect.bind(keeping);
    keeping.connect = (own) => {
      receiver = own;
      return connect(own);
    };
    const several = storeOf({ keeping, shop });
    const kept: SessionCommand = { type: 'session.end', sessionId: 's1', commandId: 'c-1' };
    receiver?.pending(kept, unanswered());
    expect(several.read(selectCommands('keeping/s1'))).to.have.length(1);
    expect(several.read(selectCommands('shop/s1'))).to.deep.equal([]);
    store.dispose();
  });
});

describe('the clock of a session', () => {
  it('is its source’s, an hour before or behind; the store’s is that of the first source', () => {
    const store = storeOf({
      bank: new Centre(),
      early: new Centre({ offMs: -HOUR }),
      late: new Centre({ offMs: HOUR }),
    });
    expect(store.clockOf('bank/s1').now()).to.equal(NOW);
    expect(store.clockOf('early/s1').now()).to.equal(NOW - HOUR);
    expect(store.clockOf('late/maren').now()).to.equal(NOW + HOUR);
    expect(store.clock.now()).to.equal(NOW);
    expect(store.clockOf('unknown').now()).to.equal(NOW);
  });
});

describe('capacity and acceptance', () => {
  it('count per source and in total', () => {
    const { bank, store } = twoCentres();
    bank.chat('s2');
    const usedOf = (source?: string): unknown[] => {
      const capacity = store.read(selectOfSource(source, selectCapacity()));
      return [capacity?.total.used, capacity?.perModality.find(({ modality }) => modality === 'im')?.used];
    };
    expect([usedOf(), usedOf('bank'), usedOf('shop')]).to.deep.equal([
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
    expect(store.read(selectOfSource('bank', selectAcceptance('im'))).stops).to.deep.equal(['modality-limit']);
    expect(store.read(selectOfSource('shop', selectAcceptance('im'))).stops).to.deep.equal([]);
    expect(store.read(selectOfSource('shop', selectAcceptance('im'))).parkFirst).to.equal('shop/s1');
  });

  it('are told anew when a session of the source ends, and when its agent goes away', () => {
    const { bank, shop, store } = twoCentres();
    bank.chat('s2');
    const seen: unknown[] = [];
    store.select(selectOfSource('bank', selectAcceptance('im'))).subscribe(({ stops }) => seen.push(stops));
    shop.backend.tell([{ type: 'presence.changed', userId: 'maren', presence: 'away' }]);
    bank.backend.tell([{ type: 'session.removed', sessionId: 's2' }]);
    bank.backend.tell([{ type: 'presence.changed', userId: 'maren', presence: 'away' }]);
    expect(seen).to.deep.equal([['modality-limit'], [], ['presence']]);
  });
});

describe('the connection', () => {
  const change = (status: Extract<SessionEvent, { type: 'connection.changed' }>['status']): SessionEvent => ({
    type: 'connection.changed',
    at: NOW,
    status,
  });

  it('is of several sources the worst, is listed by source, and is its own for a session', () => {
    const bank = aGateway({ sessions: [aSession()] });
    const shop = aGateway({ sessions: [aSession()] });
    const store = storeOf({ bank, shop, quiet: aGateway() });
    const seen: unknown[] = [];
    store.select(selectConnection).subscribe((connection) => seen.push(connection?.status));
    bank.emit(change('live'));
    shop.emit(change('reconnecting'));
    bank.emit(change('signed-out'));
    bank.emit(change('live'));
    expect(seen).to.deep.equal([undefined, 'live', 'reconnecting', 'signed-out', 'reconnecting']);
    expect([...store.read(selectConnections).keys()]).to.deep.equal(['bank', 'shop']);
    expect(store.read(selectConnectionOf('bank/call-1'))?.status).to.equal('live');
    expect(store.read(selectConnectionOf('shop/call-1'))?.status).to.equal('reconnecting');
    expect(store.read(selectDiagnostics)).to.deep.equal({ unknownFacts: 0, rejectedFacts: 0 });
  });

  it('has in its connection what was given up by all sources', () => {
    const [bank, shop] = [aGateway(), aGateway()];
    const store = storeOf({ bank, shop });
    bank.emit({ type: 'connection.changed', status: 'live', at: NOW, discarded: 2 });
    shop.emit({ type: 'connection.changed', status: 'offline', at: NOW });
    expect(store.read(selectConnection)).to.deep.equal({ status: 'offline', since: NOW, discarded: 2 });
    shop.emit({ type: 'connection.changed', status: 'offline', at: NOW + 1, discarded: 1 });
    expect(store.read(selectConnection)).to.deep.equal({ status: 'offline', since: NOW, discarded: 3 });
    bank.emit({ type: 'connection.changed', status: 'live', at: NOW + 2 });
    expect(store.read(selectConnection)?.discarded).to.equal(1);
  });
});
