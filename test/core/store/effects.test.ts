import { expect } from '@open-wc/testing';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionEvent, SessionState, TranscriptSegment } from '../../../src/index.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';
import { aSessionIn, FACTS, ONGOING } from '../../support/session-facts.js';
import type { FactType } from '../../support/session-facts.js';

/** The effects of facts on a workspace with these sessions. */
function effectsOf(
  sessions: readonly Session[],
  facts: readonly SessionEvent[],
  delivery: 'live' | 'replay' = 'live',
): readonly string[] {
  const { store, gateway } = aStore({ sessions });
  const seen: string[] = [];
  store.effects$.subscribe(({ type, session }) => seen.push(`${type} ${session.id} ${session.state}`));
  gateway.deliver(facts, delivery);
  return seen;
}

/** Which effect a fact has, and in which states. Everything else has none. */
const EFFECTS: Partial<Record<FactType, readonly [string, readonly SessionState[]]>> = {
  'session.accepted': ['session-started', ['offered']],
  'session.connected': ['session-started', ['offered']],
  'session.ended': ['session-ended', ['offered', ...ONGOING]],
  'session.declined': ['offer-returned', ['offered']],
  'session.missed': ['offer-returned', ['offered']],
  'session.park-failed': ['session-failed', ['parking']],
  'session.unpark-failed': ['session-failed', ['unparking']],
  'session.transfer-failed': ['session-failed', ['transferring']],
};

describe('the effects of what happens live', () => {
  for (const type of Object.keys(FACTS) as FactType[]) {
    const [effect = 'nothing', states = []] = EFFECTS[type] ?? [];
    it(`${type}: ${effect}${states.length > 0 ? ` from ${states.join(', ')}` : ''}`, () => {
      const expected = states.map((state) => [state, effect]);
      const seen = SESSION_STATES.flatMap((state) =>
        effectsOf([aSessionIn(state)], [FACTS[type]]).map((line) => [state, line.split(' ')[0]]),
      );
      expect(seen).to.deep.equal(expected);
    });
  }

  it('an offer of a session nobody knew rings', () => {
    expect(effectsOf([], [FACTS['session.offered']])).to.deep.equal(['session-offered call-1 offered']);
  });

  it('come to nobody after the end of the store, and whoever comes later hears of that end', () => {
    const { store, gateway } = aStore({ sessions: [aSessionIn('active')] });
    const seen: string[] = [];
    const listen = (): void => {
      store.effects$.subscribe({ next: ({ type }) => seen.push(type), complete: () => seen.push('end') });
    };
    listen();
    store.dispose();
    listen();
    gateway.emit(FACTS['session.ended']);
    expect(seen).to.deep.equal(['end', 'end']);
  });

  it('come in the order of the facts, once each', () => {
    const life: readonly SessionEvent[] = (
      [
        'session.offered',
        'session.offered',
        'session.accepted',
        'session.connected',
        'session.ended',
        'session.ended',
      ] as const
    ).map((type) => FACTS[type]);
    expect(effectsOf([], life)).to.deep.equal([
      'session-offered call-1 offered',
      'session-started call-1 accepted',
      'session-ended call-1 ended',
    ]);
  });

  it('a failure is told once, not again with whatever comes next', () => {
    const facts = [FACTS['session.unpark-failed'], FACTS['tags.changed'], FACTS['codes.chosen']];
    expect(effectsOf([aSessionIn('unparking')], facts)).to.deep.equal(['session-failed call-1 parked']);
  });

  it('are none for facts that say nothing of one session', () => {
    const facts: readonly SessionEvent[] = [
      { type: 'presence.changed', at: NOW, userId: 'ana', presence: 'away' },
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      { type: 'configuration.rejected', at: NOW, problems: [] },
    ];
    expect(effectsOf([aSessionIn('active')], facts)).to.deep.equal([]);
  });
});

