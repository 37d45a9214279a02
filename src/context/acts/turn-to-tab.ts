import { selectSelection } from '../../core/selectors/select-selection.js';
import type { WorkspaceHandle } from '../workspace-handle.js';

/** Notes the tab of the session that is looked at, so that it is there again after a reload. Of another session nothing. */
export function turnToTab({ store }: WorkspaceHandle, sessionId: string, tab: string): void {
  const now = store.read(selectSelection);
  if (now?.kind === 'session' && now.sessionId === sessionId && now.tab !== tab) store.look({ ...now, tab });
}
