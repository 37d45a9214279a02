import { defineElement, defineLater } from '../../registration/define-element.js';
import { ChatConversation } from './chat-conversation.js';

defineLater('message-composer', () => import('../message-composer/message-composer.tag.js'));
defineElement('chat-conversation', ChatConversation);
