import { expect } from '@open-wc/testing';
import { LeftPlaces } from '../../src/controllers/left-places.js';

describe('where a reader left what was read', () => {
  it('is known until its end is left there, or somebody else comes', () => {
    const places = new LeftPlaces<number>();
    places.keep('a', 1);
    places.keep('b', 2);
    places.keep('a', undefined);
    expect([places.of('a'), places.of('b'), places.of(undefined)]).to.deep.equal([undefined, 2, undefined]);
    places.clear();
    expect(places.of('b')).to.equal(undefined);
  });

  it('is forgotten where fifty others have been left since', () => {
    const places = new LeftPlaces<number>();
    for (let at = 0; at < 50; at += 1) places.keep(String(at), at);
    places.keep('0', 100);
    places.keep('new', 50);
    expect([places.of('0'), places.of('1'), places.of('2')]).to.deep.equal([100, undefined, 2]);
  });
});
