import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { E164, looksLikeNumber, phoneNumberOf } from '../../../src/core/text/phone-number.js';

describe('a phone number', () => {
  const read: readonly (readonly [string, string | undefined])[] = [
    ['+4721550100', '+4721550100'],
    ['+47 21 55 01 00', '+4721550100'],
    ['0047 21 55 01 00', '+4721550100'],
    [' +1 (212) 555-0187 ', '+12125550187'],
    ['+41\u00a044\u2011555.01/33', '+41445550133'],
    ['\u2066+41445550133\u2069', '+41445550133'],
    ['+123456789012345', '+123456789012345'],
    ['+1234567', '+1234567'],
    ['+1234567890123456', undefined],
    ['+123456', undefined],
    ['+0721550100', undefined],
    ['21 55 01 00', undefined],
    ['044 555 01 33', undefined],
    ['+47 21x55', undefined],
    ['++4721550100', undefined],
    ['', undefined],
  ];
  for (const [typed, expected] of read)
    it(`${JSON.stringify(typed)}: ${expected ?? 'none'}`, () => {
      expect(phoneNumberOf(typed)).to.equal(expected);
    });

  it('is told from a name by having digits and what stands between them', () => {
    for (const typed of ['044 555', '+47 2', '(212)', '0047']) expect(looksLikeNumber(typed), typed).to.equal(true);
    for (const typed of ['12', 'Front Desk 112', '', '+', 'x123', '+47 21 a'])
      expect(looksLikeNumber(typed), typed).to.equal(false);
  });

  it('comes out as it went in, however it is grouped', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]{6,14}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(' ', '-', '.', '/', '\u00a0'), fc.nat({ max: 15 }), (number, between, at) => {
        const grouped = `+${number.slice(0, at)}${between}${number.slice(at)}`;
        expect(phoneNumberOf(grouped)).to.equal(`+${number}`);
        expect(looksLikeNumber(grouped)).to.equal(true);
      }),
    );
  });

  it('is E.164 or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const number = phoneNumberOf(typed);
        expect(number === undefined || E164.test(number)).to.equal(true);
      }),
    );
  });
});
