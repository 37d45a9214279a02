import '../connection-status/connection-status.define.js';
import '../session-panel/session-panel.define.js';
import '../task-capacity/task-capacity.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { MySessions } from './my-sessions.js';

const laterParts = (): Promise<unknown> => import('./later.define.js');
defineLater('session-pane', laterParts);
defineLater('agent-presence', laterParts);
defineLater('session-shortcuts', laterParts);
defineLater('notification-settings', laterParts);
defineLater('work-items', () => import('../work-items/work-items.define.js'));
defineElement('my-sessions', MySessions);
