import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ROSTER_SECTIONS } from '../../../src/core/state/roster.js';
import {
  combineSources,
  createSessionStore,
  selectConnections,
  selectDiagnostics,
  selectOfSource,
  selectRoster,
  selectSession,
  selectWorkspace,
  silentLogger,
} from '../../../src/index.js';
import type { Gateway, Selector, SessionEvent, SessionStore } from '../../../src/index.js';
import { aGateway, aSession } from '../../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../../stories/scenarios/scripted-gateway.js';
import { anyFact } from '../../support/arbitrary-facts.js';
import { Centre } from '../../support/centre.js';

const storeOf = (gateway: Gateway): SessionStore =>
  createSessionStore({ gateway, clock: { now: () => NOW }, logger: silentLogger, newId: () => 'command' });

/** What a store holds of one source, by the ids that the source knows; '' is the only one. */
const heldOf = (source: string): Selector<unknown> => {
  const prefix = source && `${source}/`;
  const own = <T>(table: ReadonlyMap<string, T>): [string, T][] =>
    [...table]
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, value]): [string, T] => [id.slice(prefix.length), value])
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return selectOfSource(source || undefined, {
    topics: [],
    read: ({ sessions, transcripts, users, workspace, roster, usage }) => ({
      sessions: own(sessions).map(([id, { source: _, ...session }]) => ({
        ...session,
        key: id,
        id: session.id.slice(prefix.length),
      })),
      transcripts: own(transcripts).map(([id, list]) => [id, [...list]]),
      users: own(users),
      agentId: workspace.agentId?.slice(prefix.length),
      isConnected: workspace.isConnected,
      roster: ROSTER_SECTIONS.map((section) => roster[section].map((id) => id.slice(prefix.length))),
      usage: [usage.total, [...usage.perModality].toSorted()],
    }),
  });
};

/** What is looked at is the workspace's, not a source's. */
const told = anyFact.filter(({ type }) => type !== 'session.selected' && type !== 'session.deselected');
const interleaved = fc.array(
  fc.tuple(fc.constantFrom('one', 'other'), fc.array(told, { maxLength: 4 }), fc.constantFrom('live', 'replay')),
  { maxLength: 40 },
);

describe('facts of two sources, interleaved at random', () => {
  it('lead for each to the state that it leads to alone', () => {
    fc.assert(
      fc.property(interleaved, (log) => {
        const together = { one: new ScriptedGateway([]), other: new ScriptedGateway([]) };
        const alone = { one: new ScriptedGateway([]), other: new ScriptedGateway([]) };
        const store = storeOf(combineSources(together));
        const stores = { one: storeOf(alone.one), other: storeOf(alone.other) };
        for (const [source, facts, delivery] of log)
          for (const gateways of [together, alone]) gateways[source].deliver(facts, delivery);
        for (const source of ['one', 'other'] as const)
          expect(store.read(heldOf(source))).to.deep.equal(stores[source].read(heldOf('')));
        const whole = store.read({ topics: [], read: ({ sessions, roster, usage }) => ({ sessions, roster, usage }) });
        expect(ROSTER_SECTIONS.flatMap((section) => whole.roster[section])).to.have.members([...whole.sessions.keys()]);
        expect(whole.usage.total).to.equal(stores.one.read(usedTotal) + stores.other.read(usedTotal));
        expect(store.read(selectDiagnostics)).to.deep.equal({ unknownFacts: 0, rejectedFacts: 0 });
      }),
      { numRuns: 300 },
    );
  });
});

const usedTotal: Selector<number> = { topics: [], read: ({ usage }) => usage.total };

