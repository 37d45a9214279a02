import type { ParsedUrl } from './parse-url.js';
import { parseUrl } from './parse-url.js';
import type { Lookup, TemplatePart } from './placeholders.js';
import { partsOf } from './placeholders.js';
import type { UrlPurpose } from './safe-url.js';
import { safeUrl } from './safe-url.js';

/** A template as its administrator wrote it. */
export interface UrlTemplate {
  readonly url: string;
  /** What a missing value does: `blank` leaves its place in query or fragment empty. A path always needs its values. */
  readonly whenMissing: 'disable' | 'blank';
}

/** The URL that a template stands for, or why there is none. Never repeats a value. */
export type ContextUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: 'missing'; readonly names: readonly string[] }
  /** The administrator's to mend: no web address, or a placeholder where it would decide whose address it is. */
  | { readonly ok: false; readonly reason: 'unsafe-template' }
  /** Values that would lead somewhere else, or that have no place in an address. */
  | { readonly ok: false; readonly reason: 'unsafe-value'; readonly names: readonly string[] };

type Zone = 'path' | 'query' | 'fragment';

/** A placeholder and where it stands. */
interface Slot {
  readonly name: string;
  readonly zone: Zone;
}

/** How a slot is filled. */
type Filling = (slot: Slot) => string;

/** The host ends before the first placeholder can begin. */
const HEAD = /^https?:\/\/[^/?#]+[/?#]/i;

/** A percent sign that a value could complete, or a delimiter that was never closed. */
const BROKEN = /%(?![\da-f]{2})|[{}]|\$\(/i;

/** `.` and `..` between slashes: browsers resolve them. Many a server does so too, and forgets a semicolon and its rest. */
const DOT_SEGMENT = /[/\\#](?:\.{1,2}(?=$|[/\\?#;])|;)/;

/** What some server decodes once more, and what would leave an empty segment if it did. */
const HIDDEN_SLASHES = /%(?:25)*(?:2e|2f|5c)|^[/\\]|[/\\]{2}|[/\\]$/i;

const UNPRINTABLE = /\p{Cc}/u;

/**
 * Fills a template. Values stand in path, query and fragment only, percent-encoded, and can move nothing: origin, path
 * up to the value, number of path segments and keys of the query are those of the template, whatever the values are.
 */
export function contextUrl({ url, whenMissing }: UrlTemplate, lookup: Lookup, purpose: UrlPurpose): ContextUrl {
  const slots = slotsOf(partsOf(url));
  const shape = shapeOf(slots, purpose);
  if (!shape) return { ok: false, reason: 'unsafe-template' };
  const places = slots.filter((slot) => typeof slot !== 'string');
  const valueOf = ({ name }: Slot): string => {
    const value = lookup(name) ?? '';
    return value.trim() === '' ? '' : value;
  };

  const missing = places.filter((slot) => valueOf(slot) === '' && (whenMissing === 'disable' || slot.zone === 'path'));
  if (missing.length > 0) return { ok: false, reason: 'missing', names: namesOf(missing) };

  const unsafe = places.filter((slot) => !isHarmless(valueOf(slot), slot.zone));
  if (unsafe.length > 0) return { ok: false, reason: 'unsafe-value', names: namesOf(unsafe) };

  const result = safeUrl(
    expand(slots, (slot) => encoded(valueOf(slot))),
    purpose,
  );
  return result !== undefined && !hasDotSegment(slots, valueOf) && isOfShape(result, shape)
    ? { ok: true, url: result }
    : { ok: false, reason: 'unsafe-value', names: namesOf(places) };
}

function slotsOf(parts: readonly TemplatePart[]): readonly (string | Slot)[] {
  let zone: Zone = 'path';
  return parts.map((part) => {
    if (typeof part !== 'string') return { name: part.name, zone };
    if (part.includes('#')) zone = 'fragment';
    else if (part.includes('?') && zone === 'path') zone = 'query';
    return part;
  });
}

/** What all fillings of a template have in common, told from two of them; undefined for a template that is not safe. */
interface Shape {
  readonly one: ParsedUrl;
  readonly other: ParsedUrl;
}

function shapeOf(slots: readonly (string | Slot)[], purpose: UrlPurpose): Shape | undefined {
  const [head] = slots;
  if (typeof head !== 'string' || (slots.length > 1 && !HEAD.test(head))) return undefined;
  if (slots.some((slot) => (typeof slot === 'string' ? BROKEN.test(slot) : slot.name === ''))) return undefined;
  if (hasDotSegment(slots, () => 'x')) return undefined;
  const one = parseUrl(
    safeUrl(
      expand(slots, () => 'x'),
      purpose,
    ) ?? '',
  );
  const other = parseUrl(
    safeUrl(
      expand(slots, () => 'y'),
      purpose,
    ) ?? '',
  );
  return one && other && isOfShape(one.href, { one, other }) ? { one, other } : undefined;
}

/** What is the same in both fillings must be the same in this one. */
function isOfShape(url: string, { one, other }: Shape): boolean {
  const own = parseUrl(url);
  if (own?.origin !== one.origin || one.origin !== other.origin) return false;
  const segments = own.pathname.split('/');
  const ones = one.pathname.split('/');
  const others = other.pathname.split('/');
  return (
    segments.length === ones.length &&
    segments.every((segment, at) => segment === ones[at] || ones[at] !== others[at]) &&
    keysOf(own) === keysOf(one) &&
    keysOf(one) === keysOf(other)
  );
}

const keysOf = ({ search }: ParsedUrl): string =>
  search
    .slice(1)
    .split('&')
    .map((pair) => pair.split('=', 1)[0])
    .join('&');

/** With every dot, slash and backslash as they are after decoding. A query may hold any path there is. */
function hasDotSegment(slots: readonly (string | Slot)[], filling: Filling): boolean {
  const plain = slots.map((slot) => {
    if (typeof slot !== 'string') return slot.zone === 'query' ? 'x' : filling(slot);
    return slot.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  });
  return DOT_SEGMENT.test(plain.join(''));
}

const isHarmless = (value: string, zone: Zone): boolean =>
  !UNPRINTABLE.test(value) && value.isWellFormed() && (zone === 'query' || !HIDDEN_SLASHES.test(value));

/** Also what `encodeURIComponent` leaves: a quote or a bracket ends an address in many a text. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const expand = (slots: readonly (string | Slot)[], filling: Filling): string =>
  slots.map((slot) => (typeof slot === 'string' ? slot : filling(slot))).join('');

const namesOf = (slots: readonly Slot[]): readonly string[] => [...new Set(slots.map(({ name }) => name))];
