import { defineElement } from '../../registration/define-element.js';
import { SessionControls } from './session-controls.js';

defineElement('session-controls', SessionControls);
