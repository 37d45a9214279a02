import '../session-panel/session-panel.tag.js';
import '../task-capacity/task-capacity.tag.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { MySessions } from './my-sessions.js';

const laterParts = (): Promise<unknown> => import('./later.define.js');
defineLater('session-pane', laterParts);
defineLater('agent-presence', laterParts);
defineLater('connection-status', laterParts);
defineLater('session-shortcuts', laterParts);
defineLater('notification-settings', laterParts);
defineLater('work-items', () => import('../work-items/work-items.tag.js'));
defineElement('my-sessions', MySessions);
