import { expect } from '@open-wc/testing';
import type { SessionEvent, SessionStore } from '../../../src/index.js';
import { selectRoster, selectSession, selectUser } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aReadingStore, aStore } from '../../support/a-store.js';

const call = aSession();
const fact = (
  type: 'session.held' | 'session.resumed' | 'session.parking' | 'session.parked',
  at = NOW,
): SessionEvent => ({
  type,
  sessionId: 'call-1',
  at,
});

/** What a subscriber of the call sees, in the order in which it sees it. */
function statesSeen(store: SessionStore): string[] {
  const seen: string[] = [];
  store.select(selectSession('call-1')).subscribe((session) => seen.push(session?.state ?? 'gone'));
  return seen;
}

describe('the loop of the store', () => {
  it('lets a fact that is told during a delivery wait its turn: everyone sees the same order', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const before = statesSeen(store);
    const depths: number[] = [];
    let depth = 0;
    store.select(selectSession('call-1')).subscribe((session) => {
      depth += 1;
      depths.push(depth);
      if (session?.state === 'held') gateway.emit(fact('session.resumed'));
      if (session?.state === 'active' && session.since === NOW + 1)
        gateway.emit(fact('session.parking'), fact('session.parked'));
      depth -= 1;
    });
    const after = statesSeen(store);
    gateway.emit(fact('session.held'));
    expect(before).to.deep.equal(['active', 'held', 'active']);
    expect(after).to.deep.equal(before);
    expect(depths).to.deep.equal([1, 1, 1]);
  });

  it('keeps what waits, whatever its gateway does with the list that it was told in', async () => {
    const { store, gateway } = await aReadingStore({ sessions: [call] });
    const list = [fact('session.resumed')];
    const seen = statesSeen(store);
    store.select(selectSession('call-1')).subscribe((session) => {
      if (session?.state !== 'held') return;
      gateway.deliver(list, 'live');
      list.length = 0;
    });
    gateway.emit(fact('session.held'));
    expect(seen).to.deep.equal(['active', 'held', 'active']);
  });

  it('does so for commands, looks and complaints, too', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const order: string[] = [];
    let isNew = true;
    store.select(selectSession('call-1')).subscribe((session) => {
      order.push(`${session?.state ?? 'gone'}, ${session?.isSelected ? 'looked at' : 'elsewhere'}`);
      if (session?.state !== 'held' || !isNew) return;
      isNew = false;
      gateway.answer = () => {
        gateway.emit(fact('session.parking'));
        return Promise.resolve({ ok: true });
      };
      void store.execute({ type: 'session.park', sessionId: 'call-1' });
      store.look('call-1');
      order.push('still in the first delivery');
    });
    gateway.emit(fact('session.held'));
    expect(order).to.deep.equal([
      'active, elsewhere',
      'held, elsewhere',
      'still in the first delivery',
      'parking, elsewhere',
      'parking, looked at',
    ]);
  });

  it('tells effects after the state they belong to, before the next fact', () => {
    const { store, gateway } = aStore();
    const order: string[] = [];
    store
      .select(selectRoster)
      .subscribe(({ offered, active }) => order.push(`roster ${[...offered, ...active].join()}`));
    store.effects$.subscribe(({ type, session }) => {
      order.push(`${type} ${session.id}`);
      if (session.id === 'a') gateway.emit(offer('b'));
    });
    const offer = (sessionId: string): SessionEvent => ({
      type: 'session.offered',
      sessionId,
      at: NOW,
      offer: { serviceId: 'card-line', modality: 'im', direction: 'inbound' },
    });
    gateway.emit(offer('a'));
    expect(order).to.deep.equal(['roster ', 'roster a', 'session-offered a', 'roster a,b', 'session-offered b']);
  });

  it('delivers a batch as one change', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const seen = statesSeen(store);
    gateway.emit(fact('session.held'), fact('session.resumed'), fact('session.parking'), fact('session.parked'));
    expect(seen).to.deep.equal(['active', 'parked']);
  });

  it('delivers nothing for a batch that leads back or nowhere', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const seen = statesSeen(store);
    gateway.emit(fact('session.resumed'), { ...fact('session.held'), sessionId: 'unknown' } as SessionEvent);
    gateway.emit();
    expect(seen).to.deep.equal(['active']);
  });

  it('serves a subscriber that comes in the middle of a delivery with what is true then', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const late: string[] = [];
    let isNew = true;
    store.select(selectUser('ana')).subscribe((user) => {
      if (user?.presence?.presence !== 'busy' || !isNew) return;
      isNew = false;
      store.select(selectSession('call-1')).subscribe((session) => late.push(session?.state ?? 'gone'));
    });
    gateway.emit({ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'busy' }, fact('session.held'));
    gateway.emit(fact('session.resumed'));
    expect(late).to.deep.equal(['held', 'active']);
  });

  it('serves nobody who was let go in the middle of a delivery', () => {
    const { store, gateway } = aStore({ sessions: [call] });
    const seen: string[] = [];
    store.select(selectSession('call-1')).subscribe((session) => {
      if (session?.state === 'held') second.unsubscribe();
    });
    const second = store.select(selectSession('call-1')).subscribe((session) => seen.push(session?.state ?? 'gone'));
    gateway.emit(fact('session.held'));
    expect(seen).to.deep.equal(['active']);
  });
});
