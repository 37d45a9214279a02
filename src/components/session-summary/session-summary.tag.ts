import { defineElement } from '../../registration/define-element.js';
import { SessionSummaryElement } from './session-summary.js';

defineElement('session-summary', SessionSummaryElement);
