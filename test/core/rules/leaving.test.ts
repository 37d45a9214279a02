import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { FATES, fateOf } from '../../../src/core/rules/fate-of.js';
import type { Fate } from '../../../src/core/rules/fate-of.js';
import { comesBack, releaseOf, waysToLeave } from '../../../src/core/rules/leaving.js';
import type { Leaving, UnfinishedKind } from '../../../src/core/rules/leaving.js';
import { may } from '../../../src/core/rules/permissions.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionState } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const RELEASES = ['off', 'queue', 'waiting'] as const;
const modalities = [...MODALITIES, 'hologram'];
const states = [...SESSION_STATES, 'opened' as const, 'unheard-of' as SessionState];
const inState = (state: SessionState, modality: string, canFinishEarly = true): Session =>
  aSession({ state, modality, afterCallWork: { startedAt: NOW, canFinishEarly, canExtend: false } });

/** The ways out and what becomes of it, such as "end:over hide:hidden". */
const told = (ways: readonly Leaving[]): string =>
  ways.map(({ way, consequence }) => `${way}:${consequence}`).join(' ');

type Row = Readonly<Record<'call' | 'chat' | 'mail' | 'other', string>>;

const same = (ways: string): Row => ({ call: ways, chat: ways, mail: ways, other: ways });
const HIDES_WRITTEN = { chat: 'hide:hidden-till-written', mail: 'hide:hidden' };

/** By state, where the service's owner has not switched release on; mails and external tasks are alike. */
const WITHOUT_RELEASE: Readonly<Record<SessionState | 'unheard-of', Row>> = {
  offered: same(''),
  accepted: same('end:aborted'),
  active: {
    call: 'end:over',
    chat: 'end:over hide:hidden-till-written',
    mail: 'end:over hide:hidden',
    other: 'end:over',
  },
  held: {
    call: 'end:over',
    chat: 'end:over hide:hidden-till-written',
    mail: 'end:over hide:hidden',
    other: 'end:over',
  },
  parking: { call: '', ...HIDES_WRITTEN, other: '' },
  parked: {
    call: 'end:over-unwarned',
    chat: 'end:over hide:hidden-till-written',
    mail: 'end:over hide:hidden',
    other: 'end:over',
  },
  unparking: {
    call: 'end:over-unwarned',
    chat: 'end:over hide:hidden-till-written',
    mail: 'end:over hide:hidden',
    other: 'end:over',
  },
  transferring: { call: '', ...HIDES_WRITTEN, other: '' },
  'after-call-work': same('end:worked'),
  ended: same(''),
  opened: same('close:closed'),
  'unheard-of': {
    call: 'end:over',
    chat: 'end:over hide:hidden-till-written',
    mail: 'end:over hide:hidden',
    other: 'end:over',
  },
};

const kindOf = (modality: string): keyof Row =>
  modality === 'audio-video' ? 'call' : modality === 'im' ? 'chat' : modality === 'hologram' ? 'other' : 'mail';

