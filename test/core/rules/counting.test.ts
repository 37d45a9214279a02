import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { connectedOf } from '../../../src/core/rules/connected-time.js';
import { countingOf, msAt, nearEndOf } from '../../../src/core/rules/counting.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionState } from '../../../src/index.js';
import { MINUTE, aSession, anEndedSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { unfinishedWork } from '../../../stories/scenarios/working-day.js';

const DAY = 24 * 60 * MINUTE;
const moment = fc.integer({ min: NOW - 2 * DAY, max: NOW + 2 * DAY });
const work = fc.record({ startedAt: moment, lasts: fc.integer({ min: 0, max: 60 * MINUTE }) });
const left = ({ startedAt, lasts }: { startedAt: number; lasts: number }, now: number): number =>
  msAt({ since: startedAt, until: startedAt + lasts }, now);

describe('what counts beside the state of a session', () => {
  it('is how long the state lasts, a wait since the parking, nothing in history', () => {
    const counted = SESSION_STATES.map((state) => countingOf(aSession({ state, since: 5, parkedSince: 3 })));
    const expected = SESSION_STATES.map((state) => {
      if (state === 'ended' || state === 'after-call-work') return undefined;
      return { since: state === 'unparking' ? 3 : 5 };
    });
    expect(counted).to.deep.equal(expected);
    expect(countingOf(aSession({ state: 'unparking', since: 5 }))).to.deep.equal({ since: 5 });
    expect(countingOf(aSession({ state: 'dreaming' as SessionState, since: 5 }))).to.deep.equal({ since: 5 });
  });

  it('is what is left of after-call work, from no more than it lasts', () => {
    expect(countingOf(unfinishedWork)).to.deep.equal({ since: NOW - 6000, until: NOW + 14_000 });
  });

  it('is nothing for work that lasts until it is finished', () => {
    const open = { startedAt: NOW, canFinishEarly: true, canExtend: false };
    expect(countingOf({ ...unfinishedWork, afterCallWork: open })).to.equal(undefined);
    const { afterCallWork: _, ...unknown } = unfinishedWork;
    expect(countingOf(unknown)).to.equal(undefined);
  });

  it('never shows less than nothing, nor more than all of the work, by whatever clock', () => {
    fc.assert(
      fc.property(work, moment, (about, now) => {
        const ms = left(about, now);
        expect(ms).to.be.within(0, about.lasts);
        expect(ms === 0).to.equal(now >= about.startedAt + about.lasts || about.lasts === 0);
      }),
    );
  });

  it('goes down with the clock, second by second, and never up', () => {
    fc.assert(
      fc.property(work, moment, fc.nat({ max: 60 * MINUTE }), (about, now, later) => {
        const went = left(about, now) - left(about, now + later);
        expect(went).to.be.within(0, later);
        if (now >= about.startedAt && now + later <= about.startedAt + about.lasts) expect(went).to.equal(later);
      }),
    );
  });

  const edges: readonly (readonly [string, number, number])[] = [
    ['when it begins', 0, 20_000],
    ['a millisecond later', 1, 19_999],
    ['a millisecond before it is over', 19_999, 1],
    ['when it is over', 20_000, 0],
    ['a day after', DAY, 0],
    ['by a clock that is a day behind', -DAY, 20_000],
  ];
  for (const [when, after, expected] of edges)
    it(`${when}: ${String(expected)} ms`, () => {
      expect(left({ startedAt: NOW, lasts: 20_000 }, NOW + after)).to.equal(expected);
    });

  it('counts up from a moment that has not come yet as from now', () => {
    expect(msAt({ since: NOW + DAY }, NOW)).to.equal(0);
    expect(msAt({ since: NOW - 3000 }, NOW)).to.equal(3000);
  });
});

describe('how long a conversation has been connected', () => {
  const ofState = (state: SessionState): unknown =>
    connectedOf(aSession({ state, times: { connected: 7, ended: 19 } }));

  it('counts in every state of a conversation, and is a figure when that is over', () => {
    const before = ['offered', 'accepted'];
    const over = ['after-call-work', 'ended'];
    expect(SESSION_STATES.map(ofState)).to.deep.equal(
      SESSION_STATES.map((state) =>
        before.includes(state) ? undefined : over.includes(state) ? { since: 7, ms: 12 } : { since: 7 },
      ),
    );
  });

  it('is not known of one that never was, or whose end nobody has told; and is never negative', () => {
    const of = (times: Session['times'], state: SessionState = 'ended'): unknown => connectedOf({ state, times });
    expect(of({}, 'active')).to.equal(undefined);
    expect(of({ ended: 9 })).to.equal(undefined);
    expect(of({ connected: 9 })).to.equal(undefined);
    expect(of({ connected: 9, ended: 2 })).to.deep.equal({ since: 9, ms: 0 });
    expect(connectedOf(anEndedSession())?.ms).to.equal(13.8 * MINUTE);
  });
});

describe('what is said near the end of a count', () => {
  const stageOf = (lasts: number, left: number): number | undefined =>
    nearEndOf({ since: NOW, until: NOW + lasts }, NOW + lasts - left);

  for (const [lasts, left, stage] of [
    [MINUTE, 30_001, undefined],
    [MINUTE, 30_000, 30_000],
    [MINUTE, 10_001, 30_000],
    [MINUTE, 10_000, 10_000],
    [MINUTE, 1, 10_000],
    [MINUTE, 0, undefined],
    [MINUTE, -5000, undefined],
    [30_000, 30_000, undefined],
    [30_000, 12_000, undefined],
    [30_000, 9000, 10_000],
    [10_000, 5000, undefined],
  ] as const)
    it(`of ${String(lasts)} ms is ${String(stage)} with ${String(left)} ms left`, () => {
      expect(stageOf(lasts, left)).to.equal(stage);
    });

  it('is nothing for what counts up', () => {
    expect(nearEndOf({ since: NOW }, NOW + MINUTE)).to.equal(undefined);
    expect(nearEndOf(undefined, NOW)).to.equal(undefined);
  });

  it('comes at most twice, however the clock goes on', () => {
    fc.assert(
      fc.property(work, fc.array(fc.nat({ max: MINUTE }), { maxLength: 50 }), ({ startedAt, lasts }, steps) => {
        let now = startedAt;
        const seen = steps.map((step) => nearEndOf({ since: startedAt, until: startedAt + lasts }, (now += step)));
        const said = seen.filter((stage, at) => stage !== undefined && stage !== seen[at - 1]);
        expect(said).to.deep.equal(said.toSorted((one, other) => other! - one!));
        expect(new Set(said).size).to.equal(said.length);
      }),
    );
  });
});
