import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { CompanionChat } from './companion-chat.js';

defineLater('chat-conversation', () => import('../chat-conversation/chat-conversation.define.js'));
defineLater('email-conversation', () => import('../email-conversation/email-conversation.define.js'));
defineLater('external-task', () => import('../external-task/external-task.define.js'));
defineElement('companion-chat', CompanionChat);
