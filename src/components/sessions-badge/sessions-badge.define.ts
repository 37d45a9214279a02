import '../session-provider/session-provider.define.js';
import './sessions-badge.tag.js';
