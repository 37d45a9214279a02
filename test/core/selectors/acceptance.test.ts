import { expect } from '@open-wc/testing';
import { selectAcceptance, selectAvailability, selectAvailabilityOf } from '../../../src/index.js';
import type { Acceptance, Presence, Session, SessionEvent } from '../../../src/index.js';
import { aConfiguration, aDocument, aSession, withAgent } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const sessionOf = (modality: string, state: Session['state'] = 'parked', id = modality): Session =>
  aSession({ id, modality, state });

const presence = (word: Presence, userId = 'ana'): SessionEvent => ({
  type: 'presence.changed',
  at: NOW,
  userId,
  presence: word,
});

const imFor = (
  sessions: readonly Session[],
  document: unknown = aDocument,
  ...facts: readonly SessionEvent[]
): Acceptance => aStore({ sessions, document, facts }).store.read(selectAcceptance('im'));

const parallel = (total: number, perModality: Readonly<Record<string, number>>): unknown =>
  withAgent({ taskParallelization: { enabled: true, total, perModality } });

describe('"can I take an IM now, and if not, which limit stops it"', () => {
  const mails = ['a', 'b', 'c'].map((id) => sessionOf('email', 'parked', id));
  const chats = ['x', 'y'].map((id) => sessionOf('im', 'parked', id));

  const table: readonly [string, Acceptance['stops'], Acceptance][] = [
    ['nothing to do', [], imFor([])],
    ['all other modalities full', [], imFor([...mails, sessionOf('audio-video')])],
    ['as many chats as allowed', ['modality-limit'], imFor(chats)],
    ['as many tasks as allowed', ['total-limit'], imFor([...mails, sessionOf('external'), sessionOf('audio-video')])],
    ['both', ['total-limit', 'modality-limit'], imFor([...mails, ...chats])],
    ['over capacity', ['total-limit', 'modality-limit'], imFor([...mails, ...chats, sessionOf('audio-video')])],
    [
      'a total below the sum of the modalities',
      ['total-limit'],
      imFor(mails.slice(0, 2), parallel(2, { im: 2, email: 2 })),
    ],
    ['a modality limit of zero', ['modality-limit'], imFor([], parallel(5, { im: 0 }))],
    ['a total of zero', ['total-limit'], imFor([], parallel(0, {}))],
    ['no modality limit', [], imFor(chats, parallel(5, {}))],
    ['after-call work', ['after-call-work'], imFor([sessionOf('email', 'after-call-work')])],
    ['history and offers', [], imFor([sessionOf('email', 'ended'), sessionOf('im', 'offered')])],
    ['chats not handled', ['modality-disabled'], imFor([], withAgent({ modalities: ['email'] }))],
    ['no parallelization, one parked', ['session'], imFor([sessionOf('im')], withAgent({ taskParallelization: {} }))],
    ['no parallelization, free', [], imFor([], withAgent({ taskParallelization: {} }))],
    ['away', ['presence'], imFor([], aDocument, presence('away'))],
    [
      'everything at once',
      ['presence', 'after-call-work', 'total-limit', 'modality-limit'],
      imFor([...mails, ...chats, sessionOf('audio-video', 'after-call-work')], aDocument, presence('do-not-disturb')),
    ],
  ];
  for (const [when, stops, acceptance] of table) {
    it(`${when}: ${stops.join(', ') || 'yes'}`, () => {
      expect(acceptance.stops).to.deep.equal(stops);
      expect(acceptance.canAccept).to.equal(stops.length === 0);
    });
  }

  it('answers for each modality on its own', () => {
    const { store } = aStore({ sessions: chats });
    expect(store.read(selectAcceptance('email')).canAccept).to.equal(true);
    expect(store.read(selectAcceptance('im')).canAccept).to.equal(false);
  });

  it('names the session to park first while one is being talked to, under the single-active policy only', () => {
    const talking = [sessionOf('audio-video', 'held', 'call-9'), ...chats.slice(1)];
    expect(imFor(talking).parkFirst).to.equal('call-9');
    expect(imFor([sessionOf('audio-video', 'unparking', 'call-9')]).parkFirst).to.equal('call-9');
    expect(imFor(chats.slice(1)).parkFirst).to.equal(undefined);
    expect(imFor(talking, { ...aDocument, sessionPolicy: 'multi-active' }).parkFirst).to.equal(undefined);
  });

  it('is delivered when another session is the one to park first', () => {
    const { store, gateway } = aStore({ sessions: [sessionOf('email', 'active')] });
    const seen: (string | undefined)[] = [];
    store.select(selectAcceptance('im')).subscribe(({ parkFirst }) => seen.push(parkFirst));
    gateway.emit({ type: 'session.parked', sessionId: 'email', at: NOW });
    gateway.emit({ type: 'session.unparking', sessionId: 'email', at: NOW });
    gateway.emit({ type: 'session.unparked', sessionId: 'email', at: NOW });
    gateway.emit({ type: 'session.ended', sessionId: 'email', at: NOW });
    expect(seen).to.deep.equal(['email', undefined, 'email', undefined]);
  });

  it('is delivered when the answer changes, and only then', () => {
    const { store, gateway } = aStore();
    const answers: Acceptance['stops'][] = [];
    store.select(selectAcceptance('im')).subscribe(({ stops }) => answers.push(stops));
    for (const session of [...mails, ...chats]) gateway.emit({ type: 'session.snapshot', at: NOW, session });
    gateway.emit({ type: 'session.ended', at: NOW, sessionId: 'x' });
    gateway.emit(presence('away', 'ben'));
    gateway.emit(presence('away'));
    expect(answers).to.deep.equal([[], ['total-limit', 'modality-limit'], [], ['presence']]);
  });
});

