import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionControls } from './session-controls.js';

defineLater('transfer-dialog', () => import('../transfer-dialog/transfer-dialog.tag.js'));
defineElement('session-controls', SessionControls);
