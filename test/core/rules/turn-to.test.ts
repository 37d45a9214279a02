import { expect } from '@open-wc/testing';
import { beginAt, turnTo } from '../../../src/core/rules/turn-to.js';
import type { Selection, Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

const news = aSession({ id: 'new' });
const ringing = aSession({ state: 'offered', times: {} });
const missed = aSession({ state: 'ended', times: {} });
const home: Selection = { kind: 'home' };
const session: Selection = { kind: 'session', sessionId: 'call-1' };
const isFree = (): boolean => false;
const offer: Selection = { kind: 'offer', sessionId: 'call-1' };

describe('the workspace turns by itself', () => {
  const table: readonly [string, Selection | undefined, Session | undefined, boolean, boolean][] = [
    // looked at, the record of it; turns when a conversation starts; when another task is offered
    ['nothing', undefined, undefined, true, false],
    ['Home', home, undefined, true, false],
    ['a session', session, aSession(), true, false],
    ['a ringing offer', offer, ringing, true, false],
    ['an offer that came to nothing', offer, missed, true, true],
    ['a missed task of the history', session, missed, true, false],
  ];
  for (const [what, selection, record, started, offered] of table) {
    const view = { selection, session: record };
    it(`from ${what}: ${started ? 'to what starts' : ''}${offered ? ' and to what is offered' : ''}`, () => {
      expect(turnTo({ type: 'session-started', session: news }, view, isFree)).to.equal(started ? 'new' : undefined);
      expect(turnTo({ type: 'session-offered', session: news }, view, isFree)).to.equal(offered ? 'new' : undefined);
      for (const type of ['session-ended', 'session-failed'] as const)
        expect(turnTo({ type, session: news }, view, isFree), type).to.equal(undefined);
      for (const type of ['session-started', 'session-offered'] as const)
        expect(
          turnTo({ type, session: news }, view, () => true),
          `${type} while the agent types`,
        ).to.equal(undefined);
    });
  }
});

it('looks through the page for what the agent is busy with only where the workspace would turn', () => {
  const isBusy = (): never => {
    throw new Error('It was asked for.');
  };
  for (const type of ['message-received', 'session-ended', 'session-offered'] as const)
    expect(turnTo({ type, session: news }, { selection: session, session: aSession() }, isBusy), type).to.equal(
      undefined,
    );
});

describe('the workspace begins', () => {
  const roster = { offered: ['o'], active: ['a'], parked: ['p'], history: ['h'] };
  const isUnfinished = (id: string): boolean => id === 'acw';
  const nothing = { selection: undefined, session: undefined };

  it('at the first session: active, else offered, else parked, and never in the past', () => {
    expect(beginAt(roster, nothing, isUnfinished)).to.equal('a');
    expect(beginAt({ ...roster, active: [] }, nothing, isUnfinished)).to.equal('o');
    expect(beginAt({ ...roster, active: [], offered: [] }, nothing, isUnfinished)).to.equal('p');
    expect(beginAt({ ...roster, active: [], offered: [], parked: [] }, nothing, isUnfinished)).to.equal(undefined);
  });

  it('where the agent was before, while that is there: Home, a session and its tab, an offer', () => {
    const inTab: Selection = { kind: 'session', sessionId: 'call-1', tab: 'map' };
    expect(beginAt(roster, { selection: home, session: undefined }, isUnfinished)).to.equal(home);
    expect(beginAt(roster, { selection: inTab, session: aSession({ state: 'ended' }) }, isUnfinished)).to.equal(inTab);
    expect(beginAt(roster, { selection: offer, session: ringing }, isUnfinished)).to.equal(offer);
    expect(beginAt(roster, { selection: offer, session: missed }, isUnfinished)).to.equal('a');
    expect(beginAt(roster, { selection: inTab, session: undefined }, isUnfinished)).to.equal('a');
  });

  it('at unfinished after-call work before what is parked, and not before a conversation or an offer', () => {
    const after = { ...roster, history: ['acw', 'h'] };
    expect(beginAt({ ...after, active: [], offered: [] }, nothing, isUnfinished)).to.equal('acw');
    expect(beginAt({ offered: [], active: [], parked: [], history: ['acw'] }, nothing, isUnfinished)).to.equal('acw');
    expect(beginAt(after, nothing, isUnfinished)).to.equal('a');
    expect(beginAt({ ...after, active: [] }, nothing, isUnfinished)).to.equal('o');
  });
});
