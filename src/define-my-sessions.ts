import { MySessions } from './components/my-sessions/my-sessions.js';
import { SessionPanel } from './components/session-panel/session-panel.js';
import { SessionProvider } from './components/session-provider/session-provider.js';
import { SessionsList } from './components/sessions-list/sessions-list.js';
import { consoleLogger } from './context/browser-ports.js';
import { ELSEWHERE } from './registration/elsewhere.js';
import { defineElement, defineLater, loadElement } from './registration/define-element.js';
import { TaskCapacity } from './components/task-capacity/task-capacity.js';
import type { laterParts } from './later-parts.js';

/**
 * Registers every element under a prefix of the host's choice, for pages where a tag of the kit is taken:
 * `defineMySessions({ prefix: 'acme-' })` gives `<acme-my-sessions>`. Elements inside elements follow the prefix, and what is
 * written elsewhere in the page under it is loaded when it is there.
 */
export function defineMySessions({ prefix }: { readonly prefix: string }): void {
  const elements: Readonly<Record<string, CustomElementConstructor>> = {
    'my-sessions': MySessions,
    'session-panel': SessionPanel,
    'session-provider': SessionProvider,
    'sessions-list': SessionsList,
    'task-capacity': TaskCapacity,
  };
  // A class can be registered once per page, so every prefix gets its own.
  for (const [tag, element] of Object.entries(elements)) defineElement(`${prefix}${tag}`, class extends element {});
  for (const [tag, load] of Object.entries(LATER))
    defineLater(`${prefix}${tag}`, async () => {
      // A pane has its controls from the start, and the way out.
      if (tag === 'session-pane')
        await Promise.all(['session-controls', 'session-leave'].map((part) => loadElement(`${prefix}${part}`)));
      const element = await load();
      defineElement(`${prefix}${tag}`, class extends element {});
    });
  // Where it cannot be loaded, elements elsewhere in the page stay as they are, and all else goes on.
  const tags = Object.keys({ ...elements, ...LATER }).map((tag) => `${prefix}${tag}`);
  Promise.all([import('./registration/tell-taken.js'), import('./registration/where-written.js')]).then(
    ([{ tellTaken }, { loadWhereWritten }]) => {
      tellTaken(tags);
      loadWhereWritten();
    },
    (error: unknown) => {
      consoleLogger.error(ELSEWHERE, error);
    },
  );
}

const later =
  (tag: keyof typeof laterParts): (() => Promise<CustomElementConstructor>) =>
  async () =>
    (await import('./later-parts.js')).laterParts[tag];

/** What is loaded when it is first shown. */
const LATER: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'agent-presence': later('agent-presence'),
  'chat-conversation': async () =>
    (await import('./components/chat-conversation/chat-conversation.js')).ChatConversation,
  'codes-tags': async () => (await import('./components/codes-tags/codes-tags.js')).CodesTags,
  'companion-chat': async () => (await import('./components/companion-chat/companion-chat.js')).CompanionChat,
  'connection-status': later('connection-status'),
  'conversation-context': async () =>
    (await import('./components/conversation-context/conversation-context.js')).ConversationContext,
  'email-conversation': async () =>
    (await import('./components/email-conversation/email-conversation.js')).EmailConversation,
  'embedded-context': async () => (await import('./components/embedded-context/embedded-context.js')).EmbeddedContext,
  'external-task': async () => (await import('./components/external-task/external-task.js')).ExternalTaskElement,
  'live-caption': async () => (await import('./components/live-caption/live-caption.js')).LiveCaption,
  'message-composer': async () => (await import('./components/message-composer/message-composer.js')).MessageComposer,
  'notification-settings': later('notification-settings'),
  'session-controls': later('session-controls'),
  'session-details': async () => (await import('./components/session-details/session-details.js')).SessionDetails,
  'session-leave': later('session-leave'),
  'session-map': async () => (await import('./components/session-map/session-map.js')).SessionMap,
  'session-notes': async () => (await import('./components/session-notes/session-notes.js')).SessionNotesElement,
  'session-pane': later('session-pane'),
  'session-shortcuts': later('session-shortcuts'),
  'session-summary': async () =>
    (await import('./components/session-summary/session-summary.js')).SessionSummaryElement,
  'sessions-badge': async () => (await import('./components/sessions-badge/sessions-badge.js')).SessionsBadge,
  'task-offers': async () => (await import('./components/task-offers/task-offers.js')).TaskOffers,
  'transcript-tools': async () => (await import('./components/transcript-tools/transcript-tools.js')).TranscriptTools,
  'transfer-dialog': async () => (await import('./components/transfer-dialog/transfer-dialog.js')).TransferDialog,
  'work-items': async () => (await import('./components/work-items/work-items.js')).WorkItems,
  'transcript-view': async () => (await import('./components/transcript-view/transcript-view.js')).TranscriptView,
};
