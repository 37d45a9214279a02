import '../session-provider/session-provider.define.js';
import './session-map.tag.js';
