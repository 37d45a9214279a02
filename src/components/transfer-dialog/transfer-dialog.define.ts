import '../session-provider/session-provider.define.js';
import './transfer-dialog.tag.js';
