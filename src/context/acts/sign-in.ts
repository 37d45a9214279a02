import { selectConnection } from '../../core/selectors/select-connection.js';
import type { SessionStore } from '../../core/store/session-store.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { dispatchPublic } from './public-event.js';
import { when } from './when.js';

/** Stores that wait for being live again: however often the agent asks, it is told once. */
const awaited = new WeakSet<SessionStore>();

/** Signs the agent in again, unless a host says no. Told when the workspace is live. */
export function signIn({ provider, store }: WorkspaceHandle, from: HTMLElement): void {
  if (!dispatchPublic(from, 'session-sign-in', undefined, true, provider)) return;
  store.signIn();
  if (awaited.has(store)) return;
  awaited.add(store);
  void when(store, selectConnection, (connection) => connection?.status === 'live').then((connection) => {
    awaited.delete(store);
    if (connection) dispatchPublic(from, 'session-signed-in', undefined, false, provider);
  });
}
