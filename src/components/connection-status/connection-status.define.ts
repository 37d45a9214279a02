import '../session-provider/session-provider.define.js';
import './connection-status.tag.js';
