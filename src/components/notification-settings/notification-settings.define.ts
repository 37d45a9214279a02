import '../session-provider/session-provider.define.js';
import './notification-settings.tag.js';
