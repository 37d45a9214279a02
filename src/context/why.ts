import { selectNoWork } from '../core/selectors/select-no-work.js';
import type { OwnNoWork } from '../core/selectors/select-no-work.js';
import { selectAgentId, selectConfiguration } from '../core/selectors/select-workspace.js';
import type { Selector } from '../core/store/selector.js';
import { noWorkSentence } from '../localize/no-work-sentence.js';
import type { Telling } from '../localize/no-work-sentence.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** In the words of a workspace, with the names of its agent's configuration, by the clock of its backend. */
export function tellingIn({ store, localization }: WorkspaceHandle): Telling {
  const { strings } = localization;
  const now = store.clockOf(store.read(selectAgentId) ?? '').now();
  return {
    strings,
    configuration: store.read(selectConfiguration),
    momentOf: (at) => localization.formatMoment(at, now),
  };
}

/** Why no work comes to the signed-in agent. */
export const whyOf: Selector<OwnNoWork | undefined> = selectNoWork;

/** The same in one sentence, whichever element says it. */
export const whyIn = (workspace: WorkspaceHandle, noWork: OwnNoWork): string =>
  noWorkSentence(noWork, tellingIn(workspace));
