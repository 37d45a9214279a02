/** Where a value stands inside of another: keys and numbers, outermost first. */
export type Path = readonly (string | number)[];

/** Every place inside of a value, its own first level first. */
export function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...placesIn((value as Record<string, unknown>)[key], [...path, key])]);
}

/** A place in words; all items of a list are one place. */
export const nameOf = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? '[]' : key))
    .join('.')
    .replaceAll('.[]', '[]');

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);

/** A copy with something else at a place. */
export function withAt<T>(value: T, path: Path, other: unknown): T {
  const copy = structuredClone(value);
  (valueAt(copy, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1)!] = other;
  return copy;
}

/** A copy without a key. */
export function withoutAt<T>(value: T, path: Path): T {
  const copy = structuredClone(value);
  Reflect.deleteProperty(valueAt(copy, path.slice(0, -1)) as object, path.at(-1)!);
  return copy;
}

/** A value that no schema takes for the one given: of another kind altogether. */
export const ofAnotherKind = (value: unknown): unknown =>
  typeof value === 'string' || value === null ? 7 : 'of another kind';
