import { defineElement } from '../../registration/define-element.js';
import { SessionLeave } from './session-leave.js';

defineElement('session-leave', SessionLeave);
