import '../session-controls/session-controls.define.js';
import '../session-leave/session-leave.define.js';
import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionPane } from './session-pane.js';

defineLater('codes-tags', () => import('../codes-tags/codes-tags.define.js'));
defineLater('companion-chat', () => import('../companion-chat/companion-chat.define.js'));
defineLater('conversation-context', () => import('../conversation-context/conversation-context.define.js'));
defineLater('embedded-context', () => import('../embedded-context/embedded-context.define.js'));
defineLater('live-caption', () => import('../live-caption/live-caption.define.js'));
defineLater('session-details', () => import('../session-details/session-details.define.js'));
defineLater('session-map', () => import('../session-map/session-map.define.js'));
defineLater('session-notes', () => import('../session-notes/session-notes.define.js'));
defineLater('session-summary', () => import('../session-summary/session-summary.define.js'));
defineLater('transcript-view', () => import('../transcript-view/transcript-view.define.js'));
defineElement('session-pane', SessionPane);
