import '../session-provider/session-provider.define.js';
import './conversation-context.tag.js';
