// What a workspace shows soon after its first picture, in one piece: loaded one by one, each takes the first load apart.
import '../agent-presence/agent-presence.tag.js';
import '../connection-status/connection-status.tag.js';
import '../notification-settings/notification-settings.tag.js';
import '../session-pane/session-pane.tag.js';
import '../session-shortcuts/session-shortcuts.tag.js';
