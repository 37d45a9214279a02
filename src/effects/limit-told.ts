import type { WorkspaceHandle } from '../context/workspace-handle.js';
import { selectSessionLimit } from '../core/selectors/select-session-limit.js';
import { ABOUT_NO_SESSION } from '../core/state/begun.js';

/**
 * Takes back what an agent was told of the limit once it is far again: near it the next time, it is another notice.
 *
 * @returns a function that stops it
 */
export function takeBackLimit({ store }: WorkspaceHandle): () => void {
  const following = store.select(selectSessionLimit).subscribe((limit) => {
    if (limit?.is !== 'near' && limit?.is !== 'full') store.keep('limitNotice', ABOUT_NO_SESSION, undefined);
  });
  return () => {
    following.unsubscribe();
  };
}
