import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { readLocation } from '../../../src/core/location/location.js';

const at = (latitude: number, longitude: number) => ({ kind: 'coordinates', latitude, longitude });

describe('a location', () => {
  const coordinates: readonly (readonly [string, number, number])[] = [
    ['47.3769, 8.5417', 47.3769, 8.5417],
    ['47.3769,8.5417', 47.3769, 8.5417],
    ['47.3769 8.5417', 47.3769, 8.5417],
    ['  47.3769 ;\t8.5417 ', 47.3769, 8.5417],
    ['47.3769\u00A08.5417', 47.3769, 8.5417],
    ['+47.3769, -8.5417', 47.3769, -8.5417],
    ['\u221233.8688, 151.2093', -33.8688, 151.2093],
    ['-33.8688 +151.2093', -33.8688, 151.2093],
    ['47, 8', 47, 8],
    ['47.5;8', 47.5, 8],
    ['47.3769° N, 8.5417° E', 47.3769, 8.5417],
    ['33.8688 S 151.2093 E', -33.8688, 151.2093],
    ['33.8688S151.2093E', -33.8688, 151.2093],
    ['S33.8688 W70.5', -33.8688, -70.5],
    ['n 47.3769, e 8.5417', 47.3769, 8.5417],
    ['8.5417 E, 47.3769 N', 47.3769, 8.5417],
    ['W 70.5, S 33.8688', -33.8688, -70.5],
    ['47°30\'00"N 8°15\'36"E', 47.5, 8.26],
    ['47° 30′ N, 8° 15′ W', 47.5, -8.25],
    ['90, 180', 90, 180],
    ['-90.0 -180.0', -90, -180],
    ['0.0, -0.0', 0, 0],
    ['geo:47.3769,8.5417', 47.3769, 8.5417],
    ['GEO:-33.8688,151.2093,25;crs=wgs84;u=35?z=12', -33.8688, 151.2093],
    ['geo:47.5,8.25;u=35', 47.5, 8.25],
  ];
  for (const [text, latitude, longitude] of coordinates)
    it(`is a point: ${text}`, () => expect(readLocation(text)).to.deep.equal(at(latitude, longitude)));

  const nowhere = [
    '95.2, 8.1',
    '47.1, 180.0001',
    '8.5 N, 200.5 E',
    "47°61' N, 8°15' E",
    "47°60' N, 8°15' E",
    '47°30\'60"N 8°15\'36"E',
    'geo:91,0',
    'geo:somewhere',
    'geo:47.5',
    'geo:323482,4306480;crs=EPSG:32618',
    'geo:47.5,8.25;crs=moon-2011',
    'geo:0,0?q=%E0%A4%A',
    'geo:0,0?q=%20',
  ];
  for (const text of nowhere)
    it(`is nowhere: ${text}`, () => expect(readLocation(text)).to.deep.equal({ kind: 'nowhere', text }));

  const addresses = [
    'Wharf Street 9, Bristol',
    '300 W 200 S',
    '12 N 34 E',
    '10 120',
    '1,000.00',
    '1.000,00',
    '47,3769',
    '8001',
    '47.3769',
    '47.3769, 8.5417, 400',
    '47.3769, 8.5417 Zürich',
    'at 47.3769, 8.5417',
    '47.3769-8.5417',
    '47.3769 N, 8.5417',
    '47.3769 N, 8.5417 S',
    '-33.8688 S, 151.2 E',
    '1234.5, 8.5',
    '1e2, 1e2',
    '０４７.５, ８.５',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'геo:47.5,8.5',
  ];
  for (const text of addresses)
    it(`is an address: ${text}`, () => expect(readLocation(text)).to.deep.equal({ kind: 'address', text }));

  it('is the address that a phone asks for', () => {
    const location = readLocation('geo:0,0?z=15&q=Wharf+Street%209%2C%20Bristol');
    expect(location).to.deep.equal({ kind: 'address', text: 'Wharf Street 9, Bristol' });
  });

  it('is empty without a letter', () => {
    for (const text of ['', ' ', '\n\t', '\u00A0', '\uFEFF', '\u200B \u2060', '\u2800'])
      expect(readLocation(text)).to.deep.equal({ kind: 'empty' });
  });

  const latitudes = fc.double({ min: -90, max: 90, noNaN: true });
  const longitudes = fc.double({ min: -180, max: 180, noNaN: true });

  it('is the same point however it is written', () => {
    fc.assert(
      fc.property(latitudes, longitudes, (latitude, longitude) => {
        const north = latitude.toFixed(6);
        const east = longitude.toFixed(6);
        const expected = at(Number(north) + 0, Number(east) + 0);
        const size = (text: string): string => text.replace('-', '');
        const ns = Number(north) < 0 ? 'S' : 'N';
        const ew = Number(east) < 0 ? 'W' : 'E';
        for (const text of [
          `${north}, ${east}`,
          `${north} ${east}`,
          `${size(north)}° ${ns}, ${size(east)}° ${ew}`,
          `${ew}${size(east)} ${ns}${size(north)}`,
          `geo:${north},${east}`,
        ])
          expect(readLocation(text), text).to.deep.equal(expected);
      }),
    );
  });

  it('never throws, never loses text, and never leaves Earth', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.,;°'"NSEWgeo:+\s-]{0,60}$/)),
        (text) => {
          const location = readLocation(text);
          if (location.kind === 'coordinates') {
            expect(Math.abs(location.latitude)).to.be.at.most(90);
            expect(Math.abs(location.longitude)).to.be.at.most(180);
          } else if (location.kind !== 'empty' && !/^\s*geo:/i.test(text))
            expect(location.text.trim()).to.equal(text.trim());
        },
      ),
    );
  });

  for (const [name, bomb] of [
    ['a megabyte of numbers', '1.'.repeat(500_000)],
    ['a degree and a megabyte of spaces', `1.5°${' '.repeat(1_000_000)}`],
    ['an address of the map with nothing in it', `geo:${';'.repeat(100_000)}`],
    ['degrees of nothing', '°'.repeat(150)],
    ['a number that takes its time', `1.5${' '.repeat(190)}x`],
  ] as const)
    it(`takes a hostile text for an address: ${name}`, () => {
      expect(readLocation(bomb)).to.deep.equal({ kind: 'address', text: bomb });
    });
});
