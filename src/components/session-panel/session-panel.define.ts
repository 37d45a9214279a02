import '../session-provider/session-provider.define.js';
import './session-panel.tag.js';
