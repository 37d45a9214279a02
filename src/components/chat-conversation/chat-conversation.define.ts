import '../session-provider/session-provider.define.js';
import './chat-conversation.tag.js';
