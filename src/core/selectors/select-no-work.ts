import { LINK_TROUBLES } from '../rules/link-trouble.js';
import type { LinkTrouble } from '../rules/link-trouble.js';
import { whyNoWork } from '../rules/why-no-work.js';
import type { NoWork, NoWorkReason } from '../rules/why-no-work.js';
import { freesSlot } from '../rules/taken-slots.js';
import { workspaceOf } from '../state/workspace-reducer.js';
import type { WorkspaceState } from '../state/workspace-state.js';
import type { Selector } from '../store/selector.js';
import { topicsFor, workloadOf } from './select-capacity.js';

/** Why no work comes to the signed-in agent, and the session that stands in the way, where one does. */
export interface OwnNoWork extends NoWork {
  readonly sessionId?: string;
}

/** The first thing that keeps work away from the signed-in agent; undefined while nothing does. */
export const selectNoWork: Selector<OwnNoWork | undefined> = {
  topics: [...topicsFor(), { slice: 'connections', key: '' }, { slice: 'roster', key: '' }],
  read(state) {
    const { users, workspace } = state;
    const { presence } = users.get(workspace.agentId ?? '') ?? {};
    const noWork = whyNoWork({ ...workloadOf(state), presence }, linkOf(state));
    const sessionId = noWork && inTheWay(noWork.reason, state);
    return noWork && sessionId !== undefined ? { ...noWork, sessionId } : noWork;
  },
  isEqual: (one, other) =>
    one?.reason === other?.reason &&
    one?.presence === other?.presence &&
    one?.sessionId === other?.sessionId &&
    one?.modalities?.join() === other?.modalities?.join(),
};

/** Of several gateways work comes as long as one is reached. One that does not speak of its connection is. */
function linkOf({ connections, workspace }: WorkspaceState): LinkTrouble | undefined {
  const statuses: readonly string[] = Array.from(connections.values(), ({ status, reason }) => reason ?? status);
  if (statuses.length < (workspace.sources?.size ?? 1) || statuses.includes('live')) return undefined;
  return LINK_TROUBLES.find((own) => statuses.includes(own)) ?? 'cut-off';
}

function inTheWay(reason: NoWorkReason, { roster, sessions, workspace }: WorkspaceState): string | undefined {
  const { active, parked, history } = roster;
  const takesSlot = (id: string): boolean => {
    const { source, serviceId = '' } = sessions.get(id) ?? {};
    return !freesSlot(serviceId, workspaceOf(workspace, source).configuration);
  };
  if (reason === 'session') return active[0] ?? parked.find(takesSlot);
  // Unfinished work stands ahead of the history.
  return reason === 'after-call-work' ? history[0] : undefined;
}
