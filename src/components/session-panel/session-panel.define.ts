import '../sessions-list/sessions-list.define.js';
import '../task-offers/task-offers.define.js';
import { defineElement } from '../../registration/define-element.js';
import { SessionPanel } from './session-panel.js';

defineElement('session-panel', SessionPanel);
