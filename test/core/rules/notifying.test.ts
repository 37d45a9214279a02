import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session } from '../../../src/index.js';
import {
  DESKTOP_POLICIES,
  SOUNDS,
  isForDesktop,
  isRepeated,
  isSoundDue,
  isTold,
  readSettings,
  ringMs,
  soundOf,
  tellingOf,
  waysOfHost,
} from '../../../src/core/rules/notifying.js';
import type { Sight } from '../../../src/core/rules/notifying.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { ONGOING } from '../../support/session-facts.js';

const DEFAULT_SETTINGS = readSettings(undefined);

const HERE: Sight = { hasFocus: true, isSeen: true, selectedId: 'chat' };
const SIGHTS: Readonly<Record<string, Sight>> = {
  'the session is looked at': HERE,
  'another session is looked at': { ...HERE, selectedId: 'other' },
  'Home is looked at': { ...HERE, selectedId: undefined },
  'the agent types in another window beside it': { ...HERE, hasFocus: false },
  'the page is hidden': { hasFocus: false, isSeen: false, selectedId: 'chat' },
};
const chat = (about: Partial<Session> = {}): Session => aSession({ id: 'chat', modality: 'im', unread: 1, ...about });
const offer = (about: Partial<Session> = {}): Session => aSession({ id: 'chat', state: 'offered', ...about });
const MESSAGE = { about: 'message', sessionId: 'chat' } as const;
const OFFER = { about: 'offer', sessionId: 'chat' } as const;

describe('what is worth telling an agent', () => {
  const MESSAGES_TOLD = ['another session is looked at', 'Home is looked at', 'the page is hidden'];
  for (const [name, sight] of Object.entries(SIGHTS)) {
    it(`an offer, while ${name}`, () => {
      expect(tellingOf({ type: 'session-offered', session: offer() }, sight)).to.deep.equal(OFFER);
    });

    it(`${MESSAGES_TOLD.includes(name) ? 'a message' : 'no message'}, while ${name}`, () => {
      const expected = MESSAGES_TOLD.includes(name) ? MESSAGE : undefined;
      expect(tellingOf({ type: 'message-received', session: chat() }, sight)).to.deep.equal(expected);
    });
  }

  it('no offer that is answered already, and no message of what is over or not begun', () => {
    const told = (type: string): readonly string[] =>
      SESSION_STATES.filter((state) => tellingOf({ type, session: chat({ state }) }, SIGHTS['the page is hidden']!));
    expect(told('session-offered')).to.deep.equal(['offered']);
    expect(told('message-received')).to.deep.equal(ONGOING);
  });

  it('nothing else that happens', () => {
    for (const type of ['session-started', 'session-ended', 'offer-returned', 'session-failed', 'anything'])
      expect(tellingOf({ type, session: offer() }, SIGHTS['the page is hidden']!), type).to.equal(undefined);
  });
});

