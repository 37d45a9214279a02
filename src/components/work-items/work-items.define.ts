import '../session-provider/session-provider.define.js';
import './work-items.tag.js';
