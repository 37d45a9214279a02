import { selectAgentId } from '../core/selectors/select-workspace.js';
import type { SessionStore } from '../core/store/session-store.js';

/** Whose notifications these are. */
export interface NotificationOwner {
  /** The agent and the backend: under this name settings are kept, and pages of the same one tell once. */
  readonly name: string;
  /** Whether other pages may have the same sessions. */
  readonly isShared: boolean;
}

/** Undefined until the gateway has said who works here. */
export function notificationOwner(store: SessionStore): NotificationOwner | undefined {
  const agentId = store.read(selectAgentId);
  // As several gateways are one, their agent is one, too.
  const { keptAs = '' } = store.channel;
  return agentId === undefined ? undefined : { name: `${keptAs || ''} ${agentId}`, isShared: keptAs !== false };
}
