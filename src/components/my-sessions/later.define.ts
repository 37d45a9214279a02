// What a workspace shows soon after its first picture, in one piece: loaded one by one, each takes the first load apart.
import '../agent-presence/agent-presence.define.js';
import '../notification-settings/notification-settings.define.js';
import '../session-pane/session-pane.define.js';
import '../session-shortcuts/session-shortcuts.define.js';
