import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  controlsOfSession,
  impedimentTo,
  may,
  obstacleTo,
  obstacleToWriting,
  shownControls,
} from '../../../src/core/rules/permissions.js';
import { takesFocus } from '../../../src/core/rules/takes-focus.js';
import { NO_NOTES } from '../../../src/core/model/session-notes.js';
import type { SessionCommandType } from '../../../src/core/rules/permissions.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session, SessionState } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

const acw = (canFinishEarly: boolean, canExtend: boolean) => ({ startedAt: NOW, canFinishEarly, canExtend });

/** The buttons of every state, as they stand, for a call; `unheard-of` is a state of a newer backend. */
const CONTROLS: Readonly<Record<SessionState | 'unheard-of', readonly string[]>> = {
  offered: ['session.accept', 'session.decline'],
  accepted: ['session.end'],
  active: ['session.park', 'session.hold', 'session.transfer', 'session.end'],
  held: ['session.resume', 'session.park', 'session.transfer', 'session.end'],
  parking: [],
  parked: ['session.unpark', 'session.end'],
  unparking: ['session.park', 'session.end'],
  transferring: [],
  'after-call-work': ['after-call-work.finish', 'after-call-work.extend'],
  ended: [],
  opened: [],
  'unheard-of': ['session.end'],
};

const WRITING: readonly SessionCommandType[] = [
  'message.send',
  'email.reply',
  'email.mark-as-handled',
  'codes.choose',
  'tags.change',
  'notes.save',
];

/** What can be written and noted in every state: m message, e mail (answered or handled), d codes, tags and notes. */
const NOTES: Readonly<Record<keyof typeof CONTROLS, string>> = {
  offered: '',
  accepted: 'd',
  active: 'med',
  held: 'ed',
  parking: 'd',
  parked: 'd',
  unparking: 'd',
  transferring: 'd',
  'after-call-work': 'd',
  ended: 'd',
  opened: '',
  'unheard-of': 'd',
};

const states = Object.keys(CONTROLS) as SessionState[];
const modalities = [...MODALITIES, 'hologram'];
const inState = (state: SessionState, about: Partial<Session> = {}): Session =>
  aSession({ state, afterCallWork: acw(true, true), notes: NO_NOTES, ...about });

