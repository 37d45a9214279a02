import '../session-provider/session-provider.define.js';
import './transcript-tools.tag.js';
