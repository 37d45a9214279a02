import { expect } from '@open-wc/testing';
import {
  selectBegun,
  selectCommands,
  selectRoster,
  selectSelectedId,
  selectSelection,
  selectSession,
  selectTranscript,
} from '../../../src/index.js';
import type { SessionStore } from '../../../src/index.js';
import { aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const IDS = ['a', 'b', 'c'] as const;
const sessions = IDS.map((id) => aSession({ id, modality: 'im', unread: 2 }));

/** The selected id, and the sessions that take themselves for selected. */
const lookedAt = (store: SessionStore): readonly (string | undefined)[] => [
  store.read(selectSelectedId),
  ...IDS.filter((id) => store.read(selectSession(id))?.isSelected),
];

describe('looking at a session', () => {
  it('selects it, reads it, and lets the one before go', () => {
    const { store, gateway } = aStore({ sessions });
    store.look('a');
    store.look('b');
    expect(lookedAt(store)).to.deep.equal(['b', 'b']);
    gateway.emit({ type: 'transcript.appended', sessionId: 'a', at: NOW, segments: someSegments('Hello?') });
    gateway.emit({ type: 'transcript.appended', sessionId: 'b', at: NOW, segments: someSegments('Hello?') });
    expect(IDS.map((id) => store.read(selectSession(id))?.unread)).to.deep.equal([1, 0, 2]);
    expect(gateway.commands).to.deep.equal([]);
  });

  it('at none lets go; so does the removal of the session', () => {
    const { store, gateway } = aStore({ sessions });
    store.look('a');
    store.look(undefined);
    expect(lookedAt(store)).to.deep.equal([undefined]);
    store.look('b');
    gateway.emit({ type: 'session.removed', sessionId: 'b', at: NOW });
    expect(lookedAt(store)).to.deep.equal([undefined]);
  });

  it('goes on while it is forgotten and told anew, and what was asked for and written there with it', () => {
    const { store, gateway } = aStore({ sessions, reply: 'never' });
    store.look('a');
    store.keep('message', 'a', 'Dear');
    void store.execute({ type: 'session.park', sessionId: 'a' });
    gateway.emit({ type: 'transcript.appended', sessionId: 'a', at: NOW, segments: someSegments('Hallo') });
    const [corrected] = someSegments('Hello');
    gateway.deliver(
      [
        { type: 'session.forgotten', sessionId: 'a', at: NOW },
        { type: 'transcript.appended', sessionId: 'a', at: NOW, segments: [corrected!] },
        { type: 'session.snapshot', at: NOW, session: aSession({ id: 'a', modality: 'im', unread: 2 }) },
      ],
      'replay',
    );
    expect(lookedAt(store)).to.deep.equal(['a', 'a']);
    expect(Array.from(store.read(selectTranscript('a')), ({ text }) => text)).to.deep.equal(['Hello']);
    expect(store.read(selectBegun('message', 'a'))).to.equal('Dear');
    expect(store.read(selectCommands('a')).map(({ status }) => status)).to.deep.equal(['pending']);
  });

  it('at one that does not exist looks at none', () => {
    const { store } = aStore({ sessions });
    store.look('a');
    store.look('__proto__');
    expect(lookedAt(store)).to.deep.equal([undefined]);
  });

  it('several times during one delivery ends at the last one', () => {
    const { store, gateway } = aStore({ sessions });
    store.look('a');
    let isFirst = true;
    store.select(selectRoster).subscribe(() => {
      if (!isFirst) for (const id of ['b', 'c', 'a', undefined, 'c', 'a'] as const) store.look(id);
      isFirst = false;
    });
    gateway.emit({ type: 'session.parked', sessionId: 'a', at: NOW });
    expect(lookedAt(store)).to.deep.equal(['a', 'a']);
  });

  it('from effects of one batch ends at the last one', () => {
    const { store, gateway } = aStore({ sessions: IDS.map((id) => aSession({ id, state: 'offered' })) });
    store.effects$.subscribe(({ session }) => store.look(session.id));
    gateway.emit(...IDS.map((sessionId) => ({ type: 'session.accepted', sessionId, at: NOW }) as const));
    expect(lookedAt(store)).to.deep.equal(['c', 'c']);
  });

  it('is at one session only, also when the backend says so', () => {
    const { store, gateway } = aStore({ sessions });
    store.look('a');
    gateway.emit({ type: 'session.selected', sessionId: 'b', at: NOW });
    expect(lookedAt(store)).to.deep.equal(['b', 'b']);
    gateway.emit({ type: 'session.deselected', sessionId: 'a', at: NOW });
    expect(lookedAt(store)).to.deep.equal(['b', 'b']);
  });
});

describe('what is looked at', () => {
  const ring = [aSession({ id: 'a', state: 'offered', times: {} }), aSession({ id: 'b' })];
  const at = NOW;

  it('is nothing before anybody chose, and Home when Home was chosen', () => {
    const { store } = aStore({ sessions: ring });
    expect(store.read(selectSelection)).to.equal(undefined);
    store.look(undefined);
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'home' });
    store.look('b');
    store.look({ kind: 'home' });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'home' });
    expect(store.read(selectSession('b'))?.isSelected).to.equal(false);
  });

  it('is an offer until it is accepted, and the session from then on', () => {
    const { store, gateway } = aStore({ sessions: ring });
    store.look('a');
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'offer', sessionId: 'a' });
    gateway.emit({ type: 'session.accepted', sessionId: 'a', at });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: 'a' });
  });

  it('stays an offer when that came to nothing; looked at later, it is a session of the past', () => {
    const { store, gateway } = aStore({ sessions: ring });
    store.look('a');
    gateway.emit({ type: 'session.missed', sessionId: 'a', at });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'offer', sessionId: 'a' });
    store.look('b');
    store.look('a');
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: 'a' });
  });

  it('is what the record says, whatever was wished for', () => {
    const { store } = aStore({ sessions: ring });
    store.look({ kind: 'session', sessionId: 'a', tab: 'map' });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'offer', sessionId: 'a' });
    store.look({ kind: 'offer', sessionId: 'b' });
    expect(store.read(selectSelection)).to.deep.equal({ kind: 'session', sessionId: 'b' });
  });

  it('is a tab of the session, which stays while the session is looked at', () => {
    const { store, gateway } = aStore({ sessions: ring });
    const told: unknown[] = [];
    store.select(selectSelection).subscribe((selection) => told.push(selection?.tab));
    for (const tab of ['map', 'map', 'codes'] as const) store.look({ kind: 'session', sessionId: 'b', tab });
    store.look('b');
    gateway.emit({ type: 'session.held', sessionId: 'b', at });
    store.look({ kind: 'session', sessionId: 'b' });
    store.look({ kind: 'session', sessionId: 'b', tab: 'map' });
    store.look('a');
    store.look('b');
    expect(told).to.deep.equal([undefined, 'map', 'codes', undefined, 'map', undefined, undefined]);
  });

  it('is nothing again when it is removed, so that the workspace can begin anew', () => {
    const { store, gateway } = aStore({ sessions: ring });
    store.look('b');
    gateway.emit({ type: 'session.removed', sessionId: 'b', at });
    expect(store.read(selectSelection)).to.equal(undefined);
  });
});
