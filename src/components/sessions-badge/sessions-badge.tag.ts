import { defineElement } from '../../registration/define-element.js';
import { SessionsBadge } from './sessions-badge.js';

defineElement('sessions-badge', SessionsBadge);
