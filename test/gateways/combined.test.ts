import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { engagesAgent } from '../../src/core/rules/session-phase.js';
import { selectAcceptStop } from '../../src/core/selectors/select-accept-stop.js';
import { selectConnections } from '../../src/core/selectors/select-connection.js';
import { selectOfSource } from '../../src/core/selectors/select-of-source.js';
import { selectPresences } from '../../src/core/selectors/select-presences.js';
import { selectIsToldAll } from '../../src/core/selectors/select-workspace.js';
import { combineGateways } from '../../src/gateways/combined/combined.js';
import type { CombinedOptions } from '../../src/gateways/combined/combined.js';
import {
  createSessionStore,
  selectAcceptance,
  selectCapacity,
  selectDiagnostics,
  selectRoster,
  selectSession,
  selectUser,
  selectWorkspace,
  silentLogger,
} from '../../src/index.js';
import type {
  CommandReply,
  Session,
  SessionCommand,
  SessionEvent,
  SessionStore,
  UserPresence,
} from '../../src/index.js';
import { aConfiguration, aDocument, aGateway, aSession, withAgent } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

const MEMBERS = ['connect', 'twilio', 'house'] as const;

function storeOf(
  gateways: Readonly<Record<string, ScriptedGateway>>,
  options?: CombinedOptions,
): { readonly store: SessionStore; readonly shown: () => UserPresence | undefined } {
  let ids = 0;
  const store = createSessionStore({
    gateway: combineGateways(gateways, options),
    clock: { now: () => NOW },
    logger: silentLogger,
    newId: () => `command-${String((ids += 1))}`,
  });
  const shown = (): UserPresence | undefined =>
    store.read(selectUser(store.read(selectWorkspace).agentId ?? ''))?.presence;
  return { store, shown };
}

const presence = (name: string, about: Partial<SessionEvent> = {}): SessionEvent =>
  ({ type: 'presence.changed', at: NOW, userId: 'ana', presence: name, ...about }) as SessionEvent;

const three = (): Record<(typeof MEMBERS)[number], ScriptedGateway> => ({
  connect: aGateway(),
  twilio: aGateway(),
  house: aGateway(),
});

describe('one presence of several gateways', () => {
  it('is asked of every member, in its own word', async () => {
    const gateways = three();
    const { store } = storeOf(gateways, { presences: { twilio: { 'do-not-disturb': 'Focus' } } });
    expect(await store.execute({ type: 'presence.change', presence: 'do-not-disturb' })).to.deep.equal({ ok: true });
    const asked = MEMBERS.map((name) => gateways[name].commands.map((own) => 'presence' in own && own.presence));
    expect(asked).to.deep.equal([['do-not-disturb'], ['Focus'], ['do-not-disturb']]);
  });

  it('has failed where one refuses, and says who did and why', async () => {
    const gateways = three();
    const { store } = storeOf(gateways);
    gateways.twilio.answer = () => Promise.resolve({ ok: false, failure: 'not-allowed', message: 'No such activity' });
    gateways.house.answer = () => Promise.reject(new Error('broken'));
    expect(await store.execute({ type: 'presence.change', presence: 'away' })).to.deep.equal({
      ok: false,
      failure: 'failed',
      message: 'Not changed at twilio (No such activity), house.',
    });
    expect(gateways.connect.commands).to.have.length(1);
  });

  it('is the least reachable one, whoever says it last; what comes next at a member is not reached yet', () => {
    const gateways = three();
    const { store, shown } = storeOf(gateways);
    expect(shown()?.presence).to.equal('available');
    gateways.twilio.emit(presence('away', { reason: 'Lunch' }));
    expect(shown()).to.include({ presence: 'away', reason: 'Lunch' });
    gateways.connect.emit(presence('available', { next: 'offline' }));
    expect(shown()?.presence).to.equal('away');
    gateways.house.emit(presence('Parental leave'));
    expect(shown()?.presence).to.equal('Parental leave');
    for (const name of ['twilio', 'house'] as const) gateways[name].emit(presence('available'));
    expect(shown()).to.include({ presence: 'available', next: 'offline' });
    expect(store.read(selectPresences).map(({ source }) => source)).to.deep.equal([...MEMBERS]);
  });

  it('of an agent who did not answer at one member moves no other', () => {
    const gateways = three();
    const { store, shown } = storeOf(gateways);
    gateways.twilio.emit(presence('not-available', { cause: 'rona', chosen: 'available' }));
    expect(shown()).to.include({ presence: 'not-available', cause: 'rona' });
    expect(store.read(selectPresences).map(({ presence: own }) => own.presence)).to.deep.equal([
      'available',
      'not-available',
      'available',
    ]);
    expect(MEMBERS.flatMap((name) => gateways[name].commands)).to.deep.equal([]);
  });

  it('lasts since when it does, by the clock of the whole', () => {
    const gateways = three();
    gateways.twilio.time = NOW + 7_200_000;
    const { shown } = storeOf(gateways);
    gateways.twilio.emit(presence('away', { at: NOW + 7_200_000 - 5000 }));
    expect(shown()?.since).to.equal(NOW - 5000);
  });
});

