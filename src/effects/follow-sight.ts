import type { WorkspaceHandle } from '../context/workspace-handle.js';
import { selectAgentId } from '../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';

/**
 * Keeps whether the page can be seen, for every agent who works in it (`covered` of `state/begun.ts`): of what is in a page
 * that is out of sight nothing is read. What covers one conversation in a page, its pane says.
 *
 * @returns a function that stops it
 */
export function followSight({ store }: WorkspaceHandle): () => void {
  const look = (): void => {
    store.keep('covered', ABOUT_NO_SESSION, document.visibilityState === 'hidden' ? true : undefined);
  };
  // Another agent begins with nothing.
  const agents = store.select(selectAgentId).subscribe(look);
  document.addEventListener('visibilitychange', look);
  return () => {
    agents.unsubscribe();
    document.removeEventListener('visibilitychange', look);
  };
}
