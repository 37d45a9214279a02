/** The part of a schema that tells which keys and values it has; optional and piped schemas wrap or carry it. */
export interface SchemaShape {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly item?: SchemaShape;
  readonly wrapped?: SchemaShape;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

/** A schema without what makes it optional. */
export function bare(schema: unknown): SchemaShape {
  const shape = schema as SchemaShape;
  return shape.wrapped ? bare(shape.wrapped) : shape;
}

/** A key that a document may have, and what it stands in: `services[].extensions`; the document itself is ''. */
export interface KeyPlace {
  readonly at: string;
  readonly key: string;
}

/** All keys of a schema, each before what is in it. */
export function keyPlacesOf(schema: unknown, at = ''): readonly KeyPlace[] {
  const { entries = {}, item } = bare(schema);
  return [
    ...(item ? keyPlacesOf(item, `${at}[]`) : []),
    ...Object.entries(entries).flatMap(([key, inner]) => [{ at, key }, ...keyPlacesOf(inner, joined(at, key))]),
  ];
}

export const joined = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);

/** The part of a schema that a value at a path has to fit; undefined where it has none. */
export function shapeAt(schema: unknown, path: readonly unknown[]): SchemaShape | undefined {
  let shape: SchemaShape | undefined = bare(schema);
  for (const key of path) {
    const { entries, item }: SchemaShape = shape;
    const next: SchemaShape | undefined =
      typeof key === 'number'
        ? item
        : entries && Object.hasOwn(entries, String(key))
          ? entries[String(key)]
          : undefined;
    if (!next) return undefined;
    shape = bare(next);
  }
  return shape;
}

/** The steps of a path as problems have it: `services`, `[0]` and `extensions`; none of '', the document. */
export const stepsOf = (path: string): readonly string[] => (path === '' ? [] : path.split(/\.|(?=\[)/));

/** The part of a schema at such a path. */
export const shapeOfPath = (schema: unknown, path: string): SchemaShape | undefined =>
  shapeAt(
    schema,
    stepsOf(path).map((step) => (step.startsWith('[') ? Number(step.slice(1, -1)) : step)),
  );

/** What could be written where a schema asks for something: the least that it takes, as JSON; texts are for a human to fill. */
export function exampleOf(schema: unknown): string {
  const { type, entries, options, literal } = bare(schema);
  if (literal !== undefined) return JSON.stringify(literal);
  if (options) return JSON.stringify(options[0]);
  if (entries) {
    const needed = Object.entries(entries).filter(([, inner]) => !inner.wrapped);
    return needed.length === 0
      ? '{}'
      : `{ ${needed.map(([key, inner]) => `${JSON.stringify(key)}: ${exampleOf(inner)}`).join(', ')} }`;
  }
  switch (type) {
    case 'array':
      return '[]';
    case 'number':
      return '1';
    case 'boolean':
      return 'true';
    default:
      return '"…"';
  }
}
