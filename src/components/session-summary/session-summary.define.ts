import { defineElement } from '../shared/define-element.js';
import { SessionSummaryElement } from './session-summary.js';

defineElement('session-summary', SessionSummaryElement);
