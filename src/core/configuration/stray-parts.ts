/** The part of a schema that tells which keys it has; optional and piped schemas wrap or carry it. */
interface SchemaShape {
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
}

/** A part of a document that the schema library passes over: it drops unknown keys, and takes any list for an object. */
export interface StrayPart {
  readonly kind: 'unknown-key' | 'list-for-object';
  readonly path: string;
}

/** All stray parts of `value`, in the order of the document. */
export function strayPartsOf(schema: unknown, value: unknown, path = ''): StrayPart[] {
  const { wrapped, item, entries } = schema as SchemaShape;
  if (wrapped) return strayPartsOf(wrapped, value, path);
  if (Array.isArray(value)) {
    if (entries) return [{ kind: 'list-for-object', path }];
    return item ? value.flatMap((entry, index) => strayPartsOf(item, entry, `${path}[${String(index)}]`)) : [];
  }
  if (!entries || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): StrayPart[] => {
    const at = path === '' ? key : `${path}.${key}`;
    return Object.hasOwn(entries, key) ? strayPartsOf(entries[key], inner, at) : [{ kind: 'unknown-key', path: at }];
  });
}
