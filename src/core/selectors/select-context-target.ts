import type { ContextItem } from '../configuration/configuration.js';
import { contextTarget } from '../fields/context-items.js';
import type { ContextTarget } from '../fields/context-items.js';
import { isOver } from '../rules/session-phase.js';
import type { Selector } from '../store/selector.js';
import { selectSession, selectWorkspaceOf } from './select-session.js';

/** Where a context item leads for a session; undefined once the session is over. */
export const selectContextTarget = (sessionId: string, item: ContextItem): Selector<ContextTarget | undefined> => ({
  topics: selectWorkspaceOf(sessionId).topics,
  read: (state) => {
    const session = selectSession(sessionId).read(state);
    const { configuration, agentId } = selectWorkspaceOf(sessionId).read(state);
    return session === undefined || isOver(session.state)
      ? undefined
      : contextTarget(item, { session, configuration, agentId }, 'link');
  },
});