describe('a message of a customer', () => {
  const said = (id: string, about: Partial<TranscriptSegment> = {}): TranscriptSegment => ({
    id,
    speaker: { id: 'nora', role: 'customer' },
    text: 'Hello?',
    isFinal: true,
    ...about,
  });
  const written = (...segments: readonly TranscriptSegment[]): SessionEvent => ({
    type: 'transcript.appended',
    at: NOW,
    sessionId: 'call-1',
    segments,
  });
  const chat: Session = { ...aSessionIn('active'), modality: 'im' };
  const agents = said('a', { speaker: { id: 'ana', role: 'agent' } });
  const MESSAGE = 'message-received call-1 active';

  const rows: readonly (readonly [string, readonly Session[], readonly SessionEvent[], readonly string[]])[] = [
    ['has an effect', [chat], [written(said('m'))], [MESSAGE]],
    ['has one for all that come in one fact', [chat], [written(said('m'), said('n'), agents)], [MESSAGE]],
    ['has one each, where they come one by one', [chat], [written(said('m')), written(said('n'))], [MESSAGE, MESSAGE]],
    ['has one where the session is looked at', [{ ...chat, isSelected: true }], [written(said('m'))], [MESSAGE]],
    [
      'has one when it is said to the end',
      [chat],
      [written(said('m', { isFinal: false })), written(said('m'))],
      [MESSAGE],
    ],
    ['has none the second time', [chat], [written(said('m')), written(said('m'))], [MESSAGE]],
    [
      'has none the second time, beside one of the agent',
      [chat],
      [written(said('m')), written(said('m'), agents)],
      [MESSAGE],
    ],
    ['has none while it is written', [chat], [written(said('m', { isFinal: false }))], []],
    ['has none when it is the agent’s', [chat], [written(agents)], []],
    ['has none when it is spoken', [aSessionIn('active')], [written(said('m'))], []],
    ['has none in a session nobody knows', [], [written(said('m'))], []],
  ];
  for (const [name, sessions, facts, expected] of rows)
    it(name, () => {
      expect(effectsOf(sessions, facts)).to.deep.equal(expected);
    });

  it('has none in a replay', () => {
    expect(effectsOf([chat], [written(said('m'))], 'replay')).to.deep.equal([]);
  });
});

describe('the effects of a record that comes whole, also while everything is live', () => {
  const recordOf = (session: Session): SessionEvent => ({ type: 'session.snapshot', at: NOW + 1, session });

  for (const state of SESSION_STATES)
    it(`of a session nobody knew, ${state}: none`, () => {
      expect(effectsOf([], [recordOf(aSessionIn(state))])).to.deep.equal([]);
    });

  it('of a session in another state than the one that is known: none', () => {
    for (const before of SESSION_STATES)
      for (const after of SESSION_STATES)
        expect(
          effectsOf([aSessionIn(before)], [recordOf({ ...aSessionIn(after), since: NOW + 1 })]),
          `${before} to ${after}`,
        ).to.deep.equal([]);
  });

  it('with a failure that nobody has heard of: none, and what happens after it has its own', () => {
    const { store, gateway } = aStore({ sessions: [aSessionIn('active')] });
    const seen: string[] = [];
    store.effects$.subscribe(({ type }) => seen.push(type));
    const failure = { action: 'park', reason: 'No park slot is free.', at: NOW + 1 } as const;
    gateway.emit(recordOf({ ...aSessionIn('active'), since: NOW + 1, failure }));
    expect(seen).to.deep.equal([]);
    gateway.emit({ ...FACTS['session.ended'], at: NOW + 2 });
    expect(seen).to.deep.equal(['session-ended']);
  });
});

describe('the effects of what is caught up on', () => {
  for (const type of ['session.offered', ...Object.keys(EFFECTS)] as FactType[]) {
    it(`${type}: none in any state`, () => {
      for (const state of SESSION_STATES)
        expect(effectsOf([aSessionIn(state)], [FACTS[type]], 'replay'), state).to.deep.equal([]);
      expect(effectsOf([], [FACTS['session.offered'], FACTS[type]], 'replay')).to.deep.equal([]);
    });
  }
});
