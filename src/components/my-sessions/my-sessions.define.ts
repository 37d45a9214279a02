import '../agent-presence/agent-presence.define.js';
import '../connection-status/connection-status.define.js';
import '../session-panel/session-panel.define.js';
import '../task-capacity/task-capacity.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { MySessions } from './my-sessions.js';

defineLater('session-pane', () => import('../session-pane/session-pane.define.js'));
defineElement('my-sessions', MySessions);
