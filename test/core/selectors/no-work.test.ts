import { expect } from '@open-wc/testing';
import { selectNoWork } from '../../../src/core/selectors/select-no-work.js';
import { combineSources, createSessionStore, silentLogger } from '../../../src/index.js';
import type { ConnectionStatus, SessionEvent } from '../../../src/index.js';
import { aGateway, aSession, withAgent } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const single = withAgent({ taskParallelization: { enabled: false } });
const connection = (status: ConnectionStatus): SessionEvent => ({ type: 'connection.changed', at: NOW, status });

describe('why no work comes to the signed-in agent', () => {
  for (const [what, sessions, sessionId] of [
    [
      'the conversation before a parked one',
      [
        ['parked', 'parked'],
        ['call', 'active'],
      ],
      'call',
    ],
    ['the parked one, where it is all there is', [['parked', 'parked']], 'parked'],
    [
      'the unfinished work',
      [
        ['over', 'ended'],
        ['work', 'after-call-work'],
      ],
      'work',
    ],
  ] as const)
    it(`names the session in the way: ${what}`, () => {
      const { store } = aStore({
        document: single,
        sessions: sessions.map(([id, state]) => aSession({ id, state })),
      });
      expect(store.read(selectNoWork)?.sessionId).to.equal(sessionId);
    });

  it('names none where no session alone is in the way', () => {
    const { store } = aStore({ facts: [{ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' }] });
    expect(store.read(selectNoWork)).not.to.have.property('sessionId');
  });

  it('is the connection where that is lost, and nothing once it is back', () => {
    const { store, gateway } = aStore();
    const seen: unknown[] = [];
    store.select(selectNoWork).subscribe((why) => seen.push(why?.reason));
    for (const status of ['live', 'reconnecting', 'offline', 'signed-out', 'live'] as const)
      gateway.emit(connection(status));
    expect(seen).to.deep.equal([undefined, 'cut-off', 'signed-out', undefined]);
  });

  it('is that there is no workspace for whoever is signed in, and that the agent is signed out once that is so', () => {
    const { store, gateway } = aStore();
    const seen: unknown[] = [];
    store.select(selectNoWork).subscribe((why) => seen.push(why?.reason));
    gateway.emit({ ...connection('signed-out'), reason: 'not-an-agent' } as SessionEvent);
    gateway.emit(connection('signed-out'));
    expect(seen).to.deep.equal([undefined, 'not-an-agent', 'signed-out']);
  });

  for (const [what, bank, shop, reason] of [
    ['one of two is reached', 'reconnecting', 'live', undefined],
    ['one of two does not speak of its connection', 'reconnecting', undefined, undefined],
    ['neither is reached', 'reconnecting', 'offline', 'cut-off'],
    ['the agent has to sign in to one, and the other is not reached', 'signed-out', 'offline', 'signed-out'],
  ] as const)
    it(`of several gateways, where ${what}: ${reason ?? 'work comes'}`, () => {
      const of = (status: ConnectionStatus | undefined) => aGateway({ facts: status ? [connection(status)] : [] });
      const store = createSessionStore({
        gateway: combineSources({ bank: of(bank), shop: of(shop) }),
        clock: { now: () => NOW },
        logger: silentLogger,
        newId: () => 'c',
      });
      expect(store.read(selectNoWork)?.reason).to.equal(reason);
    });

  it('is delivered with news of the presence that it is about, and not with others', () => {
    const { store, gateway } = aStore();
    const seen: unknown[] = [];
    store.select(selectNoWork).subscribe((why) => seen.push(why && [why.reason, why.presence?.until]));
    const rona = (until: number, userId = 'ana'): SessionEvent => ({
      type: 'presence.changed',
      at: NOW,
      userId,
      presence: 'not-available',
      cause: 'rona',
      until,
    });
    gateway.emit(rona(NOW + 1000));
    gateway.emit(rona(NOW + 3000, 'ben'));
    gateway.emit(rona(NOW + 2000));
    gateway.emit({ type: 'session.snapshot', at: NOW, session: aSession({ modality: 'email' }) });
    gateway.emit({ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'available' });
    expect(seen).to.deep.equal([undefined, ['rona', NOW + 1000], ['rona', NOW + 2000], undefined]);
  });
});
