import { bare, joined } from './schema-shape.js';

/** A part of a document that the schema library passes over: it drops unknown keys, and takes any list for an object. */
export interface StrayPart {
  readonly kind: 'unknown-key' | 'list-for-object';
  readonly path: string;
  /** What an unknown key stands in, by its path, and the key alone. */
  readonly at: string;
  readonly key: string;
}

/** All stray parts of `value`, in the order of the document. */
export function strayPartsOf(schema: unknown, value: unknown, path = ''): StrayPart[] {
  const { item, entries } = bare(schema);
  if (Array.isArray(value)) {
    if (entries) return [{ kind: 'list-for-object', path, at: path, key: '' }];
    return item ? value.flatMap((entry, index) => strayPartsOf(item, entry, `${path}[${String(index)}]`)) : [];
  }
  if (!entries || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): StrayPart[] =>
    Object.hasOwn(entries, key)
      ? strayPartsOf(entries[key], inner, joined(path, key))
      : [{ kind: 'unknown-key', path: joined(path, key), at: path, key }],
  );
}
