import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ROSTER_SECTIONS } from '../../../src/core/state/roster.js';
import { takesSlot } from '../../../src/core/rules/session-phase.js';
import { selectDiagnostics } from '../../../src/index.js';
import type { Selector, SessionEvent } from '../../../src/index.js';
import { aStore } from '../../support/a-store.js';
import { anyFact } from '../../support/arbitrary-facts.js';
import { wholeState } from '../../support/whole-state.js';

const logs = fc.array(anyFact, { maxLength: 80 });

/** A log cut into batches at random. */
const batches = fc.array(
  fc.tuple(fc.array(anyFact, { maxLength: 6 }), fc.constantFrom('live' as const, 'replay' as const)),
  { maxLength: 20 },
);

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

const consistency: Selector<string[]> = {
  topics: [],
  read: ({ sessions, roster, usage, selection }) => {
    const listed = ROSTER_SECTIONS.flatMap((section) => roster[section]);
    const taken = [...sessions.values()].filter(({ state }) => takesSlot(state)).length;
    const selected = [...sessions.values()].filter(({ isSelected }) => isSelected).map(({ id }) => id);
    return [
      ...(listed.toSorted().join('|') === [...sessions.keys()].toSorted().join('|')
        ? []
        : ['the list shows other sessions than there are']),
      ...(usage.total === taken ? [] : ['slots are counted wrong']),
      ...(selected.every((id) => id === selection?.sessionId) ? [] : ['a session is selected that is not looked at']),
      ...([...sessions].every(([id, session]) => id === session.id) ? [] : ['a session stands under another id']),
    ];
  },
};

describe('the same facts', () => {
  it('lead to the same state, in however many batches, live or caught up on, and watched or not', () => {
    fc.assert(
      fc.property(batches, (log) => {
        const batched = aStore();
        const single = aStore();
        batched.store.select({ topics: [{ slice: 'roster', key: '' }], read: ({ roster }) => roster }).subscribe();
        for (const [facts, delivery] of log) {
          batched.gateway.deliver(facts, delivery);
          for (const fact of facts) single.gateway.emit(fact);
        }
        expect(wholeState(batched.store)).to.deep.equal(wholeState(single.store));
        expect(batched.store.read(selectDiagnostics)).to.deep.equal({ unknownFacts: 0, rejectedFacts: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('are not touched: a log deeply frozen leads to the same state', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const one = aStore();
        const other = aStore();
        one.gateway.emit(...structuredClone(log));
        other.gateway.emit(...freeze(log));
        expect(wholeState(other.store)).to.deep.equal(wholeState(one.store));
      }),
      { numRuns: 100 },
    );
  });

  it('leave list, slots and selection in agreement with the sessions after each fact', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { store, gateway } = aStore();
        for (const fact of log) {
          gateway.emit(fact);
          expect(store.read(consistency), fact.type).to.deep.equal([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('each told twice in a row lead to the same state, but for what is counted', () => {
    const isUncounted = (fact: SessionEvent): boolean => fact.type !== 'transcript.appended';
    fc.assert(
      fc.property(logs, (log) => {
        const once = aStore();
        const twice = aStore();
        for (const fact of log.filter(isUncounted)) {
          once.gateway.emit(fact);
          twice.gateway.emit(fact, fact);
        }
        expect(wholeState(twice.store)).to.deep.equal(wholeState(once.store));
      }),
      { numRuns: 200 },
    );
  });
});
