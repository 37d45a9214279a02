import '../session-provider/session-provider.define.js';
import './sessions-list.tag.js';
