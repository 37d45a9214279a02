import '../session-provider/session-provider.define.js';
import './transcript-view.tag.js';
