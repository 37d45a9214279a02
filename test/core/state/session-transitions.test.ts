import { expect } from '@open-wc/testing';
import { isUnmoved } from '../../../src/core/state/roster.js';
import { DETAIL_FACTS, sessionReducer, TRANSCRIPT_FACTS } from '../../../src/core/state/session-reducer.js';
import { noUsage, usageReducer } from '../../../src/core/state/usage.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionState } from '../../../src/index.js';
import { aSessionIn, FACTS, LATER } from '../../support/session-facts.js';
import type { FactOnSession, FactType } from '../../support/session-facts.js';

type Moves = Partial<Record<SessionState, SessionState>>;

const from = (states: readonly SessionState[], to: SessionState): Moves =>
  Object.fromEntries(states.map((state) => [state, to]));

const TALKING = ['accepted', 'active', 'held'] as const;
const ONGOING = [...TALKING, 'parking', 'parked', 'unparking', 'transferring'] as const;

/** Where each fact leads, from which state. What is not here must change nothing. */
const MOVES: Partial<Record<FactType, Moves>> = {
  'session.accepted': { offered: 'accepted' },
  'session.connected': from(['offered', 'accepted'], 'active'),
  'session.declined': { offered: 'ended' },
  'session.missed': { offered: 'ended' },
  'session.held': { active: 'held' },
  'session.resumed': { held: 'active' },
  'session.parking': from([...TALKING, 'transferring'], 'parking'),
  'session.parked': from([...TALKING, 'parking', 'transferring', 'unparking'], 'parked'),
  'session.park-failed': { parking: 'active' },
  'session.unparking': { parked: 'unparking' },
  'session.unparked': from(['parked', 'unparking'], 'active'),
  'session.unpark-failed': { unparking: 'parked' },
  'session.transferring': from([...TALKING, 'parking', 'parked', 'unparking'], 'transferring'),
  'session.transfer-failed': { transferring: 'active' },
  'session.ended': from(['offered', ...ONGOING], 'ended'),
  'after-call-work.finished': { 'after-call-work': 'ended' },
};

/** Facts that say more about a session in whatever state it is. */
const DESCRIBING: readonly FactType[] = [
  'caller.identified',
  'customer.identified',
  'participant.joined',
  'participant.left',
  'parameters.changed',
  'sentiment.changed',
  'codes.chosen',
  'tags.changed',
  'codes.suggested',
  'summary.changed',
  'notes.changed',
  'controls.changed',
  'typing.changed',
  'messaging.changed',
  'email.received',
  'external-task.changed',
  'context.recorded',
  'transcript.unavailable',
  'transcript.eligibility-changed',
  'session.selected',
];

const OF_THEIR_OWN: readonly FactType[] = [
  'messages.read',
  'session.snapshot',
  'session.removed',
  'session.forgotten',
  'session.deselected',
  'after-call-work.extended',
];

/** A state begins when it is told; what failed to change goes on since it began. */
function sinceAfter(
  type: FactType,
  state: SessionState,
): { readonly name: string; readonly of: (before: Session) => number | undefined } {
  const isGivenUp = type === 'session.parked' && state === 'unparking';
  if (isGivenUp || type === 'session.unpark-failed')
    return { name: 'it was first parked', of: ({ parkedSince }) => parkedSince };
  return type.endsWith('-failed')
    ? { name: 'it was connected', of: ({ times }) => times.connected }
    : { name: 'it happened', of: () => LATER };
}

