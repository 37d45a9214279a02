import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { engagesAgent } from '../../../src/core/rules/session-phase.js';
import { noUsage, usageReducer } from '../../../src/core/state/usage.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

describe('taken slots', () => {
  const table: readonly [string, Partial<Session> | undefined, Partial<Session> | undefined, number, object][] = [
    ['a session comes', undefined, { state: 'active', modality: 'im' }, 1, { im: 1 }],
    ['an offer comes', undefined, { state: 'offered', modality: 'im' }, 0, {}],
    ['a session goes', { state: 'active', modality: 'im' }, undefined, -1, { im: -1 }],
    ['history goes', { state: 'ended' }, undefined, 0, {}],
    ['a chat becomes a call', { modality: 'im' }, { modality: 'audio-video' }, 0, { im: -1, 'audio-video': 1 }],
    ['a session is parked', { state: 'active' }, { state: 'parked' }, 0, {}],
    ['an unknown modality comes', undefined, { modality: '__proto__' }, 1, { ['__proto__']: 1 }],
  ];
  for (const [when, before, after, total, perModality] of table) {
    it(`${when}: ${String(total)}`, () => {
      const usage = usageReducer(noUsage, before && aSession(before), after && aSession(after));
      expect(usage.total).to.equal(total);
      expect([...usage.perModality]).to.have.deep.members(Object.entries(perModality));
    });
  }

  it('stay identical when neither a slot changes hands nor the conversation the agent is in', () => {
    const usage = usageReducer(noUsage, undefined, aSession());
    expect(usageReducer(usage, aSession(), aSession({ state: 'held', unread: 3 }))).to.equal(usage);
    expect(usageReducer(usage, undefined, aSession({ id: 'old', state: 'ended' }))).to.equal(usage);
    expect(usageReducer(usage, undefined, aSession({ id: 'new', state: 'offered' }))).to.equal(usage);
  });

  it('tell which sessions engage the agent, the first one first, and how many are in after-call work', () => {
    const steps: readonly (readonly [string, Session['state']])[] = [
      ['a', 'active'],
      ['b', 'unparking'],
      ['a', 'held'],
      ['c', 'parked'],
      ['b', 'active'],
    ];
    const before = new Map<string, Session>();
    let usage = noUsage;
    const become = (id: string, state: Session['state']): void => {
      const after = aSession({ id, state });
      usage = usageReducer(usage, before.get(id), after);
      before.set(id, after);
    };
    for (const [id, state] of steps) become(id, state);
    expect(usage.engaging).to.deep.equal(['a', 'b']);
    become('a', 'after-call-work');
    expect([usage.engaging, usage.afterCallWork, usage.total]).to.deep.equal([['b'], 1, 3]);
    become('a', 'ended');
    expect([usage.engaging, usage.afterCallWork, usage.total]).to.deep.equal([['b'], 0, 2]);
  });

  it('kept up change by change are what counting from scratch gives', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', ''),
      state: fc.constantFrom(...SESSION_STATES),
      modality: fc.constantFrom('audio-video', 'im', 'email', 'external', 'constructor'),
      isRemoved: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const sessions = new Map<string, Session>();
        let usage = noUsage;
        for (const { isRemoved, ...about } of changes) {
          const after = isRemoved ? undefined : aSession(about);
          usage = usageReducer(usage, sessions.get(about.id), after);
          if (after) sessions.set(about.id, after);
          else sessions.delete(about.id);
        }
        const counted = [...sessions.values()].filter(({ state }) => state !== 'offered' && state !== 'ended');
        expect(usage.total).to.equal(counted.length);
        const expected = new Map<string, number>();
        for (const { modality } of counted) expected.set(modality, (expected.get(modality) ?? 0) + 1);
        expect([...usage.perModality].toSorted()).to.deep.equal([...expected].toSorted());
        const engaging = [...sessions.values()].filter(({ state }) => engagesAgent(state)).map(({ id }) => id);
        expect([...usage.engaging].toSorted()).to.deep.equal(engaging.toSorted());
        const unfinished = counted.filter(({ state }) => state === 'after-call-work').length;
        expect(usage.afterCallWork).to.equal(unfinished);
      }),
    );
  });
});
