import { expect } from '@open-wc/testing';
import { recordAtEnd } from '../../../src/core/context-data/record-at-end.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';

describe('the record of a session at its end', () => {
  it('is kept for thirty days where the service stores context data', () => {
    expect(recordAtEnd(true, NOW, 'Never.')).to.deep.equal({ isStored: true, until: NOW + 30 * 24 * 60 * 60 * 1000 });
  });

  it('says that nothing is kept where it does not, and why if there is a reason', () => {
    expect(recordAtEnd(false, NOW, 'Not kept.')).to.deep.equal({ isStored: false, reason: 'Not kept.' });
    expect(recordAtEnd(false, NOW)).to.deep.equal({ isStored: false });
  });
});
