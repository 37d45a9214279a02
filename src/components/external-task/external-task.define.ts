import '../session-provider/session-provider.define.js';
import './external-task.tag.js';
