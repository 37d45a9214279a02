import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { EmailConversation } from './email-conversation.js';

defineLater('message-composer', () => import('../message-composer/message-composer.define.js'));
defineElement('email-conversation', EmailConversation);
