import { isOnEarth } from './location.js';
import type { Coordinates } from './location.js';

/** More than any geocoder answers to one address; nothing behind it is read. */
export const LONGEST_ANSWER = 256 * 1024;

/** How far down a list a usable place is looked for. */
const MOST_PLACES = 50;
const DEGREES = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/;

/**
 * The best place in the answer of a geocoder, a JSON list with `lat` and `lon` as Nominatim gives it; undefined for an
 * empty list. Throws for what is no such answer, and when none of its places can be used.
 */
export function readPlaces(answer: string): Coordinates | undefined {
  if (answer.length > LONGEST_ANSWER) throw new RangeError('The answer is too long.');
  const places: unknown = JSON.parse(answer);
  if (!Array.isArray(places)) throw new TypeError('The answer is no list.');
  if (places.length === 0) return undefined;
  const [best] = places.slice(0, MOST_PLACES).flatMap(placeOf);
  if (!best) throw new TypeError('No place of the answer can be used.');
  return best;
}

function placeOf(place: unknown): Coordinates[] {
  if (typeof place !== 'object' || place === null) return [];
  const { lat, lon } = place as { readonly lat?: unknown; readonly lon?: unknown };
  const latitude = degreesOf(lat);
  const longitude = degreesOf(lon);
  return isOnEarth(latitude, longitude) ? [{ latitude, longitude }] : [];
}

function degreesOf(value: unknown): number {
  if (typeof value === 'number') return value + 0;
  return typeof value === 'string' && DEGREES.test(value.trim()) ? Number(value) + 0 : Number.NaN;
}
