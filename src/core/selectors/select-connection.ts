import type { Connection } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/** How it looks to the agent, best first. */
const BEST_FIRST: readonly string[] = ['live', 'connecting', 'reconnecting', 'offline', 'signed-out'];

/**
 * Of several sources the one that is reached worst, with what was given up by all of them. Undefined while no gateway
 * has spoken of its connection: then there is none to lose.
 */
export const selectConnection: Selector<Connection | undefined> = {
  topics: [{ slice: 'connections', key: '' }],
  read({ connections }) {
    let worst: Connection | undefined;
    let discarded = 0;
    for (const connection of connections.values()) {
      if (!worst || rankOf(connection) > rankOf(worst)) worst = connection;
      discarded += connection.discarded ?? 0;
    }
    return worst && discarded !== (worst.discarded ?? 0) ? { ...worst, discarded } : worst;
  },
};

const rankOf = ({ status }: Connection): number => BEST_FIRST.indexOf(status);

/** By source, the only gateway's under ''; without those that do not speak of their connection. */
export const selectConnections: Selector<ReadonlyMap<string, Connection>> = {
  topics: [{ slice: 'connections', key: '' }],
  read: ({ connections }) => connections,
};

/** How well the source of a session is reached. */
export const selectConnectionOf = (sessionId: string): Selector<Connection | undefined> => ({
  topics: [
    { slice: 'connections', key: '' },
    { slice: 'sessions', key: sessionId },
  ],
  read: ({ connections, sessions }) => connections.get(sessions.get(sessionId)?.source ?? ''),
});
