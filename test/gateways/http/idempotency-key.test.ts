import { expect } from '@open-wc/testing';
import { commandIdOf, keyOf } from '../../../src/gateways/http/idempotency-key.js';

describe('the key of a command', () => {
  it('is its id where a header takes that', () => {
    for (const id of ['c1', '5f0c-9', '!~', 'x'.repeat(200)]) expect(keyOf(id)).to.equal(id);
  });

  it('leads back to its id, whatever the id is', () => {
    for (const id of ['', ' ', 'with space', 'ümlaut', '100%', '%41', '✓', 'line\nbreak'])
      expect(commandIdOf(keyOf(id)), JSON.stringify(id)).to.equal(id);
  });

  it('has only what a header takes', () => {
    for (const id of ['with space', 'ümlaut', '100%', '\ud800', 'line\nbreak']) expect(keyOf(id)).to.match(/^[!-~]+$/);
  });

  it('of somebody else, who encodes nothing, is the id', () => {
    for (const key of ['100%', '%', '%zz']) expect(commandIdOf(key)).to.equal(key);
  });
});
