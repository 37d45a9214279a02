import type { Service } from '../configuration/configuration.js';
import type { Session } from '../model/session.js';
import { workspaceOf } from '../state/workspace-reducer.js';
import type { Workspace } from '../state/workspace-reducer.js';
import type { Selector } from '../store/selector.js';

export const selectSession = (id: string): Selector<Session | undefined> => ({
  topics: [{ slice: 'sessions', key: id }],
  read: ({ sessions }) => sessions.get(id),
});

/** Those of some sessions that there are, in the order of the ids. */
export const selectSessions = (ids: readonly string[]): Selector<readonly Session[]> => ({
  topics: ids.map((key) => ({ slice: 'sessions', key })),
  read: ({ sessions }) => ids.flatMap((id) => sessions.get(id) ?? []),
  isEqual: (some, others) => some.length === others.length && some.every((session, at) => session === others[at]),
});

const OF_THE_LIST: ReadonlySet<string> = new Set([
  'isSelected',
  'unread',
  'seen',
  'isCovered',
] satisfies (keyof Session)[]);

/** A session without what only the list shows: whether it is looked at, and what of it is read. */
export const selectSessionContent = (id: string): Selector<Session | undefined> => ({
  ...selectSession(id),
  holds: id,
  isEqual: (one, other) => one !== undefined && other !== undefined && isIn(one, other) && isIn(other, one),
});

/** Whether all of a session is in another record of it, but for what only the list shows. Asked by each widget for each fact. */
function isIn(one: Session, other: Session): boolean {
  for (const key in one)
    if (one[key as keyof Session] !== other[key as keyof Session] && !OF_THE_LIST.has(key)) return false;
  return true;
}

/** A session beside the workspace of its source: whose it is and by which configuration. */
export const ofSession = <T>(
  sessionId: string,
  read: (workspace: Workspace, session: Session | undefined) => T,
): Selector<T> => ({
  topics: [
    { slice: 'workspace', key: '' },
    { slice: 'sessions', key: sessionId },
  ],
  read({ workspace, sessions }) {
    const session = sessions.get(sessionId);
    return read(workspaceOf(workspace, session?.source), session);
  },
});

/** Whose a session is and by which configuration: of several sources, what its own says. */
export const selectWorkspaceOf = (sessionId: string): Selector<Workspace> => ofSession(sessionId, (own) => own);

/** The configuration of the session's service. */
export const selectServiceOf = (sessionId: string): Selector<Service | undefined> =>
  ofSession(sessionId, ({ configuration }, session) => configuration?.services.get(session?.serviceId ?? ''));
