import { expect } from '@open-wc/testing';
import type { WorkspaceState } from '../../../src/core/state/workspace-state.js';
import { combineSources, createSessionStore, selectOfSource, silentLogger } from '../../../src/index.js';
import type { Gateway, Selector, SessionStore } from '../../../src/index.js';
import { aDocument, aGateway, aSession, someSegments } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { selectors } from '../../support/all-selectors.js';
import { unnamedReads } from '../../support/unnamed-reads.js';

const sources = import.meta.glob<string>('../../../src/**/*.ts', { eager: true, query: '?raw', import: 'default' });

const storeOf = (gateway: Gateway): SessionStore =>
  createSessionStore({ gateway, clock: { now: () => NOW }, logger: silentLogger, newId: () => 'command' });

const busy = (): Gateway =>
  aGateway({
    document: { ...aDocument, sessionPolicy: 'single-active' },
    sessions: [
      aSession(),
      aSession({ id: 'chat-1', modality: 'im', state: 'parked' }),
      aSession({ id: 'wrap', state: 'after-call-work' }),
      aSession({ id: 'over', state: 'ended' }),
      aSession({ id: 'new', state: 'offered' }),
    ],
    transcript: { sessionId: 'call-1', segments: someSegments('Hello', 'Good morning') },
    facts: [
      { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' },
      { type: 'usage.reported', at: NOW, userId: 'ben', usage: { total: 1, perModality: { im: 1 } } },
      { type: 'connection.changed', at: NOW, status: 'live' },
    ],
    reply: { ok: false, failure: 'failed' },
  });

async function stateOf(gateway: Gateway, sessionId: string): Promise<WorkspaceState> {
  const store = storeOf(gateway);
  store.look(sessionId);
  await store.execute({ type: 'session.hold', sessionId });
  await store.execute({ type: 'presence.change', presence: 'busy' });
  return store.read({ topics: [], read: (state) => state });
}

describe('a selector', () => {
  const states: [string, WorkspaceState][] = [];
  before(async () => {
    states.push(
      ['before the gateway has spoken', await stateOf(aGateway(), 'nobody')],
      ['in the middle of work', await stateOf(busy(), 'call-1')],
      ['with two sources', await stateOf(combineSources({ bank: busy(), shop: busy() }), 'bank/call-1')],
    );
  });

  for (const [name, made] of selectors)
    it(`${name} reads what its topics name, and nothing else`, () => {
      for (const [when, state] of states)
        for (const selector of made) {
          expect(unnamedReads(selector, state), when).to.deep.equal([]);
          for (const source of ['bank', 'shop', undefined])
            expect(
              unnamedReads(selectOfSource(source, selector), state),
              `${when}, of ${String(source)}`,
            ).to.deep.equal([]);
        }
    });

  it('stands with all others in one room, where this test finds it', () => {
    const elsewhere = Object.entries(sources)
      .filter(
        ([path, text]) =>
          !path.includes('/core/selectors/') && /\btopics: [^r]/.test(text) && text.includes('selector.js'),
      )
      .map(([path]) => path);
    expect(elsewhere).to.deep.equal([]);
    expect(selectors.length).to.be.above(15);
  });

  it('that reads a slice, a key or a whole table that it does not name is found out', () => {
    const topics = [{ slice: 'sessions', key: 'call-1' }] as const;
    const [, [, state] = ['', undefined]] = states;
    const unnamed = (read: Selector<unknown>['read']): unknown => state && unnamedReads({ topics, read }, state);
    expect(unnamed(({ sessions }) => sessions.get('call-1'))).to.deep.equal([]);
    expect(unnamed(({ sessions }) => sessions.get('chat-1'))).to.deep.equal(['sessions/chat-1']);
    expect(unnamed(({ sessions }) => sessions.size)).to.deep.equal(['sessions/*']);
    expect(unnamed(({ sessions }) => [...sessions.values()])).to.deep.equal(['sessions/*']);
    expect(unnamed(({ roster }) => roster.active)).to.deep.equal(['roster/']);
    expect(unnamed(({ users: all }) => all.get('ana'))).to.deep.equal(['users/ana']);
    expect(unnamed((all) => ({ ...all }))).to.include('*/');
  });
});
