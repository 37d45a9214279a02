import type { ContextItem } from '../configuration/configuration.js';
import { contextTarget } from '../fields/context-items.js';
import type { ContextTarget } from '../fields/context-items.js';
import { isOver } from '../rules/session-phase.js';
import type { Selector } from '../store/selector.js';
import { selectSession, selectWorkspaceOf } from './select-session.js';

/**
 * Where a context item leads for a session; undefined once the session is over.
 *
 * @param starter the agent for whom it is asked; nothing is told to another one
 */
export const selectContextTarget = (
  sessionId: string,
  item: ContextItem,
  starter: string | undefined,
): Selector<ContextTarget | undefined> => ({
  topics: selectWorkspaceOf(sessionId).topics,
  read: (state) => {
    const session = selectSession(sessionId).read(state);
    const { configuration, agentId } = selectWorkspaceOf(sessionId).read(state);
    return session === undefined || isOver(session.state) || agentId !== starter
      ? undefined
      : contextTarget(item, { session, configuration, agentId }, 'link');
  },
});

/** Which of some sessions are over, and nothing was kept of what the page beside them leads to. */
export const selectNotKept = (sessionIds: readonly string[]): Selector<ReadonlySet<string>> => ({
  topics: sessionIds.flatMap((id) => selectWorkspaceOf(id).topics),
  read: (state) =>
    new Set(
      sessionIds.filter((id) => {
        const session = selectSession(id).read(state);
        const { configuration, agentId } = selectWorkspaceOf(id).read(state);
        const { embeddedContext = '' } = configuration?.services.get(session?.serviceId ?? '')?.extensions ?? {};
        const item = configuration?.contextItems.get(embeddedContext);
        return item && session && contextTarget(item, { session, configuration, agentId }, 'frame').kind === 'not-kept';
      }),
    ),
  isEqual: (one, other) => one.size === other.size && [...one].every((id) => other.has(id)),
});
