import { expect } from '@open-wc/testing';
import type { Selector, SessionEvent } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';
import { selectors } from '../../support/all-selectors.js';
import { FACTS, aSessionIn } from '../../support/session-facts.js';

/** What happens to `call-1` beside others that come, move and end. */
const story: readonly SessionEvent[] = [
  ...Object.values(FACTS).filter(({ type }) => type !== 'session.removed' && type !== 'session.forgotten'),
  { type: 'session.snapshot', at: NOW, session: aSessionIn('offered', { id: 'new' }) },
  { type: 'session.snapshot', at: NOW, session: aSession({ id: 'chat-1', modality: 'im' }) },
  { type: 'session.accepted', at: NOW, sessionId: 'new' },
  { type: 'session.snapshot', at: NOW, session: aSessionIn('ended', { id: 'over' }) },
  { type: 'session.snapshot', at: NOW, session: aSession({ id: 'chat-1', modality: 'im', unread: 2 }) },
  { type: 'session.parking', at: NOW, sessionId: 'chat-1' },
  { type: 'session.parked', at: NOW, sessionId: 'chat-1' },
  { type: 'session.snapshot', at: NOW, session: aSessionIn('active') },
  { type: 'session.held', at: NOW, sessionId: 'call-1' },
  { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'available' },
  { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'busy', reason: 'lunch' },
  { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away' },
  { type: 'presence.changed', at: NOW, userId: 'ben', presence: 'away', since: 5 } as SessionEvent,
  { type: 'usage.reported', at: NOW, userId: 'ben', usage: { total: 1, perModality: { im: 1 } } },
  { type: 'usage.reported', at: NOW, userId: 'ben', usage: { total: 2, perModality: { im: 1, email: 1 } } },
  { type: 'connection.changed', at: NOW, status: 'reconnecting' },
  { type: 'connection.changed', at: NOW, status: 'live' },
  { type: 'session.removed', at: NOW, sessionId: 'over' },
];

/** Leaves to the list what belongs to the list. */
const WITHOUT_A_PART = 'selectSessionContent';

describe('a selector that tells what is the same', () => {
  const moments = new Map<Selector<unknown>, unknown[]>();
  before(() => {
    const { store, gateway } = aStore({ sessions: [aSessionIn('offered')] });
    const all = selectors.flatMap(([, made]) => made);
    for (const selector of all) moments.set(selector, [store.read(selector)]);
    const note = (): void => {
      for (const selector of all) moments.get(selector)?.push(store.read(selector));
    };
    for (const fact of story) {
      gateway.emit(fact);
      note();
    }
    for (const sessionId of ['call-1', 'chat-1', 'nobody']) {
      store.look(sessionId);
      note();
      store.keep('message', sessionId, 'Good');
      store.keep('notes', sessionId, { text: 'x' } as never);
      note();
    }
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
    void store.execute({ type: 'session.hold', sessionId: 'call-1' });
    note();
    void store.execute({ type: 'session.end', sessionId: 'over' });
    note();
  });

  for (const [name, made] of selectors)
    if (name !== WITHOUT_A_PART && made.some(({ isEqual }) => isEqual))
      it(`knows its own value again, and misses no change: ${name}`, () => {
        for (const selector of made) {
          const values = moments.get(selector) ?? [];
          for (const [index, one] of values.entries()) {
            expect(selector.isEqual?.(one, one)).to.equal(true);
            for (const other of values.slice(index + 1))
              if (selector.isEqual?.(one, other)) expect(other).to.deep.equal(one);
          }
        }
      });
});
