import '../session-controls/session-controls.tag.js';
import '../session-leave/session-leave.tag.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { SessionPane } from './session-pane.js';

defineLater('codes-tags', () => import('../codes-tags/codes-tags.tag.js'));
defineLater('companion-chat', () => import('../companion-chat/companion-chat.tag.js'));
defineLater('conversation-context', () => import('../conversation-context/conversation-context.tag.js'));
defineLater('embedded-context', () => import('../embedded-context/embedded-context.tag.js'));
defineLater('live-caption', () => import('../live-caption/live-caption.tag.js'));
defineLater('session-details', () => import('../session-details/session-details.tag.js'));
defineLater('session-map', () => import('../session-map/session-map.tag.js'));
defineLater('session-notes', () => import('../session-notes/session-notes.tag.js'));
defineLater('session-summary', () => import('../session-summary/session-summary.tag.js'));
defineLater('transcript-view', () => import('../transcript-view/transcript-view.tag.js'));
defineElement('session-pane', SessionPane);
