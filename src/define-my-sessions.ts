import { AgentPresence } from './components/agent-presence/agent-presence.js';
import { CodesTags } from './components/codes-tags/codes-tags.js';
import { ConnectionStatus } from './components/connection-status/connection-status.js';
import { MySessions } from './components/my-sessions/my-sessions.js';
import { SessionControls } from './components/session-controls/session-controls.js';
import { SessionDetails } from './components/session-details/session-details.js';
import { SessionPane } from './components/session-pane/session-pane.js';
import { SessionProvider } from './components/session-provider/session-provider.js';
import { SessionsList } from './components/sessions-list/sessions-list.js';
import { defineElement } from './components/shared/define-element.js';
import { TaskCapacity } from './components/task-capacity/task-capacity.js';
import { TranscriptView } from './components/transcript-view/transcript-view.js';

/**
 * Registers every element under a prefix of the host's choice, for pages where a tag of the kit is taken:
 * `defineMySessions({ prefix: 'acme-' })` gives `<acme-my-sessions>`. Elements inside elements follow the prefix.
 */
export function defineMySessions({ prefix }: { readonly prefix: string }): void {
  const elements: Readonly<Record<string, CustomElementConstructor>> = {
    'agent-presence': AgentPresence,
    'codes-tags': CodesTags,
    'connection-status': ConnectionStatus,
    'my-sessions': MySessions,
    'session-controls': SessionControls,
    'session-details': SessionDetails,
    'session-pane': SessionPane,
    'session-provider': SessionProvider,
    'sessions-list': SessionsList,
    'task-capacity': TaskCapacity,
    'transcript-view': TranscriptView,
  };
  // A class can be registered once per page, so every prefix gets its own.
  for (const [tag, element] of Object.entries(elements)) defineElement(`${prefix}${tag}`, class extends element {});
}
