import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { TYPING_LASTS_MS, TYPING_PAUSE_MS, typingStep } from '../../../src/core/rules/own-typing.js';
import type { OwnTyping, TypingHappening } from '../../../src/core/rules/own-typing.js';

/** How often it is said again: as the contract promises. */
const TYPING_AGAIN_MS = 4000;

type Moment = readonly [happening: TypingHappening, at: number];

/** What is told of a row of happenings, and when. */
function told(moments: readonly Moment[]): readonly string[] {
  let state: OwnTyping | undefined;
  return moments.flatMap(([happening, at]) => {
    const step = typingStep(state, happening, at);
    ({ state } = step);
    return step.tell === undefined ? [] : [`${String(at)} ${String(step.tell)}`];
  });
}

describe('own typing', () => {
  const rows: readonly (readonly [string, readonly Moment[], readonly string[]])[] = [
    ['is told at the first key', [['typed', 7]], ['7 true']],
    [
      'is not told again at once',
      [
        ['typed', 0],
        ['typed', 3999],
      ],
      ['0 true'],
    ],
    [
      'is told again after four seconds',
      [
        ['typed', 0],
        ['typed', 3999],
        ['typed', 4000],
      ],
      ['0 true', '4000 true'],
    ],
    [
      'is over after a pause',
      [
        ['typed', 0],
        ['time', 4999],
        ['time', 5000],
      ],
      ['0 true', '5000 false'],
    ],
    [
      'has its pause counted from the last key',
      [
        ['typed', 0],
        ['typed', 3000],
        ['time', 5000],
        ['time', 8000],
      ],
      ['0 true', '8000 false'],
    ],
    [
      'is over when it is stopped, once',
      [
        ['typed', 0],
        ['stopped', 1],
        ['stopped', 2],
      ],
      ['0 true', '1 false'],
    ],
    [
      'begins anew after a stop',
      [
        ['typed', 0],
        ['stopped', 1],
        ['typed', 2],
      ],
      ['0 true', '1 false', '2 true'],
    ],
    [
      'is nothing before a key',
      [
        ['time', 9],
        ['stopped', 10],
      ],
      [],
    ],
  ];
  for (const [name, moments, expected] of rows)
    it(name, () => {
      expect(told(moments)).to.deep.equal(expected);
    });

  it('never says more than it has to, and never leaves the customer waiting', () => {
    const happenings = fc.array(fc.tuple(fc.constantFrom('typed' as const, 'stopped' as const), fc.nat(6000)));
    fc.assert(
      fc.property(happenings, (steps) => {
        let at = 0;
        let state: OwnTyping | undefined;
        let isTold = false;
        let toldAt = -Infinity;
        const take = (happening: TypingHappening): void => {
          const step = typingStep(state, happening, at);
          ({ state } = step);
          if (step.tell === true) expect(isTold && at - toldAt < TYPING_AGAIN_MS).to.equal(false);
          if (step.tell === false) expect(isTold).to.equal(true);
          if (step.tell !== undefined) [isTold, toldAt] = [step.tell, at];
          expect(state !== undefined).to.equal(isTold);
        };
        for (const [happening, ms] of steps) {
          at += ms;
          take('time');
          take(happening);
        }
        at += TYPING_PAUSE_MS;
        take('time');
        expect(isTold).to.equal(false);
      }),
    );
    expect(TYPING_AGAIN_MS + TYPING_PAUSE_MS).to.be.lessThan(TYPING_LASTS_MS);
  });
});
