import { selectSession } from '../core/selectors/select-session.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** Whether something is said in a session now: what comes after its end is read back, and no news. */
export const isHeard = ({ store }: WorkspaceHandle, sessionId: string): boolean =>
  store.read(selectSession(sessionId))?.state !== 'ended';

/** Whether there is such a session, as far as is known. */
export const isKnown = (workspace: WorkspaceHandle | undefined, sessionId: string | undefined): boolean =>
  sessionId !== undefined && workspace?.store.read(selectSession(sessionId)) !== undefined;
