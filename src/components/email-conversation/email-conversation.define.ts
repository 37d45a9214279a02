import '../session-provider/session-provider.define.js';
import './email-conversation.tag.js';
