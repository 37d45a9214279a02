import type { Location } from './location.js';
import { expandMapUrl, isUsable } from './map-urls.js';

/** Where maps come from, as the tenant's administrator configured it. */
export interface MapSources {
  readonly tiles?: string | undefined;
  readonly geocoder?: string | undefined;
}

/** Why there is no map, first cause first. */
export type MapObstacle =
  'nowhere' | 'requests-off' | 'no-tiles' | 'unusable-tiles' | 'no-geocoder' | 'unusable-geocoder' | 'unusable-address';

/** What a map takes: nothing but tiles, or a geocoder asked first; or why there will be none. */
export type MapPlan = { readonly obstacle: MapObstacle } | { readonly tiles: string; readonly lookUp?: string };

/** Asks nobody unless `mayAsk`, and nobody for an address that no map would show: a location is personal data. */
export function planMap(location: Location, { tiles, geocoder }: MapSources, mayAsk: boolean): MapPlan {
  if (location.kind === 'nowhere' || location.kind === 'empty') return { obstacle: 'nowhere' };
  if (!mayAsk) return { obstacle: 'requests-off' };
  if (tiles === undefined) return { obstacle: 'no-tiles' };
  if (!isUsable('tiles', tiles)) return { obstacle: 'unusable-tiles' };
  if (location.kind === 'coordinates') return { tiles };
  if (geocoder === undefined) return { obstacle: 'no-geocoder' };
  if (!isUsable('geocoder', geocoder)) return { obstacle: 'unusable-geocoder' };
  const lookUp = expandMapUrl('geocoder', geocoder, new Map([['address', location.text]]));
  return lookUp === undefined ? { obstacle: 'unusable-address' } : { tiles, lookUp };
}
