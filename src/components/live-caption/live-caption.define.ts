import '../session-provider/session-provider.define.js';
import './live-caption.tag.js';
