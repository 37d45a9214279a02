import { defineLater } from './registration/define-element.js';
import { loadWhereWritten } from './registration/where-written.js';

/** The parts that come with a pane: asked for by itself, each would be a piece of its own. */
const withPane = (): Promise<unknown> => import('./components/my-sessions/later.define.js');

/** What `define` has neither defined nor named. */
const LATER: Readonly<Record<string, () => Promise<unknown>>> = {
  'chat-conversation': () => import('./components/chat-conversation/chat-conversation.define.js'),
  'codes-tags': () => import('./components/codes-tags/codes-tags.define.js'),
  'companion-chat': () => import('./components/companion-chat/companion-chat.define.js'),
  'conversation-context': () => import('./components/conversation-context/conversation-context.define.js'),
  'email-conversation': () => import('./components/email-conversation/email-conversation.define.js'),
  'embedded-context': () => import('./components/embedded-context/embedded-context.define.js'),
  'external-task': () => import('./components/external-task/external-task.define.js'),
  'live-caption': () => import('./components/live-caption/live-caption.define.js'),
  'message-composer': () => import('./components/message-composer/message-composer.define.js'),
  'session-controls': withPane,
  'session-details': () => import('./components/session-details/session-details.define.js'),
  'session-leave': withPane,
  'session-map': () => import('./components/session-map/session-map.define.js'),
  'session-notes': () => import('./components/session-notes/session-notes.define.js'),
  'session-summary': () => import('./components/session-summary/session-summary.define.js'),
  'sessions-badge': () => import('./components/sessions-badge/sessions-badge.define.js'),
  'transcript-tools': () => import('./components/transcript-tools/transcript-tools.define.js'),
  'transcript-view': () => import('./components/transcript-view/transcript-view.define.js'),
  'transfer-dialog': () => import('./components/transfer-dialog/transfer-dialog.define.js'),
};

/** Has every tag of the kit loaded when a host writes it in its page. */
export function defineEveryTag(): void {
  for (const [tag, load] of Object.entries(LATER)) defineLater(tag, load);
  loadWhereWritten();
}
