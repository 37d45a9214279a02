/** Where a service names things that the tenant defines. */
const REFERENCES = [
  { part: 'extensions', key: 'primaryCodes', home: 'codes' },
  { part: 'extensions', key: 'secondaryCodes', home: 'codes' },
  { part: 'extensions', key: 'conversationContext', home: 'contextItems' },
  { part: 'extensions', key: 'contextOnAccept', home: 'contextItems' },
  { part: 'extensions', key: 'embeddedContext', home: 'contextItems' },
  { part: 'layout', key: 'tabs', home: 'contextItems' },
] as const;

/** Where a kind of record does. */
const OF_RECORDS = [
  { part: undefined, key: 'conversationContext', home: 'contextItems' },
  { part: undefined, key: 'embeddedContext', home: 'contextItems' },
  { part: 'layout', key: 'tabs', home: 'contextItems' },
] as const;

interface DanglingReference {
  readonly path: string;
  readonly id: string;
  /** Where in the tenant it should be. */
  readonly home: (typeof REFERENCES)[number]['home'];
  /** The ids that are there. */
  readonly known: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * All ids that services and kinds of records use and the tenant does not define. Reads the document as it came, so that they are told
 * together with whatever else is wrong with it; what has a wrong shape is not looked into.
 */
export function danglingReferencesOf(document: unknown): DanglingReference[] {
  const tenant = valueAt(document, 'tenant');
  const homes = {
    codes: definedIn(valueAt(tenant, 'codes')),
    contextItems: definedIn(valueAt(tenant, 'contextItems')),
  };
  return [
    { list: 'services', references: REFERENCES },
    { list: 'records', references: OF_RECORDS },
  ].flatMap(({ list, references }) =>
    listAt(document, list).flatMap((entry, index) =>
      references.flatMap(({ part, key, home }) => {
        const defined = homes[home];
        const path = [`${list}[${String(index)}]`, ...(part ? [part] : []), key].join('.');
        return referencesAt(valueAt(part ? valueAt(entry, part) : entry, key), path)
          .filter(({ id }) => defined !== undefined && !defined.has(id))
          .map(({ id, at }) => ({ path: at, id, home, known: defined ?? NONE }));
      }),
    ),
  );
}

function referencesAt(value: unknown, path: string): { readonly id: string; readonly at: string }[] {
  if (isId(value)) return [{ id: value, at: path }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((id: unknown, index) => (isId(id) ? [{ id, at: `${path}[${String(index)}]` }] : []));
}

/** The ids of a list of things; undefined when it is no list, for then nobody knows what it should define. */
function definedIn(list: unknown): ReadonlySet<string> | undefined {
  if (list === undefined) return NONE;
  return Array.isArray(list) ? new Set(list.map((entry) => valueAt(entry, 'id')).filter(isId)) : undefined;
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

const valueAt = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? (parent as Readonly<Record<string, unknown>>)[key]
    : undefined;

function listAt(parent: unknown, key: string): readonly unknown[] {
  const value = valueAt(parent, key);
  return Array.isArray(value) ? value : [];
}
