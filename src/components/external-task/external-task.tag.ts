import { defineElement } from '../../registration/define-element.js';
import { ExternalTaskElement } from './external-task.js';

defineElement('external-task', ExternalTaskElement);
