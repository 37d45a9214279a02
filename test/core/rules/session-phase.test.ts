import { expect } from '@open-wc/testing';
import * as phase from '../../../src/core/rules/session-phase.js';
import { SESSION_STATES } from '../../../src/index.js';
import type { SessionState } from '../../../src/index.js';

type Rule = keyof typeof phase;

/** Which rules hold in a state, `unheard-of` being one of a newer backend. */
const HOLD: Readonly<Record<SessionState | 'unheard-of', readonly Rule[]>> = {
  offered: [],
  accepted: ['isOngoing', 'isInConversation', 'engagesAgent', 'takesSlot'],
  active: ['isOngoing', 'isInConversation', 'engagesAgent', 'isAtHand', 'takesSlot'],
  held: ['isOngoing', 'isInConversation', 'engagesAgent', 'isAtHand', 'takesSlot'],
  parking: ['isOngoing', 'isInConversation', 'engagesAgent', 'takesSlot'],
  parked: ['isOngoing', 'isSetAside', 'takesSlot'],
  unparking: ['isOngoing', 'isSetAside', 'engagesAgent', 'takesSlot'],
  transferring: ['isOngoing', 'isInConversation', 'engagesAgent', 'takesSlot'],
  'after-call-work': ['isOver', 'blocksNewWork', 'takesSlot'],
  ended: ['isOver'],
  opened: [],
  'unheard-of': ['isOngoing', 'isInConversation', 'engagesAgent', 'takesSlot'],
};

describe('what the state of a session means', () => {
  const rules = Object.keys(phase) as Rule[];
  for (const [state, expected] of Object.entries(HOLD)) {
    it(`${state}: ${expected.join(', ') || 'nothing yet'}`, () => {
      const held = rules.filter((rule) => phase[rule](state as SessionState));
      expect(held).to.have.members(expected);
    });
  }

  it('is said of every state', () => {
    expect(Object.keys(HOLD)).to.include.members([...SESSION_STATES]);
  });

  it('never lets a session be over and go on at once', () => {
    for (const state of SESSION_STATES)
      expect([state === 'offered', phase.isOngoing(state), phase.isOver(state)].filter(Boolean), state).to.have.length(
        1,
      );
  });
});