describe('what can be asked of a session', () => {
  for (const state of states) {
    it(`${state}: ${CONTROLS[state].join(', ') || 'no button'}`, () => {
      expect(controlsOfSession(inState(state))).to.deep.equal(CONTROLS[state]);
    });

    it(`${state}: the same of every other modality, but that only calls are held`, () => {
      for (const modality of modalities.slice(1)) {
        const expected = CONTROLS[state].filter((control) => control !== 'session.hold');
        expect(controlsOfSession(inState(state, { modality })), modality).to.deep.equal(expected);
      }
    });

    it(`${state}: ${NOTES[state] || 'nothing'} can be written`, () => {
      const expected: readonly SessionCommandType[] = [
        ...(NOTES[state].includes('m') ? (['message.send'] as const) : []),
        ...(NOTES[state].includes('e') ? (['email.reply', 'email.mark-as-handled'] as const) : []),
        ...(NOTES[state].includes('d') ? (['codes.choose', 'tags.change', 'notes.save'] as const) : []),
      ];
      for (const modality of modalities) {
        const own = expected.filter((type) => {
          if (type === 'message.send') return modality === 'im';
          return type.startsWith('email') ? modality === 'email' : true;
        });
        expect(
          WRITING.filter((type) => may(type, inState(state, { modality }))),
          modality,
        ).to.deep.equal(own);
      }
    });
  }

  it('is said of every state', () => {
    expect(states).to.include.members([...SESSION_STATES]);
  });

  const work: readonly (readonly [string, Session['afterCallWork'], readonly string[]])[] = [
    ['may be finished early', acw(true, false), ['after-call-work.finish']],
    ['may be extended', acw(false, true), ['after-call-work.extend']],
    ['runs to its end', acw(false, false), []],
  ];
  for (const [how, afterCallWork, controls] of work) {
    it(`after-call work that ${how}: ${controls.join() || 'no button'}`, () => {
      const session = aSession({ state: 'after-call-work', ...(afterCallWork ? { afterCallWork } : {}) });
      expect(controlsOfSession(session)).to.deep.equal(controls);
    });
  }

  it('after-call work that nothing is known of can be finished: nobody else would', () => {
    expect(controlsOfSession(aSession({ state: 'after-call-work' }))).to.deep.equal(['after-call-work.finish']);
  });

  describe('and is shown', () => {
    const shown = (about: Partial<Session>): unknown =>
      shownControls(aSession(about)).map(({ type, obstacle }) => `${type}${obstacle ? ` (${obstacle})` : ''}`);

    for (const state of states)
      it(`${state}: all that can be asked, and nothing else`, () => {
        expect(shown({ state, afterCallWork: acw(true, true) })).to.deep.equal(CONTROLS[state]);
      });

    it('with what the platform does not do now, where the state allows it', () => {
      const cannot = [
        { command: 'session.transfer', reason: 'The bridge is full.' },
        { command: 'session.unpark', reason: 'Later.' },
        { command: 'session.teleport', reason: 'Never.' },
        { command: '__proto__', reason: 'Never.' },
      ];
      expect(shown({ cannot })).to.deep.equal([
        'session.park',
        'session.hold',
        'session.transfer (platform)',
        'session.end',
      ]);
      expect(shown({ state: 'parked', cannot })).to.deep.equal(['session.unpark (platform)', 'session.end']);
      expect(controlsOfSession(aSession({ cannot }))).to.not.include('session.transfer');
      expect(impedimentTo('session.transfer', { cannot })).to.equal('The bridge is full.');
      expect(impedimentTo('session.park', { cannot })).to.equal(undefined);
    });

    it('not what a kind of task never has, whatever its platform says of it', () => {
      const cannot = [{ command: 'session.hold', reason: 'No music.' }];
      expect(shown({ modality: 'im', cannot })).to.deep.equal(['session.park', 'session.transfer', 'session.end']);
      expect(obstacleTo('session.hold', aSession({ modality: 'im', cannot }))).to.equal('modality');
    });

    const works: readonly (readonly [string, NonNullable<Session['afterCallWork']>, readonly string[]])[] = [
      ['runs to its end', acw(false, false), ['after-call-work.finish (service)']],
      [
        'is extended',
        { ...acw(true, false), isExtended: true },
        ['after-call-work.finish', 'after-call-work.extend (extended)'],
      ],
      ['is never extended', acw(true, false), ['after-call-work.finish']],
    ];
    for (const [how, afterCallWork, expected] of works)
      it(`of after-call work that ${how}: ${expected.join(', ')}`, () => {
        expect(shown({ state: 'after-call-work', afterCallWork })).to.deep.equal(expected);
      });

    it('keeps a message from being sent, and codes from being chosen, if the platform says so', () => {
      const cannot = ['message.send', 'codes.choose'].map((command) => ({ command, reason: 'Closed.' }));
      expect(obstacleToWriting(aSession({ modality: 'im', cannot }), NOW)).to.equal('platform');
      expect(may('codes.choose', aSession({ cannot }))).to.equal(false);
    });
  });

  it('is nothing that nobody knows', () => {
    for (const type of ['session.teleport', 'constructor', '__proto__', '']) {
      expect(may(type as SessionCommandType, aSession()), type).to.equal(false);
    }
  });

  it('says what stands against it: the state before the kind of task', () => {
    const of = (type: SessionCommandType, about: Partial<Session>) => obstacleTo(type, aSession(about));
    expect(of('session.hold', { state: 'parked', modality: 'im' })).to.equal('state');
    expect(of('session.hold', { modality: 'im' })).to.equal('modality');
    expect(of('notes.save', { state: 'offered' })).to.equal('state');
    expect(of('notes.save', {}), 'no notes are kept').to.equal('notes');
    expect(of('notes.save', { notes: NO_NOTES })).to.equal(undefined);
    expect(of('after-call-work.extend', { state: 'after-call-work', afterCallWork: acw(true, false) })).to.equal(
      'service',
    );
  });

  it('takes the focus when it makes the session the conversation the agent is in', () => {
    const all = [...new Set(states.flatMap((state) => controlsOfSession(inState(state))))];
    expect(all.filter(takesFocus)).to.deep.equal(['session.accept', 'session.unpark']);
  });

  it('has no button twice, and none for what may not be asked for, whatever the state is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...states), fc.string()),
        fc.constantFrom(...modalities),
        (state, modality) => {
          const session = inState(state as SessionState, { modality });
          const controls = controlsOfSession(session);
          expect(new Set(controls).size).to.equal(controls.length);
          expect(controls.every((control) => may(control, session))).to.equal(true);
          if (![...SESSION_STATES, 'opened'].includes(state)) expect(controls).to.deep.equal(['session.end']);
        },
      ),
    );
  });
});

describe('what keeps the agent from writing', () => {
  const closed = { closedReason: 'Blocked.' };
  const late = { closesAt: NOW };
  const table: readonly (readonly [string, Partial<Session>, ReturnType<typeof obstacleToWriting>])[] = [
    ['nothing in an active chat', {}, undefined],
    ['nothing a moment before the window closes', { messaging: { closesAt: NOW + 1 } }, undefined],
    ['the window, to the millisecond', { messaging: late }, 'window'],
    ['the channel, whether the window is open or not', { messaging: { ...closed, ...late } }, 'channel'],
    ['the end, whatever the channel says', { state: 'ended', messaging: closed }, 'over'],
    ['after-call work is the end, too', { state: 'after-call-work' }, 'over'],
    ['hold: the customer hears music', { state: 'held' }, 'state'],
    ['a state of a newer backend', { state: 'unheard-of' as SessionState }, 'state'],
    [
      'a channel that is closed for good, before a state that will pass',
      { state: 'parked', messaging: closed },
      'channel',
    ],
    ['a call, which is spoken', { modality: 'audio-video' }, 'modality'],
  ];
  for (const [what, about, obstacle] of table) {
    it(what, () => {
      expect(obstacleToWriting(aSession({ modality: 'im', ...about }), NOW)).to.equal(obstacle);
    });
  }
});
