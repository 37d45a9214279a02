import '../session-provider/session-provider.define.js';
import './task-capacity.tag.js';
