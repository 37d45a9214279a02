import { expect } from '@open-wc/testing';
import { selectContextTarget } from '../../../src/core/selectors/select-context-target.js';
import { selectSessionContent } from '../../../src/core/selectors/select-session.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';
import { aStore } from '../../support/a-store.js';

describe('a session without what only the list shows', () => {
  const { isEqual } = selectSessionContent('s');
  const session = aSession({ id: 's', subject: 'Two bookings' });

  const table: readonly [string, Session | undefined, boolean][] = [
    ['in nothing', { ...session }, true],
    ['in whether it is looked at', { ...session, isSelected: !session.isSelected }, true],
    ['in what is unread', { ...session, unread: session.unread + 1 }, true],
    ['in its subject', { ...session, subject: 'Three bookings' }, false],
    ['in something more', { ...session, result: 'voicemail' }, false],
    ['in something less', aSession({ id: 's' }), false],
    ['in being gone', undefined, false],
  ];
  for (const [what, other, expected] of table) {
    it(`is ${expected ? 'the same' : 'another'} where it differs ${what}`, () => {
      expect(isEqual?.(session, other)).to.equal(expected);
      expect(isEqual?.(other, session)).to.equal(expected);
    });
  }
});

describe('where a context item leads', () => {
  const { store } = aStore({ sessions: [aSession(), aSession({ id: 'over', state: 'ended' })] });
  const item = { id: 'crm', label: 'CRM', url: 'https://crm.example/$(Session.Id)' } as never;
  for (const [what, sessionId, starter, isKnown] of [
    ['for the agent who asked', 'call-1', 'ana', true],
    ['for another agent', 'call-1', 'ben', false],
    ['once the session is over', 'over', 'ana', false],
    ['without a session', 'nobody', 'ana', false],
  ] as const)
    it(`is ${isKnown ? 'told' : 'not told'} ${what}`, () => {
      expect(store.read(selectContextTarget(sessionId, item, starter)) !== undefined).to.equal(isKnown);
    });
});
