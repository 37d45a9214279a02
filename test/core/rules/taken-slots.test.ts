import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  combineSources,
  createSessionStore,
  selectCapacity,
  selectNoWork,
  selectOfSource,
  SESSION_STATES,
  silentLogger,
} from '../../../src/index.js';
import type { Configuration, Session, SessionEvent } from '../../../src/index.js';
import { aConfiguration, aDocument, aSession, withAgent, withCardLine } from '../../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const SERVICES = ['card-line', 'front-desk', 'elsewhere'] as const;

/** The document of all scenarios; in these services parked tasks free their slot. */
const freeing = (...services: readonly string[]): Configuration =>
  aConfiguration({
    ...aDocument,
    services: aDocument.services.map((own) => ({ ...own, parking: { freesSlot: services.includes(own.id) } })),
  });

const loaded = (configuration: Configuration): SessionEvent => ({
  type: 'configuration.loaded',
  at: NOW,
  configuration,
});

describe('a parked task of a service that frees its slot', () => {
  const sessions = [aSession({ id: 'parked', modality: 'im', state: 'parked' })];
  const document = withCardLine({ parking: { freesSlot: true } });

  it('takes none, until it is taken back', () => {
    const { store, gateway } = aStore({ document, sessions });
    const used = (): readonly (number | undefined)[] => {
      const { total, perModality = [] } = store.read(selectCapacity()) ?? {};
      return [total?.used, perModality.find(({ modality }) => modality === 'im')?.used];
    };
    expect(used()).to.deep.equal([0, 0]);
    gateway.emit({ type: 'session.unparking', at: NOW, sessionId: 'parked' });
    expect(used()).to.deep.equal([1, 1]);
  });

  it('counts as before once the configuration says so, and is told of at once', () => {
    const { store, gateway } = aStore({ document, sessions });
    const seen: (number | undefined)[] = [];
    store.select(selectCapacity()).subscribe((capacity) => seen.push(capacity?.total.used));
    gateway.emit(loaded(freeing('front-desk')));
    gateway.emit(loaded(freeing('card-line')));
    expect(seen).to.deep.equal([0, 1, 0]);
  });

  it('keeps no work away from an agent with one task at a time; one of another service does, and is named', () => {
    const single = { ...(withAgent({ taskParallelization: { enabled: false } }) as typeof aDocument) };
    const services = single.services.map((own) => ({ ...own, parking: { freesSlot: own.id === 'card-line' } }));
    const { store, gateway } = aStore({ document: { ...single, services }, sessions });
    expect(store.read(selectNoWork)).to.equal(undefined);
    const other = aSession({ id: 'other', serviceId: 'front-desk', state: 'parked' });
    gateway.emit({ type: 'session.snapshot', at: NOW, session: other });
    expect(store.read(selectNoWork)).to.include({ reason: 'session', sessionId: 'other' });
  });
});

describe('slots counted fact by fact, whatever services free them and whenever that changes', () => {
  const session = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    serviceId: fc.constantFrom(...SERVICES),
    state: fc.constantFrom(...SESSION_STATES, 'parked' as const),
    modality: fc.constantFrom('audio-video', 'im', 'email'),
  });
  const facts = fc.oneof(
    {
      weight: 6,
      arbitrary: session.map((own): SessionEvent => ({ type: 'session.snapshot', at: NOW, session: aSession(own) })),
    },
    session.map(({ id }): SessionEvent => ({ type: 'session.removed', at: NOW, sessionId: id })),
    fc.subarray([...SERVICES]).map((own): SessionEvent => loaded(freeing(...own))),
    fc.constant<SessionEvent>({ type: 'workspace.reset', at: NOW, agentId: 'ana' }),
  );

  /** What is there, and what counts it, kept as plainly as can be. */
  class Plain {
    readonly sessions = new Map<string, Session>();
    configuration: Configuration | undefined;

    take(fact: SessionEvent): void {
      if (fact.type === 'session.snapshot') this.sessions.set(fact.session.id, fact.session);
      if (fact.type === 'session.removed') this.sessions.delete(fact.sessionId);
      if (fact.type === 'workspace.reset') this.sessions.clear();
      if (fact.type === 'configuration.loaded') this.configuration = fact.configuration;
    }

    get taken(): readonly string[] {
      return [...this.sessions.values()]
        .filter(({ state, serviceId }) => {
          if (state === 'offered' || state === 'opened' || state === 'ended') return false;
          return state !== 'parked' || !this.configuration?.services.get(serviceId)?.parking.freesSlot;
        })
        .map(({ modality }) => modality);
    }
  }

  const figures = (taken: readonly string[]): Record<string, number> => ({
    total: taken.length,
    ...Object.fromEntries(
      ['audio-video', 'im', 'email', 'external'].map((own) => [own, taken.filter((one) => one === own).length]),
    ),
  });
  const shown = (capacity: ReturnType<ReturnType<typeof selectCapacity>['read']>): Record<string, number> => ({
    total: capacity?.total.used ?? Number.NaN,
    ...Object.fromEntries((capacity?.perModality ?? []).map(({ modality, used }) => [modality, used])),
  });

  it('are those that counting from scratch gives, for one gateway', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (log) => {
        const { store, gateway } = aStore();
        const plain = new Plain();
        plain.configuration = aConfiguration();
        for (const fact of log) {
          gateway.emit(fact);
          plain.take(fact);
          expect(shown(store.read(selectCapacity()))).to.deep.equal(figures(plain.taken));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are those of each by its own configuration, for two, whose services may have the same ids', () => {
    const log = fc.array(fc.tuple(fc.constantFrom('one', 'other'), facts), { maxLength: 30 });
    const first: readonly SessionEvent[] = [{ type: 'workspace.reset', at: NOW, agentId: 'ana' }, loaded(freeing())];
    fc.assert(
      fc.property(log, (said) => {
        const gateways = { one: new ScriptedGateway(first), other: new ScriptedGateway(first) };
        const plain = { one: new Plain(), other: new Plain() };
        const store = createSessionStore({
          gateway: combineSources(gateways),
          clock: { now: () => NOW },
          logger: silentLogger,
          newId: () => 'command',
        });
        for (const [source, fact] of said) {
          gateways[source].emit(fact);
          plain[source].take(fact);
          for (const name of ['one', 'other'] as const)
            expect(shown(store.read(selectOfSource(name, selectCapacity())))).to.deep.equal(figures(plain[name].taken));
          const all = [...plain.one.taken, ...plain.other.taken];
          expect(shown(store.read(selectCapacity()))).to.deep.equal(figures(all));
        }
      }),
      { numRuns: 200 },
    );
  });
});
