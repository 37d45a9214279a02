import '../task-offers/task-offers.define.js';
import { defineElement } from '../../registration/define-element.js';
import { SessionsList } from './sessions-list.js';

defineElement('sessions-list', SessionsList);
