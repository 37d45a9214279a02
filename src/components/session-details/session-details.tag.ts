import { defineElement } from '../../registration/define-element.js';
import { SessionDetails } from './session-details.js';

defineElement('session-details', SessionDetails);
