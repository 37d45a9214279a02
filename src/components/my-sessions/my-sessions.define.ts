import '../session-provider/session-provider.define.js';
import './my-sessions.tag.js';
