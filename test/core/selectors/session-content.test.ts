import { expect } from '@open-wc/testing';
import { selectSessionContent } from '../../../src/core/selectors/select-session.js';
import type { Session } from '../../../src/index.js';
import { aSession } from '../../../stories/scenarios/builders.js';

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
