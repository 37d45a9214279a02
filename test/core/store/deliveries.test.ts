import { expect } from '@open-wc/testing';
import {
  selectAgentCommands,
  selectAvailability,
  selectCapacity,
  selectCommands,
  selectConfiguration,
  selectDiagnostics,
  selectRoster,
  selectSelectedId,
  selectServiceOf,
  selectSession,
  selectTranscript,
  selectUser,
  selectWidgets,
  selectWorkspace,
} from '../../../src/index.js';
import type { Selector, SessionEvent } from '../../../src/index.js';
import { aConfiguration, aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const READERS: Readonly<Record<string, Selector<unknown>>> = Object.fromEntries(
  Object.entries({
    call: selectSession('call-1'),
    chat: selectSession('chat-1'),
    'transcript of the call': selectTranscript('call-1'),
    'transcript of the chat': selectTranscript('chat-1'),
    'commands on the call': selectCommands('call-1'),
    'commands about the agent': selectAgentCommands,
    widgets: selectWidgets('call-1'),
    service: selectServiceOf('call-1'),
    roster: selectRoster,
    selection: selectSelectedId,
    capacity: selectCapacity(),
    availability: selectAvailability,
    ana: selectUser('ana'),
    ben: selectUser('ben'),
    workspace: selectWorkspace,
    configuration: selectConfiguration,
    diagnostics: selectDiagnostics,
  }).map(([name, selector]) => [name, selector as Selector<unknown>]),
);

const sessions = [aSession(), aSession({ id: 'chat-1', modality: 'im', state: 'parked' })];

/** Who gets something, and how often, while `act` goes on. */
function served(act: (parts: ReturnType<typeof aStore>) => void): Readonly<Record<string, number>> {
  const parts = aStore({ sessions });
  const counts: Record<string, number> = {};
  for (const [name, selector] of Object.entries(READERS)) {
    let isFirst = true;
    parts.store.select(selector).subscribe(() => {
      if (!isFirst) counts[name] = (counts[name] ?? 0) + 1;
      isFirst = false;
    });
  }
  act(parts);
  return counts;
}

const onCall = { sessionId: 'call-1', at: NOW } as const;
const onChat = { sessionId: 'chat-1', at: NOW } as const;

describe('a delivery goes to those who read what changed, once, and to nobody else', () => {
  const table: readonly [string, readonly SessionEvent[], Readonly<Record<string, number>>][] = [
    [
      'a segment of the call',
      [{ type: 'transcript.appended', segments: someSegments('Hi'), ...onCall }],
      { 'transcript of the call': 1 },
    ],
    [
      'a message in the chat',
      [{ type: 'transcript.appended', segments: someSegments('Hi'), ...onChat }],
      { chat: 1, 'transcript of the chat': 1 },
    ],
    ['tags', [{ type: 'tags.changed', tags: ['vip'], ...onCall }], { call: 1 }],
    ['hold', [{ type: 'session.held', ...onCall }], { call: 1 }],
    ['parking', [{ type: 'session.parked', ...onCall }], { call: 1, roster: 1 }],
    ['an end', [{ type: 'session.ended', ...onCall }], { call: 1, roster: 1, capacity: 1 }],
    ['a colleague’s presence', [{ type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' }], { ben: 1 }],
    [
      'the agent’s presence',
      [{ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' }],
      { ana: 1, availability: 1 },
    ],
    [
      'a colleague’s work',
      [{ type: 'usage.reported', at: NOW, userId: 'ben', usage: { total: 1, perModality: {} } }],
      { ben: 1 },
    ],
    [
      'another session',
      [{ type: 'session.snapshot', at: NOW, session: aSession({ id: 'x' }) }],
      { roster: 1, capacity: 1 },
    ],
    [
      'a session of the past',
      [{ type: 'session.snapshot', at: NOW, session: aSession({ id: 'x', state: 'ended' }) }],
      { roster: 1 },
    ],
    ['a fact that came late', [{ type: 'session.accepted', ...onCall }], {}],
    ['a fact nobody knows', [{ type: 'session.cloned', ...onCall } as unknown as SessionEvent], { diagnostics: 1 }],
    [
      'problems of a newer configuration',
      [{ type: 'configuration.rejected', at: NOW, problems: [] }],
      { workspace: 1 },
    ],
    [
      'three facts at once',
      [
        { type: 'tags.changed', tags: ['a'], ...onCall },
        { type: 'session.held', ...onCall },
        { type: 'session.ended', ...onChat },
      ],
      { call: 1, chat: 1, roster: 1, capacity: 1 },
    ],
  ];
  for (const [what, facts, expected] of table) {
    it(`${what}: ${Object.keys(expected).join(', ') || 'nobody'}`, () => {
      expect(served(({ gateway }) => gateway.emit(...facts))).to.deep.equal(expected);
    });
  }

  it('a look at another session: both sessions and the selection', () => {
    const counts = served(({ store }) => {
      store.look('call-1');
      store.look('chat-1');
      store.look('chat-1');
    });
    expect(counts).to.deep.equal({ call: 2, chat: 1, selection: 2 });
  });

  it('a command: those who show it', () => {
    const counts = served(({ store, gateway }) => {
      gateway.answer = () => new Promise(() => undefined);
      void store.execute({ type: 'session.hold', sessionId: 'call-1' });
      void store.execute({ type: 'presence.change', presence: 'away' });
    });
    expect(counts).to.deep.equal({ 'commands on the call': 1, 'commands about the agent': 1 });
  });

  it('a new configuration: those whose part of it is another one', () => {
    const counts = served(({ gateway }) => {
      gateway.emit({ type: 'configuration.loaded', at: NOW, configuration: aConfiguration() });
    });
    expect(counts).to.deep.equal({ workspace: 1, configuration: 1, service: 1 });
  });
});

describe('the store at its end', () => {
  it('has no subscription left, hears its gateway no more and ends every stream', () => {
    const { store, gateway } = aStore({ sessions });
    const ended: string[] = [];
    for (const [name, selector] of Object.entries(READERS))
      store.select(selector).subscribe({ complete: () => ended.push(name) });
    store.effects$.subscribe({ complete: () => ended.push('effects') });
    expect(store.subscriptions).to.equal(Object.keys(READERS).length);
    expect(gateway.connections).to.equal(1);
    store.dispose();
    expect(store.subscriptions).to.equal(0);
    expect(gateway.connections).to.equal(0);
    expect(ended).to.have.members([...Object.keys(READERS), 'effects']);
  });

  it('ends the stream of a selector that names no part of the state, too', () => {
    const { store } = aStore({ sessions });
    let isEnded = false;
    store.select({ topics: [], read: ({ sessions: all }) => all.size }).subscribe({ complete: () => (isEnded = true) });
    expect(store.subscriptions).to.equal(1);
    store.dispose();
    expect(isEnded).to.equal(true);
    expect(store.subscriptions).to.equal(0);
  });

  it('can come in the middle of a delivery, and twice', () => {
    const { store, gateway } = aStore({ sessions });
    const seen: string[] = [];
    store.select(selectSession('call-1')).subscribe((session) => {
      if (session?.state === 'held') store.dispose();
    });
    store.select(selectSession('call-1')).subscribe((session) => seen.push(session?.state ?? 'gone'));
    gateway.emit({ type: 'session.held', ...onCall });
    store.dispose();
    expect(seen).to.deep.equal(['active']);
    expect(store.subscriptions).to.equal(0);
  });

  it('still shows the last state to who asks later, and lets go at once', () => {
    const { store } = aStore({ sessions });
    store.dispose();
    const seen: string[] = [];
    store
      .select(selectSession('call-1'))
      .subscribe({ next: (session) => seen.push(session!.state), complete: () => seen.push('end') });
    expect(seen).to.deep.equal(['active', 'end']);
    expect(store.subscriptions).to.equal(0);
  });

  it('counts subscriptions as they come and go', () => {
    const { store } = aStore();
    const one = store.select(selectRoster).subscribe();
    const other = store.select(selectCapacity()).subscribe();
    expect(store.subscriptions).to.equal(2);
    one.unsubscribe();
    one.unsubscribe();
    expect(store.subscriptions).to.equal(1);
    other.unsubscribe();
    expect(store.subscriptions).to.equal(0);
  });
});
