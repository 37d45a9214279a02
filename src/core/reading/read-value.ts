import { isBlank } from '../text/blank.js';

/** What was found while something is read. */
export interface Reader {
  /** Where members were left out, or are missing where nothing makes sense without them; such as `speaker.role`. */
  readonly lost: string[];
  /** Whether it comes from a stranger: what nobody knows is left out of it, too, without a word. */
  readonly isForeign: boolean;
}

/** What is usable of a value: the value itself where all of it is, a copy without the rest, or undefined. */
export type Read = (value: unknown, reader: Reader) => unknown;

export const only =
  (isUsable: (value: unknown) => unknown): Read =>
  (value) =>
    isUsable(value) ? value : undefined;

export const text = only((value) => typeof value === 'string');
/** Of a code null is a value: it takes the code away. */
export const code = only((value) => value === null || typeof value === 'string');

/** A list of what is usable in a list. Blank texts are not in it, and nobody need be told. */
export const list =
  (of: Read): Read =>
  (value, reader) => {
    if (!Array.isArray(value)) return undefined;
    const given: readonly unknown[] = value;
    const usable = given
      .map((item, at) => readMember(`[${String(at)}]`, item, of, reader))
      .filter((item) => item !== undefined);
    return usable.length === given.length && usable.every((item, at) => item === given[at]) ? given : usable;
  };

/**
 * An object. What is null, undefined or a blank text is absent. Without one of the members that it needs it is unusable;
 * others that are unreadable are left out.
 *
 * @param readOf how a member is read; undefined for what nobody knows
 * @param needs names of members, separated by spaces
 * @param otherwise values of members that may be left out, where whoever shows them need not know
 */
export const object =
  (readOf: (key: string) => Read | undefined, needs = '', otherwise: object = {}): Read =>
  (value, reader) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = value as Readonly<Record<string, unknown>>;
    const needed = needs === '' ? [] : needs.split(' ');
    let copy: Record<string, unknown> | undefined;
    for (const key of Object.keys(given)) {
      const read = readOf(key);
      if (!read && !reader.isForeign) continue;
      const own = given[key];
      const isAbsent = !read || own === undefined || (own === null && read !== code);
      const usable = isAbsent ? undefined : readMember(key, own, read, reader, needed.includes(key));
      if (usable === own && usable !== undefined) continue;
      copy ??= { ...given };
      if (usable === undefined) Reflect.deleteProperty(copy, key);
      else copy[key] = usable;
    }
    for (const [key, usual] of Object.entries(otherwise))
      if ((copy ?? given)[key] === undefined) (copy ??= { ...given })[key] = usual;
    const usable = copy ?? given;
    const missing = needed.find((key) => usable[key] === undefined);
    if (missing === undefined) return usable;
    // One that was given has been named where it was read.
    if ((given[missing] ?? undefined) === undefined) reader.lost.push(missing);
    return undefined;
  };

function readMember(key: string, own: unknown, read: Read, reader: Reader, isNeeded = false): unknown {
  const { lost } = reader;
  const before = lost.length;
  const usable = read(own, reader);
  if (usable === undefined && lost.length === before) lost.push(key);
  else for (let at = before; at < lost.length; at += 1) lost[at] = placeIn(key, lost[at] ?? '');
  return !isNeeded && typeof usable === 'string' && isBlank(usable) ? undefined : usable;
}

const placeIn = (key: string, place: string): string => (place.startsWith('[') ? key + place : `${key}.${place}`);
