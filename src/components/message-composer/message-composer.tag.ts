import { defineElement } from '../../registration/define-element.js';
import { MessageComposer } from './message-composer.js';

defineElement('message-composer', MessageComposer);
