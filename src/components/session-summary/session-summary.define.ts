import '../session-provider/session-provider.define.js';
import './session-summary.tag.js';
