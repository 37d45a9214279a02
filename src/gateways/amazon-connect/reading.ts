/** What the SDK hands out is read: nothing of it is taken for what its types say. */

type Fields = Readonly<Record<string, unknown>>;

/** The fields of something; none where it has none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A text that is not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A moment in ms since the epoch, of a date, a number or a text in ISO 8601. */
export function momentOf(value: unknown): number | undefined {
  const ms = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : value;
  return typeof ms === 'number' && Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/** What a question to the SDK is answered; undefined where it throws. */
export function askedOf<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** What a rejection says: an error, a text, or what the SDK of chats rejects with, which is no error. */
export const reasonOf = (error: unknown): string => textOf(fieldsOf(error).message) ?? String(error);

/** The same for both, as far as anybody is told of it. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a table has under a key that anybody may have chosen. */
export const ownOf = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
