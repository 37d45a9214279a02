import type { WorkspaceHandle } from '../workspace-handle.js';
import { dispatchPublic } from './public-event.js';

/** Turns to a session, unless a host says no. Answers whether none did. */
export function look({ store }: WorkspaceHandle, from: HTMLElement, sessionId: string): boolean {
  const detail = { sessionId };
  if (!dispatchPublic(from, 'session-select', detail, true)) return false;
  store.look(sessionId);
  // While facts are being delivered, the turn to look has yet to come.
  queueMicrotask(() => dispatchPublic(from, 'session-selected', detail));
  return true;
}
