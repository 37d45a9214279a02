import type { Telling } from '../../core/rules/notifying.js';
import type { WorkspaceHandle } from '../workspace-handle.js';
import { dispatchPublic } from './public-event.js';

/** Asks hosts whether the agent is to be told of something beside the page. Answers false when one says no, or tells them itself. */
export const mayNotify = ({ provider }: WorkspaceHandle, { sessionId, about }: Telling): boolean =>
  dispatchPublic(provider, 'session-notify', { sessionId, about }, true);

/** Says that the agent was told, by whatever way. */
export function notified({ provider }: WorkspaceHandle, { sessionId, about }: Telling): void {
  dispatchPublic(provider, 'session-notified', { sessionId, about });
}
