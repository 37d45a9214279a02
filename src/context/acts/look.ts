import type { Selection } from '../../core/model/selection.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { dispatchPublic } from './public-event.js';

/** Turns to a session or to Home, unless a host says no. Answers whether none did. */
export function look({ store }: WorkspaceHandle, from: HTMLElement, target: string | Selection): boolean {
  const detail = { sessionId: typeof target === 'string' ? target : target.sessionId };
  if (!dispatchPublic(from, 'session-select', detail, true)) return false;
  store.look(target);
  // While facts are being delivered, the turn to look has yet to come.
  queueMicrotask(() => dispatchPublic(from, 'session-selected', detail));
  return true;
}
