import { defineElement } from '../../registration/define-element.js';
import { TaskCapacity } from './task-capacity.js';

defineElement('task-capacity', TaskCapacity);
