import * as v from 'valibot';

/** As `v.object`, on pages that add something enumerable to every object, too: `for … in` meets what is there and no more. */
export const object = <const E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> =>
  v.object(Object.assign(Object.create(null) as E, entries));
