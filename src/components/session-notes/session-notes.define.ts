import '../session-provider/session-provider.define.js';
import './session-notes.tag.js';
