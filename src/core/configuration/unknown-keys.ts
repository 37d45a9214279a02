/** The part of a schema that tells which keys it has; optional and piped schemas wrap or carry it. */
interface SchemaShape {
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
}

/** Paths of all keys in `value` that `schema` does not have. The schema library drops them silently. */
export function unknownKeysOf(schema: unknown, value: unknown, path = ''): string[] {
  const shape = schema as SchemaShape;
  if (shape.wrapped) return unknownKeysOf(shape.wrapped, value, path);
  if (Array.isArray(value)) {
    const { item } = shape;
    return item ? value.flatMap((entry, index) => unknownKeysOf(item, entry, `${path}[${String(index)}]`)) : [];
  }
  const { entries } = shape;
  if (!entries || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return Object.hasOwn(entries, key) ? unknownKeysOf(entries[key], inner, at) : [at];
  });
}
