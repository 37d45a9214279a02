import { partsOf } from '../fields/placeholders.js';

/** What an external map is asked for while nothing else is configured. */
export const DEFAULT_LINK = 'https://www.openstreetmap.org/search?query={address}';

/** What stands in for a placeholder of a URL template. */
export type MapValues = ReadonlyMap<string, string | number>;

/** Text that is longer is no address. */
const LONGEST_VALUE = 300;

/**
 * A scheme and a whole host, before anything that a value could change. No credentials; without TLS only this machine:
 * a location is personal data.
 */
const ORIGIN =
  /^(?:https:\/\/[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?=[/?#])/iu;
const UNUSABLE = /[\s\\\p{Cc}\p{Cf}]/u;

/** What each kind of template has to ask for, in one of these ways; it may ask for nothing else. */
const PLACEHOLDERS = {
  tiles: [['z', 'x', 'y']],
  geocoder: [['address']],
  link: [['address'], ['latitude', 'longitude']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type MapTemplate = keyof typeof PLACEHOLDERS;

/** Whether a template of the configuration can be used: a safe place to ask, and the placeholders of its kind. */
export function isUsable(kind: MapTemplate, template: string): boolean {
  const [origin] = ORIGIN.exec(template) ?? [];
  if (origin === undefined || UNUSABLE.test(template)) return false;
  const names = placeholdersOf(template);
  const ways: readonly (readonly string[])[] = PLACEHOLDERS[kind];
  const known = new Set(ways.flat());
  return names.every((name) => known.has(name)) && ways.some((way) => way.every((name) => names.includes(name)));
}

/**
 * The address that a template and values make; undefined when the template cannot be used, a value is missing, or a
 * value could change more than its own place. Values are percent-encoded, all of them.
 */
export function expandMapUrl(kind: MapTemplate, template: string, values: MapValues): string | undefined {
  if (!isUsable(kind, template)) return undefined;
  let url = '';
  for (const part of partsOf(template)) {
    const encoded = typeof part === 'string' ? part : encodedValue(values.get(part.name));
    if (encoded === undefined) return undefined;
    url += encoded;
  }
  return url;
}

/** A dot or two are refused: as a segment of a path they would climb up, encoded or not. */
function encodedValue(value: string | number | undefined): string | undefined {
  const text = (typeof value === 'number' ? plainNumber(value) : (value ?? '')).trim();
  if (text === '' || text.length > LONGEST_VALUE || /^\.+$/.test(text)) return undefined;
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A hand's breadth on the ground is enough, and smaller numbers would come with an exponent. */
const plainNumber = (value: number): string => String(Number(value.toFixed(6)));

const placeholdersOf = (template: string): readonly string[] =>
  partsOf(template).flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
