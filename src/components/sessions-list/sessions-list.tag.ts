import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionsList } from './sessions-list.js';

defineLater('session-leave', () => import('../session-leave/session-leave.tag.js'));
defineLater('task-offers', () => import('../task-offers/task-offers.tag.js'));
defineElement('sessions-list', SessionsList);
