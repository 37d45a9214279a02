import './components/my-sessions/my-sessions.define.js';
import './components/session-provider/session-provider.define.js';
import './components/sessions-badge/sessions-badge.define.js';
