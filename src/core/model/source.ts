/**
 * How ids begin that come from a named source; those of the only gateway ('') are as it says them. No name holds a
 * slash (`combineSources`), so an id may hold anything.
 */
export const prefixOf = (source: string): string => source && `${source}/`;

/** Whether something comes from a source, by its id. From the only gateway comes everything, whatever it takes for ids. */
export const isFrom = (source: string, id: string): boolean => !source || id.startsWith(prefixOf(source));

/** An id as its source knows it: for whatever leaves the workspace, such as URLs, and for what is not qualified. */
export const ownIdOf = (source = '', id: string): string =>
  isFrom(source, id) ? id.slice(prefixOf(source).length) : id;
