/**
 * JSON of plain data, whatever a page has put on the prototypes: old libraries give lists a `toJSON` that makes texts of
 * them. The value as it is stands in its holder.
 */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key) {
    return this[key];
  });
