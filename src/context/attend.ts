import { tabMemory } from './browser-ports.js';
import { followSessions } from './follow-sessions.js';
import { tellWhatIsRead } from './tell-what-is-read.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/**
 * What a workspace does by itself for its agent: it turns to the session that needs them, unless the host does, and tells
 * the backend what they have read. Loaded after the first elements, which show what is there without it.
 *
 * @returns a function that stops it
 */
export function attend(workspace: WorkspaceHandle, { isFollowing }: { readonly isFollowing: boolean }): () => void {
  const untell = tellWhatIsRead(workspace);
  const unfollow = isFollowing ? followSessions(workspace, tabMemory) : undefined;
  return () => {
    untell();
    unfollow?.();
  };
}
