import '../session-provider/session-provider.define.js';
import './message-composer.tag.js';
