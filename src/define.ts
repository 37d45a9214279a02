import './components/my-sessions/my-sessions.define.js';
import './components/session-provider/session-provider.define.js';
