/** What comes from a platform may be anything: these take what is there, and leave the rest. */
export type Dict = Readonly<Record<string, unknown>>;

const NOTHING: Dict = {};

export const dict = (value: unknown): Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dict) : NOTHING;

export const list = (value: unknown): readonly Dict[] => (Array.isArray(value) ? value.map(dict) : []);

/** A text that is not empty. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** `On Queue` and `ON_QUEUE` alike. */
export const plain = (word: unknown): string =>
  (text(word) ?? '').toLowerCase().replaceAll(' ', '').replaceAll('_', '');

/** How long something lasts, in ms, at most some years; undefined for what no deadline can be made of. */
export const span = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && value < 1e11 ? value : undefined;

/** An own entry, whatever its name. */
export const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string | undefined): T | undefined =>
  table && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** The pairs whose value is there: optional properties are absent rather than undefined. */
export const present = <T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
