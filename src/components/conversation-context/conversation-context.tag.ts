import { defineElement } from '../../registration/define-element.js';
import { ConversationContext } from './conversation-context.js';

defineElement('conversation-context', ConversationContext);
