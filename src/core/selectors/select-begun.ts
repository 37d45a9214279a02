import { isDrafting } from '../state/begun.js';
import type { BegunField, BegunFields } from '../state/begun.js';
import type { Selector } from '../store/selector.js';

/** What the agent has begun for a session in one field; undefined while there is nothing. */
export const selectBegun = <F extends BegunField>(
  field: F,
  sessionId: string,
): Selector<BegunFields[F] | undefined> => ({
  topics: [{ slice: 'begun', key: sessionId }],
  read: ({ begun }) => begun.get(sessionId)?.[field],
});

/** Whether an agent has a draft for a session, in whatever field. */
export const selectIsDrafting = (sessionId: string): Selector<boolean> => ({
  topics: [{ slice: 'begun', key: sessionId }],
  read: ({ begun }) => isDrafting(begun.get(sessionId) ?? {}),
});
