import '../session-provider/session-provider.define.js';
import '../sessions-list/sessions-list.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionPanel } from './session-panel.js';

defineLater('task-offers', () => import('../task-offers/task-offers.define.js'));
defineElement('session-panel', SessionPanel);
