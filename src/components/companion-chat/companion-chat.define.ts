import '../session-provider/session-provider.define.js';
import './companion-chat.tag.js';
