import { defineElement } from '../../registration/define-element.js';
import { WorkItems } from './work-items.js';

defineElement('work-items', WorkItems);
