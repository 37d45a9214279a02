import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionControls } from './session-controls.js';

defineLater('transfer-dialog', () => import('../transfer-dialog/transfer-dialog.define.js'));
defineElement('session-controls', SessionControls);
