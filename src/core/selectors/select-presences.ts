import type { UserPresence } from '../model/presence.js';
import { SIGNED_IN_AGENT } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';

/** What the signed-in agent is at a source. */
export interface PresenceAt {
  readonly source: string;
  readonly presence: UserPresence;
}

/** What the signed-in agent is at each of several sources, as far as they say; empty for the only gateway. */
export const selectPresences: Selector<readonly PresenceAt[]> = {
  topics: [
    { slice: 'workspace', key: '' },
    { slice: 'users', key: SIGNED_IN_AGENT },
  ],
  read: ({ workspace, users }) =>
    [...(workspace.sources ?? [])].flatMap(([source, { agentId = '' }]) => {
      const presence = users.get(agentId)?.presence;
      return presence ? [{ source, presence }] : [];
    }),
  isEqual: (some, others) =>
    some.length === others.length &&
    some.every(({ source, presence }, at) => source === others[at]?.source && presence === others[at].presence),
};
