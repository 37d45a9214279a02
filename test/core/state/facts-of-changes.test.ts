import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { factsOfChanges } from '../../../src/core/state/facts-of-changes.js';
import type { SessionLook } from '../../../src/core/state/facts-of-changes.js';
import { sessionReducer } from '../../../src/core/state/session-reducer.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

const AT = Date.UTC(2026, 4, 4, 9);
const typesOf = (before: Session, look: SessionLook): readonly string[] =>
  factsOfChanges(before, look, AT).map(({ type }) => type);
const after = (before: Session, look: SessionLook): Session | undefined =>
  factsOfChanges(before, look, AT).reduce<Session | undefined>(sessionReducer, before);

describe('facts of changes between two looks at a session', () => {
  const steps: readonly [string, Session['state'], SessionLook, readonly string[]][] = [
    ['stands where it stood', 'held', { state: 'held' }, []],
    ['is accepted', 'offered', { state: 'accepted' }, ['session.accepted']],
    ['was connected and put on hold', 'offered', { state: 'held' }, ['session.connected', 'session.held']],
    ['is back from aside, and on hold', 'parked', { state: 'held' }, ['session.unparked', 'session.held']],
    ['goes on', 'held', { state: 'active' }, ['session.resumed']],
    ['was missed', 'offered', { state: 'ended', offerOutcome: 'missed' }, ['session.missed']],
    ['was declined', 'offered', { state: 'ended', offerOutcome: 'declined' }, ['session.declined']],
    ['was taken by somebody', 'offered', { state: 'ended', offerOutcome: 'taken' }, ['session.ended']],
    ['came and went', 'offered', { state: 'after-call-work' }, ['session.connected', 'session.ended']],
    ['has no work left', 'after-call-work', { state: 'ended' }, ['after-call-work.finished']],
    ['stays over', 'ended', { state: 'active' }, []],
  ];
  for (const [what, state, look, types] of steps)
    it(`are the steps in their order when it ${what}`, () => {
      expect(typesOf(aSession({ state }), look)).to.deep.equal(types);
    });

  it('say nothing of what is not told of', () => {
    const session = aSession({ parameters: [{ name: 'a', state: 'value', value: '1' }], primaryCode: 'sold' });
    expect(factsOfChanges(session, {}, AT)).to.deep.equal([]);
  });

  it('empty a parameter that is there no more, and take back a code', () => {
    const session = aSession({ parameters: [{ name: 'a', state: 'value', value: '1' }], primaryCode: 'sold' });
    const now = after(session, { parameters: [], primaryCode: null });
    expect(now?.parameters).to.deep.equal([{ name: 'a', state: 'empty' }]);
    expect(now?.primaryCode).to.equal(undefined);
  });

  it('lead to what is seen, whatever it is, after which there is nothing more to say', () => {
    const person = fc.record({
      id: fc.constantFrom('a', 'b', '__proto__'),
      role: fc.constantFrom('customer', 'agent'),
    });
    const parameter = fc.record({
      name: fc.constantFrom('x', 'y', 'constructor'),
      state: fc.constant('value' as const),
      value: fc.string(),
    });
    const look = fc.record({
      state: fc.constantFrom('active', 'held', 'parked'),
      participants: fc.uniqueArray(person, { selector: ({ id }) => id }),
      parameters: fc.uniqueArray(parameter, { selector: ({ name }) => name }),
      tags: fc.array(fc.constantFrom('vip', 'late')),
      primaryCode: fc.constantFrom('sold', null),
    });
    fc.assert(
      fc.property(look, look, (one, other) => {
        const met = after(aSession({ state: 'offered' }), one);
        const now = met && after(met, other);
        expect(now?.state).to.equal(other.state);
        expect(now && factsOfChanges(now, other, AT)).to.deep.equal([]);
        expect(now?.participants).to.have.deep.members(other.participants);
        expect(now?.parameters.filter(({ state }) => state === 'value')).to.have.deep.members(other.parameters);
      }),
    );
  });
});
