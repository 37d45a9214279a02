import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionsList } from './sessions-list.js';

defineLater('task-offers', () => import('../task-offers/task-offers.define.js'));
defineElement('sessions-list', SessionsList);
