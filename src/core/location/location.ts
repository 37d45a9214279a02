import { isBlank } from '../text/blank.js';

/** A point on Earth, in degrees (WGS 84). */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * What the value of a location parameter says:
 *
 * - `coordinates`: a point;
 * - `nowhere`: written as coordinates, but there is no such point;
 * - `address`: anything else that is not empty.
 */
export type Location =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'coordinates' } & Coordinates)
  | { readonly kind: 'nowhere' | 'address'; readonly text: string };

/** Longer than any way of writing coordinates. */
const LONGEST = 200;

/** Latitude or longitude with its letter behind, if any: 47.3769, -8.5417°, 47° 22′ 36.8″ N. */
const LETTER_BEHIND =
  /()([+\u2212-])?(\d{1,3}(?:\.\d{1,20})?)\s*(°\s*(?:(\d{1,2}(?:\.\d{1,20})?)\s*['′’]\s*(?:(\d{1,2}(?:\.\d{1,20})?)\s*["″”]\s*)?)?)?([NSEW]?)/iy;
/** The same with the letter in front: S33.8688. */
const LETTER_IN_FRONT =
  /([NSEW])\s*([+\u2212-])?(\d{1,3}(?:\.\d{1,20})?)\s*(°\s*(?:(\d{1,2}(?:\.\d{1,20})?)\s*['′’]\s*(?:(\d{1,2}(?:\.\d{1,20})?)\s*["″”]\s*)?)?)?()/iy;
const SEPARATOR = /\s*([,;])?\s*/y;

const GEO_URI = /^geo:([+-]?\d{1,3}(?:\.\d{1,20})?),([+-]?\d{1,3}(?:\.\d{1,20})?)(?:,[^,;?]*)?(;[^?]*)?(?:\?(.*))?$/is;
const OTHER_SYSTEM = /;crs=(?!wgs84(?:;|$))/i;

/**
 * Reads the value of a location parameter. Only what cannot be meant otherwise counts as coordinates: `300 W 200 S` is
 * a house in Salt Lake City.
 */
export function readLocation(value: string): Location {
  const text = value.trim();
  if (isBlank(text)) return { kind: 'empty' };
  if (text.length > LONGEST) return { kind: 'address', text: value };
  if (/^geo:/i.test(text)) return readGeoUri(text);
  return readPair(text, LETTER_BEHIND) ?? readPair(text, LETTER_IN_FRONT) ?? { kind: 'address', text: value };
}

export const isOnEarth = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

interface Axis {
  readonly degrees: number;
  readonly letter: string;
  readonly isMarked: boolean;
}

function readPair(text: string, pattern: RegExp): Location | undefined {
  const first = matchAt(pattern, text, 0);
  if (!first) return undefined;
  const [between = '', mark] = matchAt(SEPARATOR, text, first[0].length) ?? [];
  const start = first[0].length + between.length;
  const second = matchAt(pattern, text, start);
  if (!second || start + second[0].length !== text.length) return undefined;
  const one = axisOf(first);
  const other = axisOf(second);
  if (!one || !other) return undefined;
  const letters = one.letter + other.letter;
  const isSpaced = /\s$/.test(text.slice(0, start));
  if (letters === '' && mark === undefined && !isSpaced) return undefined;
  // Whole numbers are a pair only as such: 1,000.00 is one number, and 10 120 is no place.
  const isPlainPair = letters === '' && (mark === ';' || (mark === ',' && isSpaced));
  if (!(one.isMarked && other.isMarked) && !isPlainPair) return undefined;
  if (letters === '' || /^[NS][EW]$/.test(letters)) return point(one.degrees, other.degrees, text);
  return /^[EW][NS]$/.test(letters) ? point(other.degrees, one.degrees, text) : undefined;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

/** Undefined for a sign and a letter together: they say the same, or contradict each other. */
function axisOf(match: RegExpExecArray): Axis | undefined {
  const [, front = '', sign, degrees = '', mark, minutes = '0', seconds = '0', behind = ''] = match;
  const letter = (front || behind).toUpperCase();
  if (letter !== '' && sign !== undefined) return undefined;
  const isPossible = Number(minutes) < 60 && Number(seconds) < 60;
  const size = isPossible ? Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600 : Number.NaN;
  const isNegative = letter === 'S' || letter === 'W' || (sign !== undefined && sign !== '+');
  return { degrees: isNegative ? -size : size, letter, isMarked: mark !== undefined || degrees.includes('.') };
}

/** RFC 5870; with a question as phones send it: `geo:0,0?q=Wharf Street 9`. */
function readGeoUri(text: string): Location {
  const [, latitude, longitude, parameters = '', query = ''] = GEO_URI.exec(text) ?? [];
  if (latitude === undefined || OTHER_SYSTEM.test(parameters)) return { kind: 'nowhere', text };
  const asked = /(?:^|&)q=([^&]*)/.exec(query)?.[1];
  if (asked === undefined || asked === '') return point(Number(latitude), Number(longitude), text);
  try {
    const address = decodeURIComponent(asked.replaceAll('+', ' ')).trim();
    return isBlank(address) ? { kind: 'nowhere', text } : { kind: 'address', text: address };
  } catch {
    return { kind: 'nowhere', text };
  }
}

/** Adding 0 turns -0 into 0. */
const point = (latitude: number, longitude: number, text: string): Location =>
  isOnEarth(latitude, longitude)
    ? { kind: 'coordinates', latitude: latitude + 0, longitude: longitude + 0 }
    : { kind: 'nowhere', text };
