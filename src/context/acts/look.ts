import { selectSelectedId } from '../../core/selectors/select-selection.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { dispatchPublic } from './public-event.js';

/** Turns to a session, unless a host says no. Answers whether none did. */
export function look({ provider, store }: WorkspaceHandle, from: HTMLElement, sessionId: string): boolean {
  const detail = { sessionId };
  if (!dispatchPublic(from, provider, 'session-select', detail, true)) return false;
  store.look(sessionId);
  const tell = (): void => {
    dispatchPublic(from, provider, 'session-selected', detail);
  };
  // While facts are being delivered, the turn to look has yet to come.
  if (store.read(selectSelectedId) === sessionId) tell();
  else queueMicrotask(tell);
  return true;
}
