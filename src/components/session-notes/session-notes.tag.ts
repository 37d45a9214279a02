import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionNotesElement } from './session-notes.js';

defineLater('message-composer', () => import('../message-composer/message-composer.tag.js'));
defineElement('session-notes', SessionNotesElement);