describe('a source that fails', () => {
  const aHealthyOne = (): ScriptedGateway => aGateway({ sessions: [aSession()] });
  const isWell = (store: SessionStore): void => {
    expect(store.read(selectSession('well/call-1'))?.state).to.equal('active');
    expect(store.read(selectWorkspace)).to.include({ isConnected: true, agentId: 'well/ana' });
  };

  it('while it is connected is counted, and the others work', async () => {
    const dead: Gateway = {
      clock: { now: () => NOW },
      connect: () => {
        throw new Error('No network');
      },
      execute: () => Promise.reject(new Error('No network')),
      older: () => Promise.reject(new Error('No network')),
    };
    const well = aHealthyOne();
    const store = storeOf(combineSources({ dead, well }));
    isWell(store);
    expect(store.read(selectDiagnostics).rejectedFacts).to.equal(1);
    expect(store.read(selectConnections)).to.deep.equal(new Map([['dead', { status: 'offline', since: NOW }]]));
    expect(await store.execute({ type: 'session.end', sessionId: 'dead/call-1' })).to.include({ failure: 'failed' });
    expect(await store.execute({ type: 'session.end', sessionId: 'well/call-1' })).to.deep.equal({ ok: true });
    expect(await store.execute({ type: 'presence.change', presence: 'away' })).to.include({ failure: 'failed' });
    expect(well.commands.map(({ type }) => type)).to.deep.equal(['session.end', 'presence.change']);
    store.signIn();
    store.dispose();
    expect(well.connections).to.equal(0);
  });

  it('by what it hands over is counted fact by fact, and touches nothing', () => {
    const mad = new ScriptedGateway([]);
    const well = aHealthyOne();
    const store = storeOf(combineSources({ mad, well }));
    const before = store.read(selectSession('well/call-1'));
    const nonsense: unknown[] = [
      null,
      undefined,
      7,
      'session.removed',
      {},
      { type: 'session.snapshot', at: NOW },
      { type: 'session.snapshot', at: NOW, session: {} },
      { type: 'session.offered', at: NOW, offer: null, sessionId: 5 },
      { type: 'session.removed', at: NOW, sessionId: null },
      { type: 'presence.changed', at: NOW },
      { type: 'workspace.reset', at: NOW },
      { type: 'configuration.loaded', at: NOW },
      { type: 'configuration.rejected', at: NOW },
      { type: 'session.cloned', at: NOW, sessionId: 'x' },
    ];
    mad.emit(...(nonsense as SessionEvent[]));
    mad.deliver('not a list' as unknown as SessionEvent[], 'live');
    const { unknownFacts, rejectedFacts } = store.read(selectDiagnostics);
    expect(unknownFacts + rejectedFacts).to.equal(nonsense.length + 1);
    expect(store.read(selectSession('well/call-1'))).to.equal(before);
    expect(store.read(selectRoster).active).to.deep.equal(['well/call-1']);
    isWell(store);
  });

  it('to say older sessions is said only when the others have no more', async () => {
    const answers = [true, false];
    const well = { ...gatewayOf(aHealthyOne()), older: () => Promise.resolve(answers.shift() ?? false) };
    const dead = { ...gatewayOf(aGateway()), older: () => Promise.reject(new Error('No network')) };
    const { older } = storeOf(combineSources({ well, dead }));
    expect(await older?.()).to.equal(true);
    const failure = await older?.().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.an('error');
    expect(storeOf(combineSources({ well: aHealthyOne() })).older).to.equal(undefined);
  });
});

const gatewayOf = (gateway: ScriptedGateway): Gateway => ({
  connect: (receiver) => gateway.connect(receiver),
  execute: (command) => gateway.execute(command),
});

describe('ids of several sources', () => {
  for (const id of ['a/b', 'one/s1', '/', '', ' ', '__proto__', 'constructor', '%2F', '\u{1F642}\uD800', '"]'])
    it(`${JSON.stringify(id)} comes back to its source as it was`, async () => {
      const one = aGateway({ sessions: [aSession({ id })] });
      const other = aGateway({ sessions: [aSession({ id })] });
      const store = storeOf(combineSources({ one, on: other }));
      const [sessionId = ''] = store.read(selectRoster).active.filter((own) => own.startsWith('on/'));
      expect(store.read(selectRoster).active).to.have.length(2);
      await store.execute({ type: 'session.end', sessionId });
      expect(other.commands).to.deep.equal([{ type: 'session.end', sessionId: id, commandId: 'command' }]);
      expect(one.commands).to.deep.equal([]);
    });

  it('need names that no id can be taken for, and gateways to one backend', () => {
    expect(() => combineSources({ '': new Centre() })).to.throw(TypeError);
    expect(() => combineSources({ 'a/b': new Centre() })).to.throw(TypeError);
    expect(() => combineSources({ all: combineSources({ one: new Centre() }) })).to.throw(TypeError);
  });
});
