import { acceptanceOf, stopOfAccept } from '../rules/acceptance-of.js';
import type { AcceptanceStop } from '../rules/acceptance.js';
import type { Selector } from '../store/selector.js';
import { topicsFor, workloadOf } from './select-capacity.js';
import { selectOfSource } from './select-of-source.js';

/**
 * What keeps the signed-in agent from accepting an offer. Undefined when nothing does, of what is no offer, and of an agent
 * whom the configuration does not know: the backend says then.
 */
export const selectAcceptStop = (id: string): Selector<Exclude<AcceptanceStop, 'presence'> | undefined> => ({
  topics: [...topicsFor(), { slice: 'sessions', key: id }],
  read(state) {
    const session = state.sessions.get(id);
    if (session?.state !== 'offered') return undefined;
    const own = selectOfSource(session.source, { topics: [], read: workloadOf }).read(state);
    return own.user && stopOfAccept(acceptanceOf(own, session.modality), session);
  },
});

/** The same of several, in the order of their ids. */
export const selectAcceptStops = (ids: readonly string[]): Selector<readonly ReturnType<typeof stopOfAccept>[]> => ({
  topics: [...topicsFor(), ...ids.map((key) => ({ slice: 'sessions', key }) as const)],
  read: (state) => ids.map((id) => selectAcceptStop(id).read(state)),
  isEqual: (some, others) => some.length === others.length && some.every((stop, at) => stop === others[at]),
});
