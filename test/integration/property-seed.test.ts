import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';

describe('property tests', () => {
  it('draw the same again', () => {
    const drawn = fc.sample(fc.string(), 20);
    expect(fc.sample(fc.string(), 20)).to.deep.equal(drawn);
  });
});
