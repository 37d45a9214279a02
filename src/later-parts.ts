import { AgentPresence } from './components/agent-presence/agent-presence.js';
import { ConnectionStatus } from './components/connection-status/connection-status.js';
import { NotificationSettingsElement } from './components/notification-settings/notification-settings.js';
import { SessionControls } from './components/session-controls/session-controls.js';
import { SessionLeave } from './components/session-leave/session-leave.js';
import { SessionPane } from './components/session-pane/session-pane.js';
import { SessionShortcuts } from './components/session-shortcuts/session-shortcuts.js';

/** What a workspace shows soon after its first picture, by tag: in one piece, so that all of it is there, or none. */
export const laterParts = {
  'agent-presence': AgentPresence,
  'connection-status': ConnectionStatus,
  'notification-settings': NotificationSettingsElement,
  'session-controls': SessionControls,
  'session-leave': SessionLeave,
  'session-pane': SessionPane,
  'session-shortcuts': SessionShortcuts,
} as const;
