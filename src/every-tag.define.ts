import { defineLater } from './registration/define-element.js';
import { tellTaken } from './registration/tell-taken.js';
import { loadWhereWritten } from './registration/where-written.js';

/** The parts that come with a pane: asked for by itself, each would be a piece of its own. */
const withPane = (): Promise<unknown> => import('./components/my-sessions/later.define.js');

/** What `define` has neither defined nor named. */
const LATER: Readonly<Record<string, () => Promise<unknown>>> = {
  'chat-conversation': () => import('./components/chat-conversation/chat-conversation.tag.js'),
  'codes-tags': () => import('./components/codes-tags/codes-tags.tag.js'),
  'companion-chat': () => import('./components/companion-chat/companion-chat.tag.js'),
  'conversation-context': () => import('./components/conversation-context/conversation-context.tag.js'),
  'email-conversation': () => import('./components/email-conversation/email-conversation.tag.js'),
  'embedded-context': () => import('./components/embedded-context/embedded-context.tag.js'),
  'external-task': () => import('./components/external-task/external-task.tag.js'),
  'live-caption': () => import('./components/live-caption/live-caption.tag.js'),
  'message-composer': () => import('./components/message-composer/message-composer.tag.js'),
  'session-controls': withPane,
  'session-details': () => import('./components/session-details/session-details.tag.js'),
  'session-leave': withPane,
  'session-map': () => import('./components/session-map/session-map.tag.js'),
  'session-notes': () => import('./components/session-notes/session-notes.tag.js'),
  'session-summary': () => import('./components/session-summary/session-summary.tag.js'),
  'sessions-badge': () => import('./components/sessions-badge/sessions-badge.tag.js'),
  'transcript-tools': () => import('./components/transcript-tools/transcript-tools.tag.js'),
  'transcript-view': () => import('./components/transcript-view/transcript-view.tag.js'),
  'transfer-dialog': () => import('./components/transfer-dialog/transfer-dialog.tag.js'),
};

/** What `define` defines at once. */
const AT_ONCE = ['my-sessions', 'session-panel', 'session-provider', 'sessions-list', 'task-capacity'];

// Has every tag of the kit loaded when a host writes it in its page.
tellTaken([...AT_ONCE, ...Object.keys(LATER)]);
for (const [tag, load] of Object.entries(LATER)) defineLater(tag, load);
loadWhereWritten();
