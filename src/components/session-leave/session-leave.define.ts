import '../session-provider/session-provider.define.js';
import './session-leave.tag.js';
