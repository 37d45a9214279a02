import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { emptyRoster, rosterAfter, ROSTER_SECTIONS } from '../../../src/core/state/roster.js';
import type { Roster } from '../../../src/core/state/roster.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

/** Takes records in one after the other; undefined removes. */
function rosterOf(...changes: readonly (readonly [string, Session | undefined])[]): {
  roster: Roster;
  sessions: Map<string, Session>;
} {
  const sessions = new Map<string, Session>();
  let roster = emptyRoster;
  for (const [id, after] of changes) {
    const moved = new Map([[id, sessions.get(id)]]);
    if (after) sessions.set(id, after);
    else sessions.delete(id);
    roster = rosterAfter(roster, moved, (other) => sessions.get(other));
  }
  return { roster, sessions };
}

const ofAll = (...sessions: readonly Session[]): Roster =>
  rosterOf(...sessions.map((session) => [session.id, session] as const)).roster;

/** The order in words of the issue, from scratch: one key per session, compared field by field. */
function sortedFromScratch(sessions: Iterable<Session>): Roster {
  const groups: Record<string, number> = { 'audio-video': 0, im: 1, email: 2, external: 2 };
  const keyOf = (session: Session): readonly [keyof Roster, number, number, string] => {
    const { state, since, parkedSince, times, modality, id } = session;
    if (state === 'offered') return ['offered', 0, since, id];
    if (state === 'parked' || state === 'unparking') return ['parked', groups[modality] ?? 3, parkedSince ?? since, id];
    if (state === 'after-call-work') return ['history', 0, -since, id];
    if (state === 'ended') return ['history', 1, -(times.ended ?? since), id];
    return ['active', 0, times.accepted ?? since, id];
  };
  const keys = Array.from(sessions, keyOf).sort(
    (one, other) => one[1] - other[1] || one[2] - other[2] || (one[3] < other[3] ? -1 : 1),
  );
  const idsIn = (section: keyof Roster): string[] => keys.filter(([own]) => own === section).map(([, , , id]) => id);
  return {
    offered: idsIn('offered'),
    active: idsIn('active'),
    parked: idsIn('parked'),
    history: idsIn('history'),
  };
}

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '', '__proto__', 'constructor');
const moments = fc.integer({ min: 0, max: 6 });
const records = fc.record({
  id: ids,
  state: fc.constantFrom(...SESSION_STATES),
  modality: fc.constantFrom(...MODALITIES, 'hologram'),
  since: moments,
  parkedSince: fc.option(moments, { nil: undefined }),
  accepted: fc.option(moments, { nil: undefined }),
  ended: fc.option(moments, { nil: undefined }),
  isRemoved: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});
const changes = fc.array(
  records.map(({ isRemoved, parkedSince, accepted, ended, ...about }) => {
    const times = { ...(accepted === undefined ? {} : { accepted }), ...(ended === undefined ? {} : { ended }) };
    const session = aSession({ ...about, times, ...(parkedSince === undefined ? {} : { parkedSince }) });
    return [about.id, isRemoved ? undefined : session] as const;
  }),
  { maxLength: 60 },
);