describe('one capacity of several gateways', () => {
  const limited = (total: number): CombinedOptions => ({
    agentId: 'ana',
    configuration: aConfiguration(withAgent({ taskParallelization: { enabled: true, total } })),
  });
  const chat = (id: string, state: Session['state']): Session => aSession({ id, state, modality: 'im' });
  const figures = (store: SessionStore): string => {
    const { total, perModality = [] } = store.read(selectCapacity()) ?? {};
    const all = [total, ...perModality.filter(({ modality }) => modality === 'im')];
    return all.map((own) => `${String(own?.used)}/${String(own?.limit)}`).join(' ');
  };

  it('has the total of the host’s own user, and per modality what the members allow together', () => {
    const { store } = storeOf({ one: aGateway({ sessions: [chat('a', 'parked')] }), other: aGateway() }, limited(3));
    expect(figures(store)).to.equal('1/3 1/4');
  });

  it('stops offers at the total before anything is set aside for them, but no forced one', () => {
    const gateways = {
      one: aGateway({ sessions: [chat('a', 'active'), chat('b', 'parked')] }),
      other: aGateway({ sessions: [chat('c', 'offered'), { ...chat('forced', 'offered'), isForced: true }] }),
    };
    const { store } = storeOf(gateways, limited(2));
    const stops = (): readonly unknown[] => ['other/c', 'other/forced'].map((id) => store.read(selectAcceptStop(id)));
    expect(stops()).to.deep.equal(['total-limit', undefined]);
    gateways.one.emit({ type: 'session.removed', at: NOW, sessionId: 'b' });
    expect(stops()).to.deep.equal([undefined, undefined]);
    gateways.other.emit({ type: 'session.snapshot', at: NOW, session: chat('d', 'parked') });
    expect(stops()).to.deep.equal(['total-limit', undefined]);
    gateways.one.emit({ type: 'workspace.reset', at: NOW, agentId: 'ana' });
    expect(stops()).to.deep.equal([undefined, undefined]);
  });

  it('refuses one more at the total, and nothing that is forced or only taken back', async () => {
    const forced = { ...chat('forced', 'offered'), isForced: true };
    const gateways = {
      one: aGateway({ sessions: [chat('a', 'parked'), chat('b', 'parked')] }),
      other: aGateway({ sessions: [chat('c', 'offered'), forced] }),
    };
    const { store } = storeOf(gateways, limited(2));
    expect(await store.execute({ type: 'session.accept', sessionId: 'other/c' })).to.include({
      failure: 'at-capacity',
    });
    expect(gateways.other.commands).to.deep.equal([]);
    expect(await store.execute({ type: 'session.accept', sessionId: 'other/forced' })).to.deep.equal({ ok: true });
    expect(await store.execute({ type: 'session.unpark', sessionId: 'one/a' })).to.deep.equal({ ok: true });
  });
});

