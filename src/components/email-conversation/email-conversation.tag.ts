import { defineElement, defineLater } from '../../registration/define-element.js';
import { EmailConversation } from './email-conversation.js';

defineLater('message-composer', () => import('../message-composer/message-composer.tag.js'));
defineElement('email-conversation', EmailConversation);
