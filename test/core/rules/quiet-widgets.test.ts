import { expect } from '@open-wc/testing';
import { WIDGETS } from '../../../src/index.js';
import type { Parameter, Session, SessionSummary } from '../../../src/index.js';
import { isQuiet } from '../../../src/core/rules/quiet-widgets.js';
import { aSession, anEndedSession } from '../../../stories/scenarios/builders.js';

const withSummary = (summary: SessionSummary | undefined, of: Session = aSession()): Session => ({
  ...of,
  ...(summary === undefined ? {} : { summary }),
});
const withPlace = (parameter: Parameter | undefined, of: Session = aSession()): Session => ({
  ...of,
  parameters: parameter === undefined ? [] : [parameter],
});

describe('a widget without anything to say', () => {
  const cases: readonly [what: string, widget: 'session-summary' | 'session-map', session: Session, isSo: boolean][] = [
    ['no summary yet', 'session-summary', withSummary(undefined), true],
    ['no summary of what is over', 'session-summary', withSummary(undefined, anEndedSession()), true],
    [
      'a summary that is being written',
      'session-summary',
      withSummary({ status: 'pending', version: 1, parts: {} }),
      false,
    ],
    ['a summary that failed', 'session-summary', withSummary({ status: 'failed', version: 1, parts: {} }), false],
    [
      'no summary, with a reason',
      'session-summary',
      withSummary({ status: 'not-available', version: 1, parts: {} }),
      false,
    ],
    ['an empty summary', 'session-summary', withSummary({ status: 'ready', version: 1, parts: { issue: ' ' } }), true],
    [
      'a summary',
      'session-summary',
      withSummary({ status: 'ready', version: 1, parts: { issue: 'Card lost' } }),
      false,
    ],
    ['no place yet', 'session-map', withPlace(undefined), true],
    ['a place that is to come', 'session-map', withPlace({ name: 'Place', state: 'pending' }), true],
    ['no place', 'session-map', withPlace({ name: 'Place', state: 'empty' }), true],
    ['a blank place', 'session-map', withPlace({ name: 'Place', state: 'value', value: ' ' }), true],
    [
      'a place of which nothing is seen',
      'session-map',
      withPlace({ name: 'Place', state: 'value', value: '\u200B' }),
      true,
    ],
    ['a place', 'session-map', withPlace({ name: 'Place', state: 'value', value: 'Berlin' }), false],
    ['a place that is refused', 'session-map', withPlace({ name: 'Place', state: 'not-available' }), false],
    ['a place that was not kept', 'session-map', withPlace(undefined, anEndedSession()), false],
  ];
  for (const [what, widget, session, isSo] of cases)
    it(`is ${isSo ? '' : 'not '}${what}`, () => {
      expect(isQuiet(widget, session, 'Place')).to.equal(isSo);
    });

  it('is none in which an agent can do something', () => {
    const others = WIDGETS.filter((widget) => widget !== 'session-map' && widget !== 'session-summary');
    expect(others.filter((widget) => isQuiet(widget, aSession(), undefined))).to.deep.equal([]);
  });
});
