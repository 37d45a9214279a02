import type { UserStatus } from '../state/user-reducer.js';
import type { Selector } from '../store/selector.js';

export const selectUser = (userId: string): Selector<UserStatus | undefined> => ({
  topics: [{ slice: 'users', key: userId }],
  read: ({ users }) => users.get(userId),
});
