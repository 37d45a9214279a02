import { isBlank } from '../text/blank.js';

/** What was found while something is read. */
export interface Reader {
  /** Where members were left out, or are missing where nothing makes sense without them; such as `speaker.role`. */
  readonly lost: string[];
  /** Whether it comes from a stranger: what nobody knows is left out of it, too, without a word. */
  readonly isForeign: boolean;
}

/** What is usable of a value: the value itself where all of it is, a copy without the rest, or undefined. */
export interface Read {
  (value: unknown, reader: Reader): unknown;
  /** Whether a value is usable, where a value is so whole or not at all. */
  readonly isUsable?: (value: unknown) => unknown;
}

export const only = (isUsable: (value: unknown) => unknown): Read =>
  Object.assign((value: unknown) => (isUsable(value) ? value : undefined), { isUsable });

export const text = only((value) => typeof value === 'string');
/** Of a code null is a value: it takes the code away. */
export const code = only((value) => value === null || typeof value === 'string');

/**
 * A list of what is usable in a list. Blank texts are not in it, and nobody need be told.
 *
 * @param isWhole whether an item is good as it is, where that can be seen sooner than by reading it
 */
export const list =
  (of: Read, isWhole?: (value: unknown) => boolean): Read =>
  (value, reader) => {
    if (!Array.isArray(value)) return undefined;
    const given: readonly unknown[] = value;
    let usable: unknown[] | undefined;
    for (let at = 0; at < given.length; at += 1) {
      const own = isWhole?.(given[at]) ? given[at] : readMember(at, given[at], of, reader);
      if (!usable && (own === undefined || own !== given[at])) usable = given.slice(0, at);
      if (own !== undefined) usable?.push(own);
    }
    return usable ?? given;
  };

/**
 * An object. What is null, undefined or a blank text is absent. Without one of the members that it needs it is unusable;
 * others that are unreadable are left out.
 *
 * @param readOf how a member is read; undefined for what nobody knows
 * @param needs names of members, separated by spaces
 * @param otherwise values of members that may be left out, where whoever shows them need not know
 */
export const object = (
  readOf: (key: string) => Read | undefined,
  needs = '',
  otherwise: Readonly<Record<string, unknown>> = {},
): Read => {
  const needed = needs.split(' ').filter(Boolean);
  const usual = Object.keys(otherwise);
  // Most of what is said is good as it is, and comes by the hundred thousand: nothing is made before something is lost.
  return (value, reader) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = value as Readonly<Record<string, unknown>>;
    let copy: Record<string, unknown> | undefined;
    let left: string[] | undefined;
    const isPlain = Object.getPrototypeOf(given) === Object.prototype;
    for (const key in given) {
      if (!isPlain && !Object.hasOwn(given, key)) continue;
      const own = given[key];
      const read = readOf(key);
      const isThere = own !== undefined && own !== null;
      if (isThere && read?.isUsable?.(own) && (typeof own !== 'string' || !isBlank(own))) continue;
      if (!read && !reader.isForeign) continue;
      const usable =
        read && (isThere || (own === null && read === code)) ? readMember(key, own, read, reader, needed) : undefined;
      if (usable === undefined) (left ??= []).push(key);
      else if (usable !== own) (copy ??= { ...given })[key] = usable;
    }
    if (left) copy = without(left, copy ?? given);
    for (const key of usual) if ((copy ?? given)[key] === undefined) (copy ??= { ...given })[key] = otherwise[key];
    const usable = copy ?? given;
    for (const key of needed) {
      if (usable[key] !== undefined) continue;
      // One that was given has been named where it was read.
      if ((given[key] ?? undefined) === undefined) reader.lost.push(key);
      return undefined;
    }
    return usable;
  };
};

/** Set, it would be no member but the object behind the object. */
const PROTOTYPE = '__proto__';

/**
 * A copy without some members. Taken out of a whole copy instead, one costs more than all of the others.
 *
 * @param left their names, in the order in which they stand there
 */
function without(left: readonly string[], given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  let next = 0;
  for (const key in given)
    if (key === left[next]) next += 1;
    else if (Object.hasOwn(given, key) && key !== PROTOTYPE) copy[key] = given[key];
  return copy;
}

/**
 * @param key the name of a member, or its position in a list
 * @param needed the names of those that may be blank
 */
function readMember(
  key: string | number,
  own: unknown,
  read: Read,
  reader: Reader,
  needed?: readonly unknown[],
): unknown {
  const { lost } = reader;
  const before = lost.length;
  const usable = read(own, reader);
  if (usable === undefined && lost.length === before) lost.push(placeIn(key));
  else for (let at = before; at < lost.length; at += 1) lost[at] = placeIn(key, lost[at]);
  return typeof usable === 'string' && isBlank(usable) && !needed?.includes(key) ? undefined : usable;
}

function placeIn(key: string | number, place = ''): string {
  const own = typeof key === 'number' ? `[${String(key)}]` : key;
  return place === '' || place.startsWith('[') ? own + place : `${own}.${place}`;
}
