import '../session-provider/session-provider.define.js';
import './session-details.tag.js';
