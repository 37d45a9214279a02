import '../session-provider/session-provider.define.js';
import './session-pane.tag.js';
