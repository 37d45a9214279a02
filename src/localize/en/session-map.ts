import type { MapObstacle } from '../../core/location/map-plan.js';

/** The words of `<session-map>`. */
export const sessionMap = {
  title: 'Map',
  noParameter: 'The service names no parameter that holds a location.',
  pending: 'Waiting for the location…',
  empty: 'This session has no location.',
  notAvailable: 'The location is not available.',
  notAvailableBecause: (reason: string) => `The location is not available: ${reason}`,
  coordinates: (latitude: number, longitude: number) =>
    `${degrees(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)}° ${longitude < 0 ? 'W' : 'E'}`,
  obstacle: {
    nowhere: 'There is no such place: latitude goes to 90 degrees, longitude to 180.',
    'requests-off': 'There is no map because the service owner has not allowed map requests.',
    'no-tiles': 'There is no map because no map source is configured.',
    'unusable-tiles': 'There is no map: the configured map source needs https and {z}, {x} and {y}.',
    'no-geocoder': 'There is no map of an address because no address search is configured.',
    'unusable-geocoder': 'There is no map: the configured address search needs https and {address}.',
    'unusable-address': 'There is no map: this cannot be looked up as an address.',
  } satisfies Record<MapObstacle, string>,
  searching: 'Looking the address up…',
  'not-found': 'No place was found for this address.',
  unreachable: 'The address search cannot be reached.',
  failed: 'The address search did not answer with a place.',
  loading: 'Loading the map…',
  mapFailed: 'The map could not be loaded.',
  tilesFailed: 'Parts of the map could not be loaded.',
  mapOf: (place: string) => `Map of ${place}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  recentre: 'Back to the place',
  openMap: 'Open in another map',
  unusableLink: 'The configured link to another map needs https and {address}, or {latitude} and {longitude}.',
};

const degrees = (value: number): string => String(Number(Math.abs(value).toFixed(5)));