describe('one conversation at a time over several gateways', () => {
  const offer = aSession({ id: 'same', modality: 'im', state: 'offered' });
  const accept = { type: 'session.accept', sessionId: 'twilio/same' } as const;

  /** A member with one session in hand, of the very id of the offer at the other one, that answers and does what is said. */
  function aHolding(
    about: Partial<Session>,
    does: Readonly<Partial<Record<SessionCommand['type'], CommandReply | SessionEvent['type']>>> = {},
  ): ReturnType<typeof storeOf> & { readonly asked: () => readonly string[] } {
    const holding = aGateway({ sessions: [aSession({ id: 'same', ...about })] });
    const twilio = aGateway({ sessions: [offer] });
    const log: string[] = [];
    holding.answer = (command) => {
      log.push(`connect ${command.type}`);
      const answer = does[command.type] ?? { ok: false, failure: 'not-allowed', message: 'Not here' };
      if (typeof answer === 'object') return Promise.resolve(answer);
      // The fact comes after the reply.
      void Promise.resolve().then(() => {
        if (command.type === 'session.park') holding.emit({ type: 'session.parking', at: NOW, sessionId: 'same' });
        holding.emit({ type: answer, at: NOW, sessionId: 'same', reason: 'Lines are busy' } as SessionEvent);
      });
      return Promise.resolve({ ok: true });
    };
    twilio.answer = (command) => {
      log.push(`twilio ${command.type}`);
      return Promise.resolve({ ok: true });
    };
    return { ...storeOf({ connect: holding, twilio }), asked: () => log };
  }

  it('parks what is in hand at one before another one accepts', async () => {
    const { store, asked } = aHolding({}, { 'session.park': 'session.parked' });
    expect(await store.execute(accept)).to.deep.equal({ ok: true });
    expect(asked()).to.deep.equal(['connect session.park', 'twilio session.accept']);
    expect(store.read(selectSession('connect/same'))?.state).to.equal('parked');
    expect(store.read(selectSession('twilio/same'))?.state).to.equal('offered');
  });

  for (const [what, about, does] of [
    ['is not to be parked there', { cannot: [{ command: 'session.park', reason: 'Calls stay' }] }, {}],
    ['is refused to be parked', {}, {}],
    ['fails to be parked', {}, { 'session.park': 'session.park-failed' }],
  ] as const)
    it(`holds it where it ${what}`, async () => {
      const { store, asked } = aHolding(about, { ...does, 'session.hold': 'session.held' });
      expect(await store.execute(accept)).to.deep.equal({ ok: true });
      expect(asked().slice(-2)).to.deep.equal(['connect session.hold', 'twilio session.accept']);
    });

  it('refuses to accept what leaves the agent in two, with the reason', async () => {
    const { store, asked } = aHolding({ modality: 'im', cannot: [{ command: 'session.park', reason: 'Chats stay' }] });
    const reply = await store.execute(accept);
    expect(reply).to.include({ ok: false, failure: 'not-allowed' });
    expect(!reply.ok && reply.message).to.contain('connect (Chats stay)');
    expect(asked()).to.deep.equal([]);
  });

  describe('where two are accepted at once', () => {
    const ALL = ['connect', 'twilio'] as const;

    /** Two members with an offer each, which say what they do after their replies; what became of each, in order. */
    function twoOffers(
      about: Partial<Session> = {},
      options?: CombinedOptions,
    ): ReturnType<typeof storeOf> & {
      readonly log: readonly string[];
      readonly gateways: Record<(typeof ALL)[number], ScriptedGateway>;
    } {
      const one = { ...offer, ...about };
      const gateways = { connect: aGateway({ sessions: [one] }), twilio: aGateway({ sessions: [one] }) };
      const log: string[] = [];
      for (const name of ALL)
        gateways[name].answer = async ({ type, commandId: causedBy }) => {
          log.push(`${name} ${type}`);
          await Promise.resolve();
          setTimeout(() => {
            const said = { 'session.accept': 'session.connected', 'session.park': 'session.parked' }[type as string];
            if (said) gateways[name].emit({ type: said, at: NOW, sessionId: 'same', causedBy } as SessionEvent);
          });
          return { ok: true };
        };
      return { ...storeOf(gateways, options), log, gateways };
    }
    const both = (store: SessionStore): Promise<readonly CommandReply[]> =>
      Promise.all(ALL.map((name) => store.execute({ type: 'session.accept', sessionId: `${name}/same` })));

    it('accepts one after the other, and parks the first one in between', async () => {
      const { store, log } = twoOffers();
      expect(await both(store)).to.deep.equal([{ ok: true }, { ok: true }]);
      expect(log).to.deep.equal(['connect session.accept', 'connect session.park', 'twilio session.accept']);
    });

    it('tells why the second one is not accepted where the first one has to stay', async () => {
      const { store, log } = twoOffers({ cannot: [{ command: 'session.park', reason: 'Chats stay' }] });
      const [first, second] = await both(store);
      expect(first).to.deep.equal({ ok: true });
      expect(second).to.include({ ok: false, failure: 'not-allowed' });
      expect(second?.ok === false && second.message).to.contain('connect (Chats stay)');
      expect(log).to.deep.equal(['connect session.accept']);
    });

    it('does not go over the total', async () => {
      const taskParallelization = { enabled: true, total: 1 };
      const configuration = aConfiguration({
        ...(withAgent({ taskParallelization }) as object),
        sessionPolicy: 'multi-active',
      });
      const { store } = twoOffers({}, { agentId: 'ana', configuration });
      const [first, second] = await both(store);
      expect(first).to.deep.equal({ ok: true });
      expect(second).to.include({ ok: false, failure: 'at-capacity' });
    });

    it('does not let the second one wait for a member that is lost', async () => {
      const { store, log, gateways } = twoOffers();
      gateways.connect.answer = () => new Promise(() => undefined);
      const first = store.execute({ type: 'session.accept', sessionId: 'connect/same' });
      const second = store.execute({ type: 'session.accept', sessionId: 'twilio/same' });
      // By now the second one waits.
      await new Promise((resolve) => setTimeout(resolve));
      expect(log).to.deep.equal([]);
      gateways.connect.emit({ type: 'connection.changed', at: NOW, status: 'reconnecting' });
      expect(await second).to.deep.equal({ ok: true });
      expect(log).to.deep.equal(['twilio session.accept']);
      void first;
    });
  });

  it('touches nothing that is on hold, nor anything where several may be active', async () => {
    const { store, asked } = aHolding({ state: 'held' });
    await store.execute(accept);
    expect(asked()).to.deep.equal(['twilio session.accept']);
    const configuration = aConfiguration({ ...aDocument, sessionPolicy: 'multi-active' });
    const gateways = { connect: aGateway({ sessions: [aSession()] }), twilio: aGateway({ sessions: [offer] }) };
    await storeOf(gateways, { configuration }).store.execute(accept);
    expect(gateways.connect.commands).to.deep.equal([]);
    expect(gateways.twilio.commands).to.have.length(1);
  });
});

