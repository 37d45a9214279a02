import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { config } from 'rxjs';
import { combineSources, selectDiagnostics, selectRoster, selectSession, selectWorkspace } from '../../../src/index.js';
import type { Gateway, GatewayReceiver, Selector, Session, SessionEvent, SessionStore } from '../../../src/index.js';
import { aGateway, aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../../stories/scenarios/scripted-gateway.js';
import { usableFact } from '../../../src/core/reading/usable-fact.js';
import { aReadingStore, aStore } from '../../support/a-store.js';
import { FULLEST_FACTS } from '../../support/fullest-facts.js';
import { FACTS } from '../../support/session-facts.js';
import { wholeState } from '../../support/whole-state.js';

const sessions = [aSession({ modality: 'im', state: 'parked', parkedSince: NOW }), aSession({ id: 'other' })];
const on = { sessionId: 'call-1', at: NOW } as const;
const good: SessionEvent = { type: 'tags.changed', tags: ['alive'], ...on };

const throwing = (key: string, rest: object = {}): object =>
  Object.defineProperty({ ...rest }, key, {
    enumerable: true,
    get: () => {
      throw new Error(`${key} is not for you`);
    },
  });

const POISON: readonly [string, unknown, 'rejectedFacts' | 'unknownFacts'][] = [
  ['null', null, 'rejectedFacts'],
  ['undefined', undefined, 'rejectedFacts'],
  ['a word', 'session.parked', 'rejectedFacts'],
  ['a number', 7, 'rejectedFacts'],
  ['a list', [good], 'unknownFacts'],
  ['an empty object', {}, 'unknownFacts'],
  ['an unknown type', { type: 'session.teleported', ...on }, 'unknownFacts'],
  ['a type that every object has', { type: 'constructor', ...on }, 'unknownFacts'],
  ['the type __proto__', { type: '__proto__', ...on }, 'unknownFacts'],
  ['no time', { type: 'session.removed', sessionId: 'call-1' }, 'rejectedFacts'],
  ['a time that is a word', { type: 'session.removed', sessionId: 'call-1', at: '10:00' }, 'rejectedFacts'],
  ['a time that is no number', { type: 'session.removed', sessionId: 'call-1', at: Number.NaN }, 'rejectedFacts'],
  ['a time without end', { type: 'session.removed', sessionId: 'call-1', at: Infinity }, 'rejectedFacts'],
  ['a snapshot of nothing', { type: 'session.snapshot', at: NOW, session: null }, 'rejectedFacts'],
  [
    'a snapshot without times',
    { type: 'session.snapshot', at: NOW, session: { id: 'x', state: 'ended' } },
    'rejectedFacts',
  ],
  ['an offer of nothing', { type: 'session.offered', sessionId: 'x', at: NOW }, 'rejectedFacts'],
  ['parameters of nothing', { type: 'parameters.changed', ...on }, 'rejectedFacts'],
  ['a parameter of nothing', { type: 'parameters.changed', parameters: [null], ...on }, 'rejectedFacts'],
  ['tags of a number', { type: 'tags.changed', tags: 5, ...on }, 'rejectedFacts'],
  ['a participant of nothing', { type: 'participant.joined', participant: null, ...on }, 'rejectedFacts'],
  ['no segments', { type: 'transcript.appended', ...on }, 'rejectedFacts'],
  ['a segment of nothing', { type: 'transcript.appended', segments: [null], ...on }, 'rejectedFacts'],
  [
    'a segment of nobody',
    { type: 'transcript.appended', segments: [{ id: 'u', isFinal: true }], ...on },
    'rejectedFacts',
  ],
  ['a correction of nothing', { type: 'transcript.corrected', segment: null, ...on }, 'rejectedFacts'],
  ['a type that throws', throwing('type', on), 'rejectedFacts'],
  ['a session that throws', throwing('sessionId', { type: 'session.parked', at: NOW }), 'rejectedFacts'],
  ['a result that throws', throwing('result', { type: 'session.ended', ...on }), 'rejectedFacts'],
  ['an agent who throws', throwing('agentId', { type: 'workspace.reset', at: NOW }), 'rejectedFacts'],
  [
    'a configuration that throws',
    throwing('configuration', { type: 'configuration.loaded', at: NOW }),
    'rejectedFacts',
  ],
  ['a command of nothing', { type: 'command.sent', at: NOW }, 'rejectedFacts'],
];

const anOffer = (more: object): SessionEvent => ({
  type: 'session.offered',
  sessionId: 'new',
  at: NOW,
  offer: { serviceId: 'card-line', modality: 'im', direction: 'inbound', ...more },
});

function oneOfTwo(known: readonly Session[]): ReturnType<typeof aStore> {
  const gateway = aGateway({ sessions: known });
  gateway.isRead = false;
  return { ...aStore({}, { gateway: combineSources({ one: gateway }) }), gateway };
}

function toBeConnected(gateway: ScriptedGateway): { promise: Promise<GatewayReceiver>; connect: Gateway['connect'] } {
  let resolve: (receiver: GatewayReceiver) => void;
  const promise = new Promise<GatewayReceiver>((settle) => (resolve = settle));
  const connect = (receiver: GatewayReceiver): (() => void) => {
    resolve(receiver);
    return gateway.connect(receiver);
  };
  return { promise, connect };
}

const stateWithoutCounts = (store: SessionStore): unknown => ({
  ...(wholeState(store) as object),
  diagnostics: undefined,
});

describe('a fact that cannot be used', () => {
  for (const [name, poison, counter] of POISON) {
    it(`(${name}) is counted and leaves no trace; those around it count`, async () => {
      const { store, gateway } = await aReadingStore({ sessions });
      const untouched = aStore({ sessions });
      gateway.emit(poison as SessionEvent);
      expect(stateWithoutCounts(store)).to.deep.equal(stateWithoutCounts(untouched.store));
      gateway.emit(poison as SessionEvent, good, poison as SessionEvent);
      expect(store.read(selectSession('call-1'))?.tags).to.deep.equal(['alive']);
      expect(store.read(selectDiagnostics)).to.deep.equal({ unknownFacts: 0, rejectedFacts: 0, [counter]: 3 });
    });
  }

  it('is only the one item of a list that is bad: those around it are there, and count', async () => {
    const { store, gateway } = await aReadingStore({ sessions });
    const [first, last] = someSegments('Hello', 'Are you there?');
    const bad = [null, 7, {}, { ...first, text: 5 }, { ...first, speaker: null }];
    gateway.emit({ type: 'transcript.appended', segments: [first, ...bad, last] as never, ...on });
    const untouched = aStore({ sessions });
    untouched.gateway.emit({ type: 'transcript.appended', segments: [first!, last!], ...on });
    expect(stateWithoutCounts(store)).to.deep.equal(stateWithoutCounts(untouched.store));
    expect(store.read(selectDiagnostics).rejectedFacts).to.equal(1);
  });

  const wild: readonly [string, SessionEvent, object | undefined, number][] = [
    [
      'an offer full of nulls',
      anOffer({ customer: null, caller: { name: null, phone: '+41445550133' }, tags: null }),
      {
        caller: { phone: '+41445550133' },
      },
      0,
    ],
    ['an offer without a direction', anOffer({ direction: null }), { direction: 'none' }, 0],
    ['an offer with parts that nobody can read', anOffer({ customer: 'Nora', subject: 7, queuedAt: '10:00' }), {}, 1],
    [
      'an offer with a blank name',
      anOffer({ customer: { name: ' \u200B', email: 'a@example.com' } }),
      {
        customer: { email: 'a@example.com' },
      },
      0,
    ],
    ['a mood nobody knows', { type: 'sentiment.changed', sentiment: 'mixed', ...on }, { sentiment: 'mixed' }, 0],
    ['tags that are none', { type: 'tags.changed', tags: null as never, ...on }, {}, 1],
    [
      'tags of which some are none',
      { type: 'tags.changed', tags: ['a', null, '', 7, 'b'] as never, ...on },
      { tags: ['a', 'b'] },
      1,
    ],
    [
      'a summary of objects',
      {
        type: 'summary.changed',
        summary: { status: 'ready', version: 1, parts: { narrative: { a: 1 } } } as never,
        ...on,
      },
      {
        summary: { status: 'ready', version: 1, parts: {} },
      },
      1,
    ],
    [
      'a name that is taken back',
      { type: 'customer.identified', customer: { name: null, company: 'Feld' } as never, ...on },
      {
        customer: { name: 'Nora', company: 'Feld' },
      },
      0,
    ],
  ];
  it('gives nobody the members of what would be the object behind theirs', async () => {
    const { store, gateway } = await aReadingStore({ sessions });
    const customer = JSON.parse(
      '{"__proto__": {"company": "Of nobody"}, "email": "a@example.com", "name": 7}',
    ) as object;
    gateway.emit({ type: 'session.snapshot', session: aSession({ id: 'new', customer }), at: NOW });
    const known = store.read(selectSession('new'))?.customer;
    expect([known?.email, known?.company]).to.deep.equal(['a@example.com', undefined]);
  });

  for (const [name, fact, after, count] of wild)
    it(`is not lost for a part of it, whichever gateway says it (${name})`, async () => {
      const known = [aSession({ customer: { name: 'Nora' } })];
      for (const isOneOfTwo of [false, true]) {
        const { store, gateway: own } = isOneOfTwo ? oneOfTwo(known) : await aReadingStore({ sessions: known });
        const sessionId = fact.type === 'session.offered' ? fact.sessionId : 'call-1';
        const select = selectSession(isOneOfTwo ? `one/${sessionId}` : sessionId);
        const before = store.read(select);
        own.emit(fact);
        expect(store.read(select), String(isOneOfTwo)).to.deep.include({ ...before, ...after });
        expect(store.read(selectDiagnostics).rejectedFacts, String(isOneOfTwo)).to.equal(count);
      }
    });

  it('does not cost a copy where all is good', () => {
    for (const fact of FULLEST_FACTS) expect(usableFact(fact).fact, fact.type).to.equal(fact);
  });

  it('is left out, where something before it was only mended, with all else in its place', () => {
    const session = { ...aSession(), times: { queued: NOW, offered: 'soon' }, subject: ' ', visitorLabel: 'Visitor 7' };
    const fact = { type: 'session.snapshot', at: NOW, session } as const;
    const { subject: _, ...rest } = session;
    expect(usableFact<object>(fact)).to.deep.equal({
      fact: { ...fact, session: { ...rest, times: { queued: NOW } } },
      lost: ['session.times.offered'],
    });
    expect(session).to.include({ subject: ' ', visitorLabel: 'Visitor 7' });
  });

  it('is a record that has no place in the list: it is never taken in', () => {
    const { store, gateway } = aStore({ sessions });
    const { times: _, ...placeless } = aSession({ id: 'nowhere', state: 'ended' });
    gateway.emit({ type: 'session.snapshot', at: NOW, session: placeless as Session }, good);
    expect(store.read(selectSession('nowhere'))).to.equal(undefined);
    expect(store.read(selectRoster)).to.deep.equal(aStore({ sessions }).store.read(selectRoster));
    expect(store.read(selectDiagnostics).rejectedFacts).to.equal(1);
    expect(store.read(selectSession('call-1'))?.tags).to.deep.equal(['alive']);
  });

  const noLists = [null, undefined, 7, 'facts', {}, good];
  for (const facts of noLists) {
    it(`(${JSON.stringify(facts)} in place of a list) does not stop the stream`, async () => {
      const { store, gateway } = await aReadingStore({ sessions });
      gateway.deliver(facts as never, 'live');
      gateway.emit(good);
      expect(store.read(selectDiagnostics).rejectedFacts).to.equal(1);
      expect(store.read(selectSession('call-1'))?.tags).to.deep.equal(['alive']);
    });
  }

  it('is told to those who watch the diagnostics, as is what a gateway could not read', async () => {
    const gateway = aGateway();
    const { promise, connect } = toBeConnected(gateway);
    const { store } = aStore({}, { gateway: { connect, execute: (command) => gateway.execute(command) } });
    const receiver = await promise;
    const counts: number[] = [];
    store.select(selectDiagnostics).subscribe(({ rejectedFacts }) => counts.push(rejectedFacts));
    gateway.emit(null as never, null as never);
    receiver.rejected('line 4 is no JSON');
    expect(counts).to.deep.equal([0, 2, 3]);
  });

  it('stays without effect ten thousand times, mixed in all shapes among good ones', async function () {
    // All of it is reckoned at one stretch, in two seconds of a processor that others leave alone.
    this.timeout(60_000);
    const { store, gateway } = await aReadingStore({ sessions });
    const types = [
      ...Object.keys(FACTS),
      'workspace.reset',
      'configuration.rejected',
      'usage.reported',
      'command.failed',
      'x',
    ];
    const envelope = fc.record(
      {
        type: fc.constantFrom(...types),
        at: fc.oneof(fc.constant(NOW), fc.anything()),
        sessionId: fc.oneof(fc.constantFrom('call-1', 'other', '__proto__'), fc.anything()),
        session: fc.anything(),
        offer: fc.anything(),
        segments: fc.array(fc.anything(), { maxLength: 2 }),
        parameters: fc.array(fc.anything(), { maxLength: 2 }),
        participant: fc.anything(),
        tags: fc.anything(),
        usage: fc.anything(),
        command: fc.anything(),
        problems: fc.oneof(fc.constant([]), fc.anything()),
      },
      { requiredKeys: ['type'] },
    );
    const envelopes = fc.sample(fc.oneof(envelope, fc.anything()), 10_000);
    let deliveries = 0;
    store.select(selectWorkspace).subscribe(() => (deliveries += 1));
    for (const poison of envelopes) gateway.emit(poison as SessionEvent);
    const { unknownFacts, rejectedFacts } = store.read(selectDiagnostics);
    expect(unknownFacts + rejectedFacts).to.be.above(1000);
    expect(deliveries).to.be.above(1);
    gateway.emit(
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      { type: 'session.snapshot', at: NOW, session: aSession() },
    );
    gateway.emit(good);
    expect(store.read(selectRoster)).to.deep.equal({ offered: [], active: ['call-1'], parked: [], history: [] });
    expect(store.read(selectSession('call-1'))?.tags).to.deep.equal(['alive']);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});

describe('a listener that fails', () => {
  const failing = (when: string): Selector<string> => ({
    topics: [{ slice: 'sessions', key: 'call-1' }],
    read: ({ sessions: table }) => {
      const tag = table.get('call-1')?.tags[0] ?? '';
      if (tag === when) throw new Error('A selector of a host page');
      return tag;
    },
  });
  const tagged = (tag: string): SessionEvent => ({ type: 'tags.changed', tags: [tag], ...on });

  it('a selector that throws keeps what it showed, and the others go on', () => {
    const { store, gateway } = aStore({ sessions });
    const seen: Record<'broken' | 'sound', string[]> = { broken: [], sound: [] };
    store.select(failing('b')).subscribe((tag) => seen.broken.push(tag));
    store.select(failing('never')).subscribe((tag) => seen.sound.push(tag));
    for (const tag of ['a', 'b', 'c']) gateway.emit(tagged(tag));
    expect(seen).to.deep.equal({ broken: ['', 'a', 'c'], sound: ['', 'a', 'b', 'c'] });
  });

  it('a selector that throws from the beginning begins when it can', () => {
    const { store, gateway } = aStore({ sessions });
    const seen: string[] = [];
    const errors: unknown[] = [];
    store.select(failing('')).subscribe({ next: (tag) => seen.push(tag), error: (error) => errors.push(error) });
    gateway.emit(tagged('a'));
    expect({ seen, errors }).to.deep.equal({ seen: ['a'], errors: [] });
  });

  it('an isEqual that throws is a selector that throws', () => {
    const { store, gateway } = aStore({ sessions });
    const isEqual = (): boolean => {
      throw new Error('Cannot compare');
    };
    let last = '';
    store.select({ ...failing('never'), isEqual }).subscribe(() => {});
    store.select(failing('never')).subscribe((tag) => (last = tag));
    gateway.emit(tagged('a'));
    expect(last).to.equal('a');
  });

  it('subscribers of state and effects that throw stop nobody', async () => {
    const thrown: string[] = [];
    const allThrown = new Promise<void>((resolve) => {
      config.onUnhandledError = (error: Error) => {
        thrown.push(error.message);
        if (thrown.length === 6) resolve();
      };
    });
    const { store, gateway } = aStore({ sessions });
    const seen: string[] = [];
    const fail = (): never => {
      throw new Error('A subscriber of a host page');
    };
    store.select(failing('never')).subscribe(fail);
    store.select(failing('never')).subscribe((tag) => seen.push(tag));
    store.select(selectRoster).subscribe(fail);
    store.effects$.subscribe(fail);
    store.effects$.subscribe(({ type }) => seen.push(type));
    gateway.emit(tagged('a'), { type: 'session.ended', ...on });
    gateway.emit(tagged('b'));
    await allThrown.finally(() => {
      config.onUnhandledError = null;
    });
    expect(seen).to.deep.equal(['', 'a', 'session-ended', 'b']);
  });
});