describe('an answer that is on screen', () => {
  const loaded = (document: unknown): SessionEvent => ({
    type: 'configuration.loaded',
    at: NOW,
    configuration: aConfiguration(document),
  });

  it('changes with the limits of the agent, also from one stop to another', () => {
    const { store, gateway } = aStore({ sessions: [sessionOf('im')], document: parallel(5, {}) });
    const answers: string[] = [];
    store.select(selectAcceptance('im')).subscribe(({ stops }) => answers.push(stops.join()));
    for (const document of [
      parallel(5, { im: 1 }),
      parallel(1, {}),
      parallel(1, { im: 1 }),
      withAgent({ modalities: ['email'], taskParallelization: { enabled: true, total: 5, perModality: {} } }),
      parallel(5, {}),
    ])
      gateway.emit(loaded(document));
    expect(answers).to.deep.equal([
      '',
      'modality-limit',
      'total-limit',
      'total-limit,modality-limit',
      'modality-disabled',
      '',
    ]);
  });

  it('changes with the policy', () => {
    const { store, gateway } = aStore({ sessions: [sessionOf('email', 'active')] });
    const seen: (string | undefined)[] = [];
    store.select(selectAcceptance('im')).subscribe(({ parkFirst }) => seen.push(parkFirst));
    gateway.emit(loaded({ ...aDocument, sessionPolicy: 'multi-active' }));
    gateway.emit(loaded(aDocument));
    expect(seen).to.deep.equal(['email', undefined, 'email']);
  });

  it('of the classic indicator changes with what stops, and only then', () => {
    const document = withAgent({ taskParallelization: { enabled: false } });
    const { store, gateway } = aStore({ document });
    const seen: (string | undefined)[] = [];
    store.select(selectAvailability).subscribe(({ stop }) => seen.push(stop));
    gateway.emit({ type: 'session.snapshot', at: NOW, session: sessionOf('im', 'active') });
    gateway.emit({ type: 'session.snapshot', at: NOW, session: sessionOf('email', 'active') });
    gateway.emit(presence('away'));
    gateway.emit(presence('offline'));
    gateway.emit(presence('available'));
    expect(seen).to.deep.equal([undefined, 'session', 'presence', 'session']);
  });
});

describe('the availability of somebody else', () => {
  const usage = (total: number): SessionEvent => ({
    type: 'usage.reported',
    at: NOW,
    userId: 'ben',
    usage: { total, perModality: {} },
  });

  it('is unknown until the backend says how they are, and follows what it says', () => {
    const { store, gateway } = aStore();
    const seen: unknown[] = [];
    store.select(selectAvailabilityOf('ben')).subscribe((answer) => seen.push(answer));
    gateway.emit(usage(1));
    gateway.emit(presence('available', 'ben'));
    gateway.emit(usage(0));
    gateway.emit(presence('busy', 'ben'));
    gateway.emit(presence('away', 'ben'));
    gateway.emit(usage(2));
    expect(seen).to.deep.equal([
      undefined,
      { isAvailable: false, stop: 'session' },
      { isAvailable: true },
      { isAvailable: false, stop: 'presence' },
    ]);
  });

  it('is news when it becomes known, also when nothing stops them', () => {
    const { store, gateway } = aStore();
    const seen: unknown[] = [];
    store.select(selectAvailabilityOf('ben')).subscribe((answer) => seen.push(answer));
    gateway.emit(presence('available', 'ben'));
    gateway.emit({ type: 'workspace.reset', at: NOW + 1, agentId: 'ana' });
    expect(seen).to.deep.equal([undefined, { isAvailable: true }, undefined]);
  });
});

describe('the classic availability', () => {
  const single = withAgent({ taskParallelization: { enabled: false } });
  const table: readonly [string, readonly Session[], Presence, string | undefined][] = [
    ['free', [], 'available', undefined],
    ['busy with something of one’s own', [], 'busy', undefined],
    ['away', [], 'away', 'presence'],
    ['offline', [], 'offline', 'presence'],
    ['not to be disturbed', [], 'do-not-disturb', 'presence'],
    ['a presence nobody knows', [], 'in-a-meeting', 'presence'],
    ['in a call', [sessionOf('audio-video', 'active')], 'available', 'session'],
    ['with a parked call', [sessionOf('audio-video', 'parked')], 'available', 'session'],
    ['in after-call work', [sessionOf('audio-video', 'after-call-work')], 'available', 'after-call-work'],
    ['with an offer', [sessionOf('audio-video', 'offered')], 'available', undefined],
    ['away in a call', [sessionOf('audio-video', 'active')], 'away', 'presence'],
  ];
  for (const [when, sessions, word, stop] of table) {
    it(`${when}: ${stop ?? 'available'}`, () => {
      const { store } = aStore({ sessions, document: single, facts: [presence(word)] });
      expect(store.read(selectAvailability)).to.deep.equal(
        stop === undefined ? { isAvailable: true } : { isAvailable: false, stop },
      );
    });
  }
});
