import { defineElement, defineLater } from '../../registration/define-element.js';
import { CompanionChat } from './companion-chat.js';

defineLater('chat-conversation', () => import('../chat-conversation/chat-conversation.tag.js'));
defineLater('email-conversation', () => import('../email-conversation/email-conversation.tag.js'));
defineLater('external-task', () => import('../external-task/external-task.tag.js'));
defineElement('companion-chat', CompanionChat);
