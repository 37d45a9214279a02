import { expect } from '@open-wc/testing';
import { selectWaysToLeave } from '../../../src/core/selectors/select-leaving.js';

const END = { way: 'end', consequence: 'closes' } as const;
const HIDE = { way: 'hide', consequence: 'stays' } as const;

describe('the ways out of a session', () => {
  it('are told anew when any of them is another', () => {
    const { isEqual } = selectWaysToLeave('s1');
    type Ways = Parameters<NonNullable<typeof isEqual>>[0];
    const same = (some: unknown, others: unknown): boolean | undefined => isEqual?.(some as Ways, others as Ways);
    expect(same([END, HIDE], [{ ...END }, { ...HIDE }])).to.equal(true);
    expect(same([END, HIDE], [END])).to.equal(false);
    expect(same([END, HIDE], [END, { ...HIDE, consequence: 'goes' }])).to.equal(false);
    expect(same([END, HIDE], [HIDE, END])).to.equal(false);
    expect(same([END, HIDE], [END, { ...END }])).to.equal(false);
  });
});