describe('the ways out of a session', () => {
  for (const state of states)
    for (const modality of modalities) {
      const expected = WITHOUT_RELEASE[state][kindOf(modality)];
      it(`${state}, ${modality}: ${expected || 'none'}`, () => {
        for (const service of [undefined, { release: 'off' } as const])
          expect(told(waysToLeave(inState(state, modality), service))).to.equal(expected);
      });
    }

  it('after-call work that runs to its end has no way out', () => {
    expect(waysToLeave(inState('after-call-work', 'im', false), { release: 'waiting' })).to.deep.equal([]);
  });

  const released: readonly (readonly [SessionState, string, (typeof RELEASES)[number], string])[] = [
    ['active', 'audio-video', 'queue', 'end:over release:queued'],
    ['active', 'audio-video', 'waiting', 'end:over release:queued'],
    ['held', 'audio-video', 'queue', 'end:over release:queued'],
    ['parked', 'audio-video', 'queue', 'end:over-unwarned release:queued'],
    ['active', 'im', 'queue', 'end:over release:queued hide:hidden-till-written'],
    ['active', 'im', 'waiting', 'end:over-afresh release:waiting hide:hidden-till-written'],
    ['parked', 'im', 'waiting', 'end:over-afresh release:waiting hide:hidden-till-written'],
    ['unparking', 'im', 'waiting', 'end:over-afresh hide:hidden-till-written'],
    ['active', 'email', 'queue', 'end:over release:queued hide:hidden'],
    ['active', 'email', 'waiting', 'end:over release:queued hide:hidden'],
    ['parked', 'external', 'queue', 'end:over release:queued hide:hidden'],
    ['active', 'hologram', 'waiting', 'end:over release:queued'],
    ['accepted', 'im', 'waiting', 'end:aborted'],
    ['parking', 'im', 'waiting', 'hide:hidden-till-written'],
    ['transferring', 'audio-video', 'queue', ''],
    ['offered', 'im', 'waiting', ''],
    ['ended', 'im', 'waiting', ''],
    ['after-call-work', 'im', 'waiting', 'end:worked'],
  ];
  for (const [state, modality, release, expected] of released)
    it(`${state}, ${modality}, released to ${release}: ${expected || 'none'}`, () => {
      expect(told(waysToLeave(inState(state, modality), { release }))).to.equal(expected);
    });

  const anything = fc.record({
    state: fc.constantFrom(...states),
    modality: fc.constantFrom(...modalities),
    release: fc.constantFrom(...RELEASES),
    canFinishEarly: fc.boolean(),
  });

  it('are never more than one of each, in one order, and only what may be asked', () => {
    fc.assert(
      fc.property(anything, ({ state, modality, release, canFinishEarly }) => {
        const session = inState(state, modality, canFinishEarly);
        const ways = waysToLeave(session, { release });
        expect(ways.map(({ way }) => way)).to.deep.equal(
          ['end', 'release', 'hide', 'close'].filter((way) => ways.some((own) => own.way === way)),
        );
        for (const leaving of ways) {
          if (leaving.way === 'end') expect(may(leaving.type, session)).to.equal(true);
          if (leaving.way === 'release')
            expect(releaseOf(session, { release })).to.equal(leaving.consequence === 'waiting' ? 'waiting' : 'queued');
        }
      }),
    );
  });

  it('a live call is never hidden, and nothing that its owner has not switched on is released', () => {
    fc.assert(
      fc.property(anything, ({ state, modality, release }) => {
        const ways = waysToLeave(inState(state, modality), { release }).map(({ way }) => way);
        if (modality === 'audio-video') expect(ways).to.not.include('hide');
        if (release === 'off') expect(ways).to.not.include('release');
      }),
    );
  });
});

describe('what becomes of what is not finished', () => {
  const kinds: readonly UnfinishedKind[] = ['message', 'reply', 'sending', 'notes', 'tag', 'codes', 'page'];
  const released = { lost: 'sending page', back: 'message reply notes tag codes', stays: '' };
  const over = { lost: 'message reply sending', back: '', stays: 'notes tag codes page' };
  const all = { lost: '', back: '', stays: kinds.join(' ') };
  const fates: readonly (readonly [Leaving, Record<Fate, string>])[] = [
    [{ way: 'end', type: 'session.end', consequence: 'over' }, over],
    [{ way: 'end', type: 'session.end', consequence: 'over-afresh' }, over],
    [{ way: 'end', type: 'after-call-work.finish', consequence: 'worked' }, all],
    [{ way: 'release', type: 'session.release', consequence: 'waiting' }, released],
    [{ way: 'release', type: 'session.release', consequence: 'queued' }, released],
    [{ way: 'close', consequence: 'closed' }, released],
    [{ way: 'hide', consequence: 'hidden' }, all],
  ];
  for (const [leaving, expected] of fates)
    it(`${leaving.way}, ${leaving.consequence}`, () => {
      const found = FATES.map((fate) => [fate, kinds.filter((kind) => fateOf(leaving, kind) === fate).join(' ')]);
      expect(Object.fromEntries(found)).to.deep.equal(expected);
    });
});

describe('a hidden session', () => {
  const hidden = { state: 'parked', unread: 2, isSelected: false } as const;
  const back: readonly (readonly [
    string,
    Parameters<typeof comesBack>[0],
    Parameters<typeof comesBack>[1],
    boolean,
  ])[] = [
    ['stays while nothing happens', hidden, hidden, false],
    ['comes back with a message', hidden, { ...hidden, unread: 3 }, true],
    ['stays when its messages are read elsewhere', hidden, { ...hidden, unread: 0 }, false],
    ['comes back with the message after that', { ...hidden, unread: 0 }, { ...hidden, unread: 1 }, true],
    ['comes back in another state', hidden, { ...hidden, state: 'active' }, true],
    ['comes back when it is over', hidden, { ...hidden, state: 'ended' }, true],
    ['comes back when it is looked at', hidden, { ...hidden, unread: 0, isSelected: true }, true],
    ['stays when it is looked away from', { ...hidden, isSelected: true }, hidden, false],
    ['stays when it is handed over anew with nothing to read', undefined, { ...hidden, unread: 0 }, false],
    ['comes back when it is handed over anew with something to read', undefined, hidden, true],
  ];
  for (const [name, before, after, expected] of back)
    it(name, () => {
      expect(comesBack(before, after)).to.equal(expected);
    });
});
