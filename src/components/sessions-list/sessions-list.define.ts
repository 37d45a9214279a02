import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionsList } from './sessions-list.js';

defineLater('session-leave', () => import('../session-leave/session-leave.define.js'));
defineLater('task-offers', () => import('../task-offers/task-offers.define.js'));
defineElement('sessions-list', SessionsList);
