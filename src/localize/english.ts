import type { AllStrings } from './all-strings.js';
import { en } from './en.js';
import { announcementWords } from './en/announcements.js';
import { commandFailureWords } from './en/command-failures.js';
import { sessionWords, stateWords } from './en/sessions.js';
import { historyWords } from './en/history.js';
import { listWords } from './en/sessions-list.js';
import { controlsWords, verbWords } from './en/session-controls.js';
import { connectionWords } from './en/connection-status.js';
import { paneWords, widgetWords } from './en/session-pane.js';
import { absenceWords } from './en/absences.js';
import { notConnectedWords } from './en/not-connected.js';
import { workspaceWords } from './en/my-sessions.js';
import { workspaceLaterWords } from './en/workspace-later.js';
import { presenceWords, presenceControlWords } from './en/agent-presence.js';
import { noWorkWords } from './en/no-work.js';
import { noticeWords } from './en/notices.js';
import { directionWords } from './en/directions.js';
import { resultWords, offerOutcomeWords } from './en/outcomes.js';
import { sentimentWords } from './en/sentiments.js';
import { speakerWords } from './en/speakers.js';
import { attachmentWords } from './en/attachments.js';
import { transcriptAwayWords } from './en/transcript-away.js';
import { recordWords } from './en/records.js';
import { sessionLimitWords } from './en/session-limit.js';
import { unsentWords } from './en/unsent.js';
import { stateSentences } from './en/state-sentences.js';
import { sessionDetails } from './en/session-details.js';
import { transcriptView } from './en/transcript-view.js';
import { chatConversation } from './en/chat-conversation.js';
import { codesTags } from './en/codes-tags.js';
import { companionChat } from './en/companion-chat.js';
import { conversationContext } from './en/conversation-context.js';
import { emailConversation } from './en/email-conversation.js';
import { embeddedContext } from './en/embedded-context.js';
import { externalTask } from './en/external-task.js';
import { liveCaption } from './en/live-caption.js';
import { messageComposer } from './en/message-composer.js';
import { notificationSettings } from './en/notification-settings.js';
import { sessionLeave } from './en/session-leave.js';
import { sessionMap } from './en/session-map.js';
import { sessionNotes } from './en/session-notes.js';
import { sessionShortcuts } from './en/session-shortcuts.js';
import { sessionSummary } from './en/session-summary.js';
import { sessionsBadge } from './en/sessions-badge.js';
import { panelWords } from './en/session-panel.js';
import { offersWords } from './en/task-offers.js';
import { workItems } from './en/work-items.js';
import { transcriptTools } from './en/transcript-tools.js';
import { transferDialog } from './en/transfer-dialog.js';

/**
 * All words in English, for hosts that translate them. Elements do not import it: each brings only what it shows.
 */
export const english: AllStrings = {
  ...en,
  session: sessionWords,
  state: stateWords,
  commandFailure: commandFailureWords,
  list: { ...listWords, ...historyWords },
  controls: controlsWords,
  verb: verbWords,
  connection: connectionWords,
  widget: widgetWords,
  pane: paneWords,
  absence: absenceWords,
  notConnected: notConnectedWords,
  workspace: { ...workspaceWords, ...workspaceLaterWords },
  presence: presenceWords,
  presenceControl: presenceControlWords,
  noWork: noWorkWords,
  notice: noticeWords,
  announcement: announcementWords,
  direction: directionWords,
  result: resultWords,
  offerOutcome: offerOutcomeWords,
  sentiment: sentimentWords,
  speaker: speakerWords,
  attachment: attachmentWords,
  transcriptAway: transcriptAwayWords,
  record: recordWords,
  sessionLimit: sessionLimitWords,
  unsent: unsentWords,
  stateSentence: stateSentences,
  'session-details': sessionDetails,
  'transcript-view': transcriptView,
  'chat-conversation': chatConversation,
  'codes-tags': codesTags,
  'companion-chat': companionChat,
  'conversation-context': conversationContext,
  'email-conversation': emailConversation,
  'embedded-context': embeddedContext,
  'external-task': externalTask,
  'live-caption': liveCaption,
  'message-composer': messageComposer,
  'notification-settings': notificationSettings,
  'session-leave': sessionLeave,
  'session-map': sessionMap,
  'session-notes': sessionNotes,
  'session-shortcuts': sessionShortcuts,
  'session-summary': sessionSummary,
  'sessions-badge': sessionsBadge,
  'session-panel': panelWords,
  'task-offers': offersWords,
  'work-items': workItems,
  'transcript-tools': transcriptTools,
  'transfer-dialog': transferDialog,
};
