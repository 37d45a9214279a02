import { defineElement } from '../../registration/define-element.js';
import { ConnectionStatus } from './connection-status.js';

defineElement('connection-status', ConnectionStatus);
