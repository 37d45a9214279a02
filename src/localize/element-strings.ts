import type { listWords } from './en/sessions-list.js';
import type { controlsWords, verbWords } from './en/session-controls.js';
import type { connectionWords } from './en/connection-status.js';
import type { paneWords, widgetWords } from './en/session-pane.js';
import type { absenceWords } from './en/absences.js';
import type { workspaceWords } from './en/my-sessions.js';
import type { presenceWords, presenceControlWords } from './en/agent-presence.js';
import type { resultWords, offerOutcomeWords } from './en/outcomes.js';
import type { sentimentWords } from './en/sentiments.js';
import type { speakerWords } from './en/speakers.js';
import type { attachmentWords } from './en/attachments.js';
import type { transcriptAwayWords } from './en/transcript-away.js';
import type { unsentWords } from './en/unsent.js';
import type { stateSentences } from './en/state-sentences.js';
import type { sessionWords, stateWords } from './en/sessions.js';
import type { commandFailureWords } from './en/command-failures.js';
import type { chatConversation } from './en/chat-conversation.js';
import type { codesTags } from './en/codes-tags.js';
import type { companionChat } from './en/companion-chat.js';
import type { conversationContext } from './en/conversation-context.js';
import type { emailConversation } from './en/email-conversation.js';
import type { directionWords } from './en/directions.js';
import type { embeddedContext } from './en/embedded-context.js';
import type { externalTask } from './en/external-task.js';
import type { liveCaption } from './en/live-caption.js';
import type { messageComposer } from './en/message-composer.js';
import type { sessionMap } from './en/session-map.js';
import type { sessionShortcuts } from './en/session-shortcuts.js';
import type { sessionSummary } from './en/session-summary.js';
import type { sessionsBadge } from './en/sessions-badge.js';
import type { transcriptTools } from './en/transcript-tools.js';
import type { sessionDetails } from './en/session-details.js';
import type { offersWords } from './en/task-offers.js';
import type { panelWords } from './en/session-panel.js';
import type { transcriptView } from './en/transcript-view.js';

/** Words of single elements, by tag. A page that does not show an element does not load them. */
export interface ElementStrings {
  readonly 'session-details': typeof sessionDetails;
  readonly 'transcript-view': typeof transcriptView;
  readonly 'chat-conversation': typeof chatConversation;
  readonly 'codes-tags': typeof codesTags;
  readonly 'companion-chat': typeof companionChat;
  readonly 'conversation-context': typeof conversationContext;
  readonly 'email-conversation': typeof emailConversation;
  readonly 'embedded-context': typeof embeddedContext;
  readonly 'external-task': typeof externalTask;
  readonly 'live-caption': typeof liveCaption;
  readonly 'message-composer': typeof messageComposer;
  readonly 'session-map': typeof sessionMap;
  readonly 'session-shortcuts': typeof sessionShortcuts;
  readonly 'session-summary': typeof sessionSummary;
  readonly 'sessions-badge': typeof sessionsBadge;
  readonly 'session-panel': typeof panelWords;
  readonly 'task-offers': typeof offersWords;
  readonly 'transcript-tools': typeof transcriptTools;
}

/** Words of parts that some elements show, such as cards and results. */
export interface PartStrings {
  readonly session: typeof sessionWords;
  readonly state: typeof stateWords;
  readonly commandFailure: typeof commandFailureWords;
  readonly list: typeof listWords;
  readonly controls: typeof controlsWords;
  readonly verb: typeof verbWords;
  readonly connection: typeof connectionWords;
  readonly widget: typeof widgetWords;
  readonly pane: typeof paneWords;
  readonly absence: typeof absenceWords;
  readonly workspace: typeof workspaceWords;
  readonly presence: typeof presenceWords;
  readonly presenceControl: typeof presenceControlWords;
  readonly direction: typeof directionWords;
  readonly result: typeof resultWords;
  readonly offerOutcome: typeof offerOutcomeWords;
  readonly sentiment: typeof sentimentWords;
  readonly speaker: typeof speakerWords;
  readonly attachment: typeof attachmentWords;
  readonly transcriptAway: typeof transcriptAwayWords;
  readonly unsent: typeof unsentWords;
  readonly stateSentence: typeof stateSentences;
}
