/** The part of JSON Schema that the published configuration schema uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minLength?: number;
  readonly minimum?: number;
}

const KEYWORDS = new Set([
  'type',
  'const',
  'enum',
  'properties',
  'required',
  'items',
  'minLength',
  'minimum',
  'default',
]);
const ANNOTATIONS = new Set(['$schema', '$id', 'title', 'description']);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** Whether a JSON value fits a schema. A keyword that is not understood here is an error, not a yes. */
export function fits(schema: JsonSchema, value: unknown): boolean {
  for (const keyword of Object.keys(schema))
    if (!KEYWORDS.has(keyword) && !ANNOTATIONS.has(keyword)) throw new Error(`Unknown keyword ${keyword}`);
  const type = typeOf(value);
  if (schema.type !== undefined && schema.type !== type && !(schema.type === 'number' && type === 'integer'))
    return false;
  if ('const' in schema && schema.const !== value) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (typeof value === 'string') return value.length >= (schema.minLength ?? 0);
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity);
  if (Array.isArray(value)) return value.every((entry) => !schema.items || fits(schema.items, entry));
  if (typeof value !== 'object' || value === null) return true;
  const record = value as Readonly<Record<string, unknown>>;
  return (
    (schema.required ?? []).every((key) => Object.hasOwn(record, key)) &&
    Object.entries(schema.properties ?? {}).every(
      ([key, inner]) => !Object.hasOwn(record, key) || fits(inner, record[key]),
    )
  );
}
