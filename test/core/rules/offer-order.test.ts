import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { byExpiry, ringTimeLeft } from '../../../src/core/rules/offer-order.js';

const offer = (id: string, since: number, offerExpiresAt?: number) => ({
  id,
  since,
  ...(offerExpiresAt !== undefined && { offerExpiresAt }),
});

describe('the order of offers', () => {
  for (const [what, offers, order] of [
    ['the next to expire first', [offer('a', 1, 30), offer('b', 2, 10), offer('c', 3, 20)], 'b c a'],
    ['one without an end last', [offer('a', 1), offer('b', 2, 10)], 'b a'],
    ['the older one first where both go at once', [offer('a', 2, 10), offer('b', 1, 10)], 'b a'],
    ['the older one first where neither ends', [offer('a', 2), offer('b', 1)], 'b a'],
    ['by id where nothing else tells them apart', [offer('b', 1, 10), offer('a', 1, 10)], 'a b'],
    ['of none', [], ''],
  ] as const)
    it(`is ${what}`, () => {
      expect(
        byExpiry(offers)
          .map(({ id }) => id)
          .join(' '),
      ).to.equal(order);
    });

  it('is the same however they came, and leaves what it was given as it was', () => {
    const some = fc.uniqueArray(
      fc.record(
        { id: fc.string(), since: fc.integer(), offerExpiresAt: fc.integer() },
        { requiredKeys: ['id', 'since'] },
      ),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (offers) => {
        const given = Object.freeze([...offers]);
        const order = byExpiry(given);
        expect(byExpiry([...given].reverse())).to.deep.equal(order);
        expect(order).to.have.members(given);
      }),
    );
  });
});

describe('the ring time that is left', () => {
  for (const [what, now, expected] of [
    ['when it begins', 1000, { ms: 20_000, share: 1, isSoon: false }],
    ['in the middle', 11_000, { ms: 10_000, share: 0.5, isSoon: false }],
    ['when it is about to go', 16_000, { ms: 5000, share: 0.25, isSoon: true }],
    ['when it is over', 21_000, { ms: 0, share: 0, isSoon: true }],
    ['when it is long over', 99_000, { ms: 0, share: 0, isSoon: true }],
    ['by a clock that is behind', -5000, { ms: 26_000, share: 1, isSoon: false }],
  ] as const)
    it(`is right ${what}`, () => {
      expect(ringTimeLeft({ since: 1000, times: {}, offerExpiresAt: 21_000 }, now)).to.deep.equal(expected);
    });

  it('counts from when it was offered, where that is told', () => {
    const session = { since: 11_000, times: { offered: 1000 }, offerExpiresAt: 21_000 };
    expect(ringTimeLeft(session, 11_000)?.share).to.equal(0.5);
  });

  it('is nothing of an offer that ended before it began, and none of one without an end', () => {
    expect(ringTimeLeft({ since: 9000, times: {}, offerExpiresAt: 8000 }, 7000)).to.deep.equal({
      ms: 1000,
      share: 0,
      isSoon: true,
    });
    expect(ringTimeLeft({ since: 9000, times: {} }, 7000)).to.equal(undefined);
  });
});
