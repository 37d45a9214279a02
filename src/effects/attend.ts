import { tabMemory } from '../context/browser-ports.js';
import { followSessions } from '../context/follow-sessions.js';
import { tellWhatIsRead } from '../context/tell-what-is-read.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import { beginNotifying } from './begin-notifying.js';
import { followSight } from './follow-sight.js';
import { keepHidden } from './keep-hidden.js';

/**
 * What a workspace does by itself for its agent: it turns to the session that needs them, unless the host does, tells the
 * backend what they have read, and them what comes while they look elsewhere. Loaded after the first elements, which show
 * what is there without it.
 *
 * @returns a function that stops it
 */
export function attend(workspace: WorkspaceHandle, { isFollowing }: { readonly isFollowing: boolean }): () => void {
  // Before anything is turned to.
  const unsee = followSight(workspace);
  const unhide = keepHidden(workspace);
  const untell = tellWhatIsRead(workspace);
  const unfollow = isFollowing ? followSessions(workspace, tabMemory) : undefined;
  const unnotify = beginNotifying(workspace);
  return () => {
    unsee();
    unhide();
    untell();
    unfollow?.();
    unnotify();
  };
}
