import '../session-provider/session-provider.define.js';
import './session-shortcuts.tag.js';
