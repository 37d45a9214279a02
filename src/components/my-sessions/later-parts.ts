// The classes of `later.define`, for who registers them by tags of their own: in one piece as well.
export { AgentPresence } from '../agent-presence/agent-presence.js';
export { ConnectionStatus } from '../connection-status/connection-status.js';
export { NotificationSettingsElement } from '../notification-settings/notification-settings.js';
export { SessionControls } from '../session-controls/session-controls.js';
export { SessionLeave } from '../session-leave/session-leave.js';
export { SessionPane } from '../session-pane/session-pane.js';
export { SessionShortcuts } from '../session-shortcuts/session-shortcuts.js';