describe('the order of sessions', () => {
  const batches = fc.array(
    fc.oneof(
      changes,
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 150 }), fc.constantFrom(...SESSION_STATES), moments), {
          minLength: 60,
          maxLength: 200,
        })
        .map((many) =>
          many.map(([number, state, since]) => {
            const id = `n${String(number)}`;
            return [id, since === 0 ? undefined : aSession({ id, state, since })] as const;
          }),
        ),
    ),
    { maxLength: 4 },
  );

  it('of many that moved at once is the order sorted from scratch', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const sessions = new Map<string, Session>();
        let roster = emptyRoster;
        for (const batch of given) {
          const moved = new Map<string, Session | undefined>();
          for (const [id, after] of batch) {
            if (!moved.has(id)) moved.set(id, sessions.get(id));
            if (after) sessions.set(id, after);
            else sessions.delete(id);
          }
          roster = rosterAfter(roster, moved, (id) => sessions.get(id));
          expect(roster).to.deep.equal(sortedFromScratch(sessions.values()));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('kept up change by change is the order sorted from scratch', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { roster, sessions } = rosterOf(...given);
        expect(roster).to.deep.equal(sortedFromScratch(sessions.values()));
      }),
      { numRuns: 500 },
    );
  });

  it('is: offers as they came, active, parked, history', () => {
    const roster = ofAll(
      aSession({ id: 'history', state: 'ended' }),
      aSession({ id: 'parked', state: 'parked' }),
      aSession({ id: 'active', state: 'active' }),
      aSession({ id: 'second offer', state: 'offered', since: 20 }),
      aSession({ id: 'first offer', state: 'offered', since: 10 }),
    );
    expect(ROSTER_SECTIONS.flatMap((section) => roster[section])).to.deep.equal([
      'first offer',
      'second offer',
      'active',
      'parked',
      'history',
    ]);
  });

  it('parked: calls, then chats, then mails and external tasks together; the longest parked first', () => {
    const parked = (id: string, modality: string, parkedSince: number): Session =>
      aSession({ id, modality, state: 'parked', parkedSince });
    const { parked: order } = ofAll(
      parked('unknown', 'hologram', 1),
      parked('task, early', 'external', 20),
      parked('mail, late', 'email', 30),
      parked('mail, earliest', 'email', 10),
      parked('chat', 'im', 5),
      parked('call, late', 'audio-video', 90),
      parked('call, early', 'audio-video', 80),
    );
    expect(order).to.deep.equal([
      'call, early',
      'call, late',
      'chat',
      'mail, earliest',
      'task, early',
      'mail, late',
      'unknown',
    ]);
  });

  it('history: unfinished after-call work ahead, then the latest end first', () => {
    const { history } = ofAll(
      aSession({ id: 'yesterday', state: 'ended', times: { ended: 10 } }),
      aSession({ id: 'today', state: 'ended', times: { ended: 99 } }),
      aSession({ id: 'to finish', state: 'after-call-work', since: 50 }),
    );
    expect(history).to.deep.equal(['to finish', 'today', 'yesterday']);
  });

  it('active: who was accepted first stays first, held, parking or transferring', () => {
    const accepted = (id: string, state: Session['state'], at: number): Session =>
      aSession({ id, state, since: 1000 - at, times: { accepted: at } });
    const { active } = ofAll(
      accepted('fourth', 'active', 4),
      accepted('second', 'held', 2),
      accepted('third', 'transferring', 3),
      accepted('first', 'parking', 1),
    );
    expect(active).to.deep.equal(['first', 'second', 'third', 'fourth']);
  });

  it('waiting to come back keeps the place among the parked', () => {
    const first = aSession({ id: 'first', state: 'parked', parkedSince: 10, since: 10 });
    const second = aSession({ id: 'second', state: 'parked', parkedSince: 20, since: 20 });
    const before = ofAll(first, second);
    const changed = { ...first, state: 'unparking', since: 99 } as const;
    const after = rosterAfter(before, new Map([['first', first]]), (id) => (id === 'first' ? changed : second));
    expect(after).to.equal(before);
  });

  it('a change that moves nobody leaves the roster identical, and a move leaves the other sections identical', () => {
    const call = aSession({ id: 'call' });
    const ended = aSession({ id: 'over', state: 'ended' });
    const before = ofAll(call, ended);
    const callThen = new Map([['call', call]]);
    const to = (changed: Session) => (id: string) => (id === 'call' ? changed : ended);
    expect(rosterAfter(before, callThen, to({ ...call, unread: 4, tags: ['vip'] }))).to.equal(before);
    const moved = rosterAfter(before, callThen, to({ ...call, state: 'parked', parkedSince: 5 }));
    expect(moved.history).to.equal(before.history);
    expect(moved).to.deep.equal({ offered: [], active: [], parked: ['call'], history: ['over'] });
  });

  it('never loses or repeats an id, even among records without times', () => {
    const broken = fc.record({
      id: ids,
      state: fc.constantFrom(...SESSION_STATES),
      since: fc.constantFrom(1, 2, 3, Number.NaN, Infinity, undefined),
      isRemoved: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 40 }), (given) => {
        const { roster, sessions } = rosterOf(
          ...given.map(({ isRemoved, since, ...about }) => {
            const session = { ...aSession({ ...about, times: {} }), since: since as number };
            return [about.id, isRemoved ? undefined : session] as const;
          }),
        );
        const shown = ROSTER_SECTIONS.flatMap((section) => roster[section]);
        expect(shown.toSorted()).to.deep.equal([...sessions.keys()].toSorted());
      }),
    );
  });
});