describe('a fact in every state of a session', () => {
  for (const [type, moves] of Object.entries(MOVES) as [FactType, Moves][]) {
    for (const state of SESSION_STATES) {
      const target = moves[state];
      if (target === undefined) continue;
      it(`${type} leads from ${state} to ${target}, since ${sinceAfter(type, state).name}`, () => {
        const before = aSessionIn(state);
        const after = sessionReducer(before, FACTS[type])!;
        expect(after.state).to.equal(target);
        expect(after.since).to.equal(sinceAfter(type, state).of(before));
      });
    }
    const still = SESSION_STATES.filter((state) => moves[state] === undefined);
    it(`${type} leaves the record identical when it is ${still.join(', ')}`, () => {
      for (const state of still) {
        const before = aSessionIn(state);
        // the result of a session that is over may come late; see session-end.test.ts
        const known = type === 'session.ended' ? { ...before, result: 'voicemail' } : before;
        expect(sessionReducer(known, FACTS[type]), state).to.equal(known);
      }
    });
  }

  for (const type of [...DETAIL_FACTS, ...TRANSCRIPT_FACTS]) {
    it(`${type} leaves it its place in the list and its slot: nobody looks whether it has moved`, () => {
      for (const state of SESSION_STATES) {
        const before = aSessionIn(state);
        const after = sessionReducer(before, FACTS[type]);
        expect(isUnmoved(before, after), state).to.equal(true);
        expect(usageReducer(noUsage, before, after), state).to.equal(noUsage);
      }
    });
  }

  for (const type of DESCRIBING) {
    it(`${type} changes the record in every state, and never the state`, () => {
      for (const state of SESSION_STATES) {
        const before = aSessionIn(state);
        const after = sessionReducer(before, FACTS[type])!;
        expect(after, state).not.to.equal(before);
        expect(after.state).to.equal(state);
        expect(after.since).to.equal(before.since);
      }
    });
  }

  it('after-call-work.extended changes after-call work only', () => {
    for (const state of SESSION_STATES) {
      const before = aSessionIn(state);
      const isSame = sessionReducer(before, FACTS['after-call-work.extended']) === before;
      expect(isSame, state).to.equal(state !== 'after-call-work');
    }
  });

  it('leaves an identical record on what was said in a call, a correction, a repeated offer and a look elsewhere', () => {
    for (const type of [
      'transcript.appended',
      'transcript.corrected',
      'message.delivery-changed',
      'session.offered',
      'session.deselected',
    ] as const)
      for (const state of SESSION_STATES) {
        const before = aSessionIn(state);
        expect(sessionReducer(before, FACTS[type]), `${type} in ${state}`).to.equal(before);
      }
  });

  it('a removal removes, forgetting too, and a snapshot replaces, in every state', () => {
    for (const state of SESSION_STATES) {
      expect(sessionReducer(aSessionIn(state), FACTS['session.removed']), state).to.equal(undefined);
      expect(sessionReducer(aSessionIn(state), FACTS['session.forgotten']), state).to.equal(undefined);
      expect(sessionReducer(aSessionIn(state), FACTS['session.snapshot'])?.subject).to.equal('As the backend has it');
    }
  });

  it('says nothing of a session that is not known, unless it brings one', () => {
    for (const fact of Object.values(FACTS) as FactOnSession[]) {
      const brings = fact.type === 'session.offered' || fact.type === 'session.snapshot';
      expect(sessionReducer(undefined, fact) !== undefined, fact.type).to.equal(brings);
    }
  });

  it('has every fact in one of the tables above', () => {
    const quiet: FactType[] = [
      'transcript.appended',
      'transcript.corrected',
      'message.delivery-changed',
      'session.offered',
    ];
    expect([...Object.keys(MOVES), ...DESCRIBING, ...OF_THEIR_OWN, ...quiet]).to.have.members(Object.keys(FACTS));
  });
});

describe('a fact that comes twice', () => {
  const says = (session: Session | undefined): string =>
    JSON.stringify(session, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort())
        : value,
    );

  for (const type of Object.keys(FACTS) as FactType[]) {
    it(`${type} says no more than it did the first time`, () => {
      for (const state of SESSION_STATES) {
        const once = sessionReducer(aSessionIn(state), FACTS[type]);
        expect(says(sessionReducer(once, FACTS[type])), state).to.equal(says(once));
      }
    });
  }

  it('leaves an identical record when it moved the session along', () => {
    for (const [type, moves] of Object.entries(MOVES) as [FactType, Moves][])
      for (const state of Object.keys(moves) as SessionState[]) {
        const once = sessionReducer(aSessionIn(state), FACTS[type]);
        expect(sessionReducer(once, FACTS[type]), `${type} from ${state}`).to.equal(once);
      }
  });
});
