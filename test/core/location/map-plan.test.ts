import { expect } from '@open-wc/testing';
import type { Location } from '../../../src/core/location/location.js';
import { planMap } from '../../../src/core/location/map-plan.js';
import type { MapPlan, MapSources } from '../../../src/core/location/map-plan.js';

const tiles = 'https://tiles.example/{z}/{x}/{y}';
const geocoder = 'https://geo.example/?q={address}';
const point: Location = { kind: 'coordinates', latitude: 51.4, longitude: -2.6 };
const address: Location = { kind: 'address', text: 'Mill Lane 3' };

describe('a plan for a map', () => {
  const plans: readonly (readonly [string, Location, MapSources, boolean, MapPlan])[] = [
    ['coordinates need tiles only', point, { tiles }, true, { tiles }],
    ['coordinates ask no geocoder', point, { tiles, geocoder }, true, { tiles }],
    [
      'an address is looked up',
      address,
      { tiles, geocoder },
      true,
      { tiles, lookUp: 'https://geo.example/?q=Mill%20Lane%203' },
    ],
    ['not before it is allowed', address, { tiles, geocoder }, false, { obstacle: 'requests-off' }],
    ['not before it is allowed, coordinates', point, { tiles }, false, { obstacle: 'requests-off' }],
    ['an address is not looked up for no map', address, { geocoder }, true, { obstacle: 'no-tiles' }],
    ['tiles over http', point, { tiles: 'http://tiles.example/{z}/{x}/{y}' }, true, { obstacle: 'unusable-tiles' }],
    ['no geocoder', address, { tiles }, true, { obstacle: 'no-geocoder' }],
    [
      'a geocoder without a place for the address',
      address,
      { tiles, geocoder: 'https://geo.example/' },
      true,
      { obstacle: 'unusable-geocoder' },
    ],
    ['no address at all', { kind: 'address', text: '..' }, { tiles, geocoder }, true, { obstacle: 'unusable-address' }],
    ['nowhere', { kind: 'nowhere', text: '95, 8' }, { tiles, geocoder }, true, { obstacle: 'nowhere' }],
  ];
  for (const [name, location, sources, mayAsk, plan] of plans)
    it(name, () => expect(planMap(location, sources, mayAsk)).to.deep.equal(plan));
});
