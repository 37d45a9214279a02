import { defineElement } from '../../registration/define-element.js';
import { SessionShortcuts } from './session-shortcuts.js';

defineElement('session-shortcuts', SessionShortcuts);
