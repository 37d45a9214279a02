import '../session-provider/session-provider.define.js';
import './session-controls.tag.js';
