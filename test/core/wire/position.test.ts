import { expect } from '@open-wc/testing';
import { cursorOf, positionOf } from '../../../src/core/wire/position.js';

describe('a position as text', () => {
  const positions = [
    { epoch: 'a', seq: 0 },
    { epoch: 'x'.repeat(64), seq: 1 },
    { epoch: '5f0c.A_z-9', seq: Number.MAX_SAFE_INTEGER },
  ];
  for (const position of positions)
    it(`is read as it was written: ${cursorOf(position)}`, () => {
      expect(positionOf(cursorOf(position))).to.deep.equal(position);
    });

  it('is epoch and number', () => {
    expect(cursorOf({ epoch: 'a', seq: 12 })).to.equal('a:12');
  });

  const nonsense = [
    '',
    ':',
    'a',
    'a:',
    ':1',
    'a:b',
    'a:-1',
    'a:1.5',
    'a:1e3',
    'a: 1',
    'a:1 ',
    'a:1:2',
    'a b:1',
    'ä:1',
    `${'x'.repeat(65)}:1`,
    // The first whole number that a reader of JSON may take for another.
    `a:${String(Number.MAX_SAFE_INTEGER + 1)}`,
    'a:12345678901234567',
  ];
  for (const text of nonsense)
    it(`is none: ${JSON.stringify(text)}`, () => {
      expect(positionOf(text)).to.equal(undefined);
    });
});
