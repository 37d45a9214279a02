import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { LONGEST_ANSWER, readPlaces } from '../../../src/core/location/read-places.js';

const bath = { latitude: 51.3811, longitude: -2.359 };

describe('the answer of a geocoder', () => {
  const good: readonly (readonly [string, unknown])[] = [
    ['texts', [{ lat: '51.3811', lon: '-2.359', display_name: 'Bath' }]],
    ['numbers', [{ lat: 51.3811, lon: -2.359 }]],
    [
      'the best of several',
      [
        { lat: '51.3811', lon: '-2.359' },
        { lat: '1', lon: '2' },
      ],
    ],
    ['a broken one before', [null, 7, {}, { lat: '91', lon: '0' }, { lat: '51.3811', lon: '-2.359' }]],
  ];
  for (const [name, answer] of good)
    it(`is a place: ${name}`, () => expect(readPlaces(JSON.stringify(answer))).to.deep.equal(bath));

  it('is no place when the list is empty', () => expect(readPlaces('[]')).to.equal(undefined));

  const bad: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['null', 'null'],
    ['one place alone', JSON.stringify({ lat: '51', lon: '-2' })],
    ['a place without longitude', '[{"lat":"51"}]'],
    ['out of range', '[{"lat":"90.001","lon":"0"}]'],
    ['far out of range', '[{"lat":1e999,"lon":0}]'],
    ['hexadecimal', '[{"lat":"0x10","lon":"1"}]'],
    ['empty texts', '[{"lat":"","lon":""}]'],
    ['null as degrees', '[{"lat":null,"lon":null}]'],
    ['lists as degrees', '[{"lat":[51],"lon":[-2]}]'],
    ['only a prototype with degrees', '[{"__proto__":{"lat":51,"lon":-2}}]'],
    ['cut off', '[{"lat":"51.38'],
    ['nested too deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['too long', JSON.stringify([{ lat: 51, lon: -2, note: 'x'.repeat(LONGEST_ANSWER) }])],
  ];
  for (const [name, answer] of bad)
    it(`is refused: ${name}`, () => {
      expect(() => readPlaces(answer)).to.throw();
      expect(({} as { lat?: unknown }).lat).to.equal(undefined);
    });

  it('is a place on Earth, nothing, or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(fc.record({ lat: fc.jsonValue(), lon: fc.jsonValue() })).map((list) => JSON.stringify(list)),
        ),
        (answer) => {
          let place;
          try {
            place = readPlaces(answer);
          } catch {
            return;
          }
          if (!place) return;
          expect(Math.abs(place.latitude)).to.be.at.most(90);
          expect(Math.abs(place.longitude)).to.be.at.most(180);
        },
      ),
    );
  });
});
