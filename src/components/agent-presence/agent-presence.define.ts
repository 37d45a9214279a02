import '../session-provider/session-provider.define.js';
import './agent-presence.tag.js';
