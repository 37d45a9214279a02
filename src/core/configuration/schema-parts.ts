import * as v from 'valibot';

export const text = v.pipe(v.string(), v.minLength(1));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Descriptions go into the published schema, where an editor shows them while a service owner types. */
export const id = v.pipe(text, v.description('Unique in its list. Other parts of the document refer to it.'));
export const label = v.pipe(text, v.description('What agents read.'));
export const flag = (byDefault: boolean, about: string) =>
  v.pipe(v.optional(v.boolean(), byDefault), v.description(about));
export const seconds = (byDefault: number, about: string) => v.pipe(v.optional(count, byDefault), v.description(about));
export const ids = (about: string) => v.pipe(v.optional(v.array(text), []), v.description(about));
export const limit = (about: string) => v.pipe(v.optional(count), v.description(about));
