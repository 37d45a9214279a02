import { partsOf } from '../fields/placeholders.js';
import { safeUrl } from '../fields/safe-url.js';
import { isBlank } from '../text/blank.js';

/** What an external map is asked for while nothing else is configured. */
export const DEFAULT_LINK = 'https://www.openstreetmap.org/search?query={address}';

/** What stands in for a placeholder of a URL template. */
export type MapValues = ReadonlyMap<string, string | number>;

/** Text that is longer is no address. */
const LONGEST_VALUE = 300;

/** A whole host, plainly written, before anything that a value could change: `safeUrl` reads what is encoded in it. */
const HOST = /^https?:\/\/(?:[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?|\[::1\])(?::\d{1,5})?(?=[/?#])/iu;
/** Characters that nobody sees. */
const UNSEEN = /\p{Cf}/u;

/** What each kind of template has to ask for, in one of these ways; it may ask for nothing else. */
const PLACEHOLDERS = {
  tiles: [['z', 'x', 'y']],
  geocoder: [['address']],
  link: [['address'], ['latitude', 'longitude']],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type MapTemplate = keyof typeof PLACEHOLDERS;

/** Whether a template of the configuration can be used: a safe place to ask, and the placeholders of its kind. */
export function isUsable(kind: MapTemplate, template: string): boolean {
  if (!HOST.test(template) || UNSEEN.test(template) || safeUrl(template, 'request') === undefined) return false;
  const names = placeholdersOf(template);
  const ways: readonly (readonly string[])[] = PLACEHOLDERS[kind];
  const known = new Set(ways.flat());
  return names.every((name) => known.has(name)) && ways.some((way) => way.every((name) => names.includes(name)));
}

/**
 * The address that a template and values make; undefined when the template cannot be used, a value is missing, or a
 * value could change more than its own place. Values are percent-encoded, all of them. A location is personal data: even
 * a link to it goes out as safely as what the page asks for by itself.
 */
export function expandMapUrl(kind: MapTemplate, template: string, values: MapValues): string | undefined {
  if (!isUsable(kind, template)) return undefined;
  let url = '';
  for (const part of partsOf(template)) {
    const encoded = typeof part === 'string' ? part : encodedValue(values.get(part.name));
    if (encoded === undefined) return undefined;
    url += encoded;
  }
  return safeUrl(url, 'request');
}

/** A dot or two are refused: as a segment of a path they would climb up, encoded or not. */
function encodedValue(value: string | number | undefined): string | undefined {
  const text = (typeof value === 'number' ? plainNumber(value) : (value ?? '')).trim();
  if (isBlank(text) || text.length > LONGEST_VALUE || /^\.+$/.test(text)) return undefined;
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A hand's breadth on the ground is enough, and smaller numbers would come with an exponent. */
const plainNumber = (value: number): string => String(Number(value.toFixed(6)));

const placeholdersOf = (template: string): readonly string[] =>
  partsOf(template).flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
