import '../session-provider/session-provider.define.js';
import './embedded-context.tag.js';
