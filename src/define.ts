import './components/my-sessions/my-sessions.define.js';
import './components/session-provider/session-provider.define.js';

// Stands in the menu of a host, if at all, and not in the workspace that is waited for. Where it cannot be loaded there is
// no number, and all else goes on.
import('./components/sessions-badge/sessions-badge.define.js').catch(() => undefined);
