import { defineElement } from '../shared/define-element.js';
import { MessageComposer } from './message-composer.js';

defineElement('message-composer', MessageComposer);
