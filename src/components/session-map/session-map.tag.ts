import { defineElement } from '../../registration/define-element.js';
import { SessionMap } from './session-map.js';

defineElement('session-map', SessionMap);
