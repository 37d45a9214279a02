import { defineElement } from '../shared/define-element.js';
import { SessionMap } from './session-map.js';

defineElement('session-map', SessionMap);
