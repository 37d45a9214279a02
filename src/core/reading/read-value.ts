import { isBlank } from '../text/blank.js';

/** What was found wrong while something is read. */
export interface Reader {
  /** Where something was left out, or is missing that nothing makes sense without: `customer.name: Unreadable`. */
  readonly problems: string[];
  /** Whether it comes from a stranger: what nobody knows is left out of it. */
  readonly isForeign: boolean;
}

/**
 * What is usable of a value: the value itself where all of it is, a copy without the rest, or undefined. A reason for
 * what is left out is added to the reader's problems; without one the place itself is named.
 */
export type Read = (value: unknown, reader: Reader) => unknown;

const FURTHEST_MS = 8.64e15;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const only =
  (isUsable: (value: unknown) => boolean): Read =>
  (value) =>
    isUsable(value) ? value : undefined;

export const text = only((value) => typeof value === 'string');
/** Of a code null is a value: it takes the code away. */
export const code = only((value) => value === null || typeof value === 'string');
export const flag = only((value) => typeof value === 'boolean');
/** A moment or a span in ms, no further than a date can stand for. */
export const instant = only((value) => typeof value === 'number' && Math.abs(value) <= FURTHEST_MS);
export const count = only((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const oneOf = (words: readonly string[]): Read => only((value) => words.includes(value as string));

/** A list of what is usable in a list. Blank texts are not in it, and nobody need be told. */
export const list =
  (of: Read): Read =>
  (value, reader) => {
    if (!Array.isArray(value)) return undefined;
    let copy: unknown[] | undefined;
    value.forEach((item: unknown, at) => {
      const usable = within(`[${String(at)}]`, item, of, reader);
      const isLeftOut = usable === undefined || (typeof usable === 'string' && isBlank(usable));
      if (isLeftOut || usable !== item) copy ??= value.slice(0, at);
      if (!isLeftOut) copy?.push(usable);
    });
    return copy ?? value;
  };

/** How each member of an object is read. */
type Members<T> = { readonly [K in keyof T]-?: Read };

/**
 * An object. What is null, undefined or a blank text is absent. Without one of the members that it needs it is unusable;
 * others that are unreadable are left out.
 *
 * @param needed names of members, separated by spaces
 * @param otherwise values of members that may be left out, where whoever shows them need not know
 */
export const object = <T>(needed: string, members: Members<T>, otherwise: Partial<T> = {}): Read =>
  objectOf(new Map(Object.entries(members)), needed, otherwise);

/** The same, with how each member is read as a map, for whoever has many alike. */
export function objectOf(reads: ReadonlyMap<string, Read>, needed: string, otherwise: object = {}): Read {
  const needs = needed.split(' ').filter((key) => key !== '');
  const defaults = Object.entries(otherwise) as [string, unknown][];
  return (value, reader) => {
    if (!isObject(value)) return undefined;
    let copy: Record<string, unknown> | undefined;
    const problems = reader.problems.length;
    for (const key of Object.keys(value)) {
      const read = reads.get(key);
      if (!read && !reader.isForeign) continue;
      const own = value[key];
      const usable = read && usableMember(key, own, read, needs, reader);
      if (usable === own && own !== undefined) continue;
      copy ??= { ...value };
      if (usable === undefined) Reflect.deleteProperty(copy, key);
      else copy[key] = usable;
    }
    for (const [key, usual] of defaults) if ((copy ?? value)[key] === undefined) (copy ??= { ...value })[key] = usual;
    const usable = copy ?? value;
    const missing = needs.find((key) => usable[key] === undefined);
    if (missing === undefined) return usable;
    if (reader.problems.length === problems) reader.problems.push(`${missing}: Missing`);
    return undefined;
  };
}

function usableMember(key: string, own: unknown, read: Read, needs: readonly string[], reader: Reader): unknown {
  if (own === undefined || (own === null && read !== code)) return undefined;
  const usable = within(key, own, read, reader);
  return typeof usable === 'string' && !needs.includes(key) && isBlank(usable) ? undefined : usable;
}

/** Reads what stands at a place, and puts the place before the problems found there. */
export function within(place: string, value: unknown, read: Read, reader: Reader): unknown {
  const { problems } = reader;
  const before = problems.length;
  const usable = read(value, reader);
  if (usable === undefined && problems.length === before) problems.push(`${place}: Unreadable`);
  else
    for (let at = before; at < problems.length; at += 1) {
      const inside = problems[at] ?? '';
      problems[at] = inside.startsWith('[') ? place + inside : `${place}.${inside}`;
    }
  return usable;
}