describe('what there is left to tell', () => {
  it('of an offer: as long as it is one', () => {
    for (const sight of Object.values(SIGHTS)) {
      expect(SESSION_STATES.filter((state) => !isTold(OFFER, chat({ state }), sight))).to.deep.equal(['offered']);
      expect(isTold(OFFER, undefined, sight)).to.equal(true);
    }
  });

  const away = SIGHTS['the page is hidden']!;
  const rows: readonly (readonly [string, Session | undefined, Sight, boolean])[] = [
    ['unread, out of sight', chat(), away, false],
    ['unread, in another session than the one in sight', chat(), { ...HERE, selectedId: 'other' }, false],
    ['seen here, and not known to be read', chat({ unread: 0, seen: true }), away, false],
    ['in sight', chat(), HERE, true],
    ['in sight beside another window', chat(), { ...HERE, hasFocus: false }, true],
    ['read in another tab', chat({ unread: 0 }), away, true],
    ['in a session that is over', chat({ state: 'ended' }), away, true],
    ['in a session that is gone', undefined, away, true],
  ];
  for (const [name, session, sight, isOver] of rows)
    it(`of a message, ${name}: ${isOver ? 'nothing' : 'it'}`, () => {
      expect(isTold(MESSAGE, session, sight)).to.equal(isOver);
    });

  it('is never nothing at the moment it is told', () => {
    const sights = fc.record({
      hasFocus: fc.boolean(),
      isSeen: fc.boolean(),
      selectedId: fc.constantFrom(undefined, 'chat', 'other'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('session-offered', 'message-received'),
        fc.constantFrom(...SESSION_STATES),
        sights,
        (type, state, sight) => {
          const session = chat({ state, ...(sight.selectedId === 'chat' ? { unread: 0, seen: true } : {}) });
          const telling = tellingOf({ type, session }, sight);
          return !telling || !isTold(telling, session, sight);
        },
      ),
    );
  });
});

describe('sounds', () => {
  it('are of the modality of an offer, and one for all messages', () => {
    for (const modality of MODALITIES) {
      expect(soundOf(OFFER, chat({ modality }))).to.equal(modality);
      expect(soundOf(MESSAGE, chat({ modality }))).to.equal('message');
    }
  });

  it('of a modality that nobody knows are that of an external task', () => {
    for (const modality of ['fax', 'message', 'toString'])
      expect(soundOf(OFFER, chat({ modality }))).to.equal('external');
  });

  it('are repeated for calls alone', () => {
    expect(SOUNDS.filter(isRepeated)).to.deep.equal(['audio-video']);
  });

  const rings: readonly (readonly [string, Partial<Session>, number])[] = [
    ['until the offer is withdrawn', { offerExpiresAt: NOW + 20_000 }, 20_000],
    ['no more when its time is up, whatever the backend says', { offerExpiresAt: NOW }, 0],
    ['nor after that', { offerExpiresAt: NOW - 1 }, 0],
    ['two minutes at a time', { offerExpiresAt: NOW + 600_000 }, 120_000],
    ['two minutes where no end is said', { since: NOW }, 120_000],
    ['what is left of them', { since: NOW - 100_000 }, 20_000],
    ['and then no more', { since: NOW - 120_000 }, 0],
  ];
  for (const [name, about, ms] of rings)
    it(`ring ${name}`, () => {
      expect(ringMs(offer(about), NOW)).to.equal(ms);
    });

  const dues: readonly (readonly [string, Parameters<typeof isSoundDue>, boolean])[] = [
    ['the first offer sounds', ['offer', { offer: undefined, message: undefined }, 0], true],
    ['the first message sounds', ['message', { offer: undefined, message: undefined }, 0], true],
    ['an offer right after another one is silent', ['offer', { offer: 0, message: undefined }, 999], false],
    ['an offer a second later sounds', ['offer', { offer: 0, message: undefined }, 1000], true],
    ['an offer right after a message sounds', ['offer', { offer: undefined, message: 0 }, 1], true],
    ['a message soon after another one is silent', ['message', { offer: undefined, message: 0 }, 4999], false],
    ['a message five seconds later sounds', ['message', { offer: undefined, message: 0 }, 5000], true],
    ['a message soon after an offer is silent', ['message', { offer: 0, message: undefined }, 4999], false],
  ];
  for (const [name, given, isDue] of dues)
    it(name, () => {
      expect(isSoundDue(...given)).to.equal(isDue);
    });

  it('of messages, however many come, are at least five seconds apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }), (pauses) => {
        const sounded: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (isSoundDue('message', { offer: undefined, message: sounded.at(-1) }, now)) sounded.push(now);
        }
        return sounded.every((at, index) => index === 0 || at - (sounded[index - 1] ?? 0) >= 5000);
      }),
    );
  });
});

describe('the desktop', () => {
  for (const desktop of DESKTOP_POLICIES)
    for (const hasFocus of [true, false])
      it(`${desktop}, with${hasFocus ? '' : 'out'} focus`, () => {
        const expected = desktop === 'always' || (desktop === 'background' && !hasFocus);
        expect(isForDesktop({ ...DEFAULT_SETTINGS, desktop }, { ...HERE, hasFocus })).to.equal(expected);
      });
});

describe('what a host lets', () => {
  const rows: readonly (readonly [string | null, readonly string[]])[] = [
    [null, ['sound', 'desktop']],
    ['sound desktop title', ['sound', 'desktop', 'title']],
    ['  title\n sound ', ['sound', 'title']],
    ['off', []],
    ['', []],
    ['soundtitle', []],
  ];
  for (const [named, expected] of rows)
    it(`${String(named)}: ${expected.join(', ') || 'nothing'}`, () => {
      const ways = Object.entries(waysOfHost(named)).flatMap(([way, isLet]) => (isLet ? [way] : []));
      expect(ways).to.deep.equal(expected);
    });
});

describe('settings that were kept', () => {
  it('are read as they were written', () => {
    const settings = {
      sounds: { 'audio-video': false, im: true, email: false, external: true, message: false },
      volume: 0,
      desktop: 'background',
      inTitle: false,
    };
    expect(readSettings(JSON.parse(JSON.stringify(settings)))).to.deep.equal(settings);
  });

  it('are the default where there are none, or where they cannot be read', () => {
    for (const kept of [
      undefined,
      null,
      7,
      'x',
      [],
      { sounds: 7, volume: '1', desktop: 'often', inTitle: 1 },
      { volume: NaN },
    ])
      expect(readSettings(kept)).to.deep.equal(DEFAULT_SETTINGS);
  });

  it('keep what can be read of them', () => {
    expect(readSettings({ sounds: { email: false, im: 'no' }, volume: 3, desktop: 'always' })).to.deep.equal({
      ...DEFAULT_SETTINGS,
      sounds: { ...DEFAULT_SETTINGS.sounds, email: false },
      desktop: 'always',
    });
  });

  it('are settings, whatever was kept', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const { sounds, volume, desktop } = readSettings(kept);
        expect(Object.keys(sounds)).to.have.members([...SOUNDS]);
        expect(volume).to.be.within(0, 1);
        expect(DESKTOP_POLICIES).to.include(desktop);
      }),
    );
  });
});
