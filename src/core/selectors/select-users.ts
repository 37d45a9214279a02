import type { UserStatus } from '../state/user-reducer.js';
import type { Selector } from '../store/selector.js';

/** Several users at once, by their ids, without those of whom nothing is known. */
export const selectUsers = (ids: readonly string[]): Selector<ReadonlyMap<string, UserStatus>> => ({
  topics: ids.map((key) => ({ slice: 'users', key })),
  read: ({ users }) =>
    new Map(
      ids.flatMap((id) => {
        const user = users.get(id);
        return user ? [[id, user] as const] : [];
      }),
    ),
  isEqual: (some, others) => some.size === others.size && [...some].every(([id, user]) => others.get(id) === user),
});