describe('members that come and go', () => {
  it('that have not spoken yet do not look like no work; one that is lost does not keep others waiting', () => {
    const gateways = { connect: aGateway(), twilio: new ScriptedGateway([]) };
    const { store } = storeOf(gateways);
    expect([store.read(selectWorkspace).isConnected, store.read(selectIsToldAll)]).to.deep.equal([true, false]);
    gateways.twilio.emit({ type: 'connection.changed', at: NOW, status: 'offline' });
    expect(store.read(selectIsToldAll)).to.equal(true);
  });

  it('that cannot be connected leave the others as they are, and are named', async () => {
    const offer = aSession({ id: 'same', modality: 'im', state: 'offered' });
    const gateways = { connect: aGateway(), twilio: aGateway({ sessions: [offer] }) };
    gateways.connect.connect = () => {
      throw new Error('No frame');
    };
    gateways.connect.answer = () => Promise.reject(new Error('No frame'));
    const { store, shown } = storeOf(gateways);
    expect(store.read(selectConnections).get('connect')?.status).to.equal('offline');
    expect(shown()?.presence).to.equal('available');
    expect(await store.execute({ type: 'session.accept', sessionId: 'twilio/same' })).to.deep.equal({ ok: true });
    expect(await store.execute({ type: 'presence.change', presence: 'away' })).to.deep.include({
      ok: false,
      message: 'Not changed at connect.',
    });
    expect(gateways.twilio.commands.map(({ type }) => type)).to.deep.equal(['session.accept', 'presence.change']);
  });

  it('count with what they had when they were lost', async () => {
    const offer = aSession({ id: 'same', modality: 'im', state: 'offered' });
    const parked = ['a', 'b'].map((id) => aSession({ id, state: 'parked', modality: 'im' }));
    const gateways = { connect: aGateway({ sessions: parked }), twilio: aGateway({ sessions: [offer] }) };
    const configuration = aConfiguration(withAgent({ taskParallelization: { enabled: true, total: 2 } }));
    const { store } = storeOf(gateways, { agentId: 'ana', configuration });
    gateways.connect.emit({ type: 'connection.changed', at: NOW, status: 'reconnecting' });
    const accept = { type: 'session.accept', sessionId: 'twilio/same' } as const;
    expect(store.read(selectCapacity())?.total.used).to.equal(2);
    expect(await store.execute(accept)).to.include({ failure: 'at-capacity' });
    // Back again without one of them.
    gateways.connect.emit({ type: 'session.removed', at: NOW, sessionId: 'a' });
    expect(await store.execute(accept)).to.deep.equal({ ok: true });
  });

  it('cannot have an agent whose id looks like one of theirs', () => {
    expect(() => combineGateways({ connect: aGateway() }, { agentId: 'connect/ana' })).to.throw(TypeError);
  });

  const word = fc.constantFrom('available', 'busy', 'do-not-disturb', 'away', 'offline', 'Lunch');
  const said = fc.oneof(
    word.map((own) => presence(own)),
    fc
      .record({ id: fc.constantFrom('a', 'b'), state: fc.constantFrom('active', 'parked', 'held', 'offered', 'ended') })
      .map(({ id, state }): SessionEvent => ({
        type: 'session.snapshot',
        at: NOW,
        session: aSession({ id, state: state as Session['state'] }),
      })),
    fc.constant<SessionEvent>({ type: 'workspace.reset', at: NOW, agentId: 'ana' }),
    fc.constant({ type: 'presence.changed' } as SessionEvent),
  );

  it('show at every moment the least reachable presence that is known, and every session there is', () => {
    const order = ['available', 'busy', 'do-not-disturb', 'away', 'Lunch', 'offline'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...MEMBERS), said), { maxLength: 40 }), (log) => {
        const gateways = three();
        const { store, shown } = storeOf(gateways);
        const known = new Map<string, string>(MEMBERS.map((name) => [name, 'available']));
        const sessions = new Set<string>();
        for (const [name, fact] of log) {
          gateways[name].emit(fact);
          if (fact.type === 'presence.changed' && 'presence' in fact) known.set(name, fact.presence);
          if (fact.type === 'session.snapshot') sessions.add(`${name}/${fact.session.id}`);
          if (fact.type === 'workspace.reset') {
            known.delete(name);
            for (const id of sessions) if (id.startsWith(`${name}/`)) sessions.delete(id);
          }
          const expected = Math.max(...[...known.values()].map((own) => order.indexOf(own)));
          if (known.size > 0) expect(shown()?.presence).to.equal(order[expected]);
        }
        for (const name of MEMBERS) {
          const { parkFirst, holdFirst } = store.read(selectOfSource(name, selectAcceptance('im')));
          const isInTheWay = (id: string): boolean =>
            !id.startsWith(`${name}/`) && store.read(selectSession(id))?.state === 'active';
          if ([...sessions].some(isInTheWay)) expect(isInTheWay(parkFirst ?? '')).to.equal(true);
          else expect((parkFirst ?? holdFirst ?? `${name}/`).startsWith(`${name}/`)).to.equal(true);
        }
        const { history, active, parked, offered } = store.read(selectRoster);
        expect([...history, ...active, ...parked, ...offered]).to.have.members([...sessions]);
        expect(active.every((id) => engagesAgent(store.read(selectSession(id))?.state ?? 'ended'))).to.equal(true);
        const broken = log.filter(([, fact]) => !('at' in fact)).length;
        expect(store.read(selectDiagnostics).rejectedFacts).to.equal(broken);
      }),
      { numRuns: 200 },
    );
  });
});
