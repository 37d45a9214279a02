import { sessionLimitOf } from '../rules/session-limit.js';
import type { SessionLimit } from '../rules/session-limit.js';
import type { Selector } from '../store/selector.js';
import { selectRoster } from './select-roster.js';

/** How near the agent is to the most sessions that may be on the list; undefined where there is no such limit. */
export const selectSessionLimit: Selector<SessionLimit | undefined> = {
  topics: [...selectRoster.topics, { slice: 'workspace', key: '' }],
  read(state) {
    const { active, parked } = selectRoster.read(state);
    return sessionLimitOf(state.workspace.configuration?.tenant.sessionLimit, active.length + parked.length);
  },
  isEqual: (one, other) => one?.open === other?.open && one?.limit === other?.limit,
};
