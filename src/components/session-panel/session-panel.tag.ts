import '../sessions-list/sessions-list.tag.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionPanel } from './session-panel.js';

defineLater('task-offers', () => import('../task-offers/task-offers.tag.js'));
defineElement('session-panel', SessionPanel);
