export { defineMySessions } from './define-my-sessions.js';
export { AgentPresence } from './components/agent-presence/agent-presence.js';
export { CodesTags } from './components/codes-tags/codes-tags.js';
export type { QuickReply } from './components/message-composer/quick-reply.js';
export type { Slot as CodeSlot } from './components/codes-tags/choices.js';
export type { CodesChange, TagsChange } from './context/acts/act-events.js';
export { ConnectionStatus as ConnectionStatusElement } from './components/connection-status/connection-status.js';
export { MySessions } from './components/my-sessions/my-sessions.js';
export { SessionControls } from './components/session-controls/session-controls.js';
export { SessionLeave } from './components/session-leave/session-leave.js';
export { SessionDetails } from './components/session-details/session-details.js';
export { SessionNotesElement } from './components/session-notes/session-notes.js';
export { SessionPane } from './components/session-pane/session-pane.js';
export { WorkItems } from './components/work-items/work-items.js';
export { SessionProvider } from './components/session-provider/session-provider.js';
export { SessionsBadge } from './components/sessions-badge/sessions-badge.js';
export { SessionPanel } from './components/session-panel/session-panel.js';
export { SessionsList } from './components/sessions-list/sessions-list.js';
export { TaskOffers } from './components/task-offers/task-offers.js';
export type { OffersMode } from './components/task-offers/task-offers.js';
export { TaskCapacity } from './components/task-capacity/task-capacity.js';
export { TransferDialog } from './components/transfer-dialog/transfer-dialog.js';
export { TranscriptView } from './components/transcript-view/transcript-view.js';
export { ChatConversation } from './components/chat-conversation/chat-conversation.js';
export { CompanionChat } from './components/companion-chat/companion-chat.js';
export { ConversationContext } from './components/conversation-context/conversation-context.js';
export { EmailConversation } from './components/email-conversation/email-conversation.js';
export { EmbeddedContext } from './components/embedded-context/embedded-context.js';
export { ExternalTaskElement } from './components/external-task/external-task.js';
export { LiveCaption } from './components/live-caption/live-caption.js';
export type { Measure as MessageMeasure } from './components/message-composer/measured.js';
export type { AttachedFile } from './components/message-composer/attached-file.js';
export { MessageComposer } from './components/message-composer/message-composer.js';
export { NotificationSettingsElement } from './components/notification-settings/notification-settings.js';
export { SessionMap } from './components/session-map/session-map.js';
export { SessionShortcuts } from './components/session-shortcuts/session-shortcuts.js';
export type { ShortcutId, ShortcutSettings } from './components/session-shortcuts/shortcut-table.js';
export { SessionSummaryElement } from './components/session-summary/session-summary.js';
export { TranscriptTools } from './components/transcript-tools/transcript-tools.js';
export { consoleLogger, createBrowserClock } from './context/browser-ports.js';
export { newId } from './device/new-id.js';
export { workspaceContext } from './context/workspace-handle.js';
export type { Ticker } from './context/ticker.js';
export type { WorkspaceHandle } from './context/workspace-handle.js';
export type {
  AgentWish,
  CommandFailure,
  CommandReply,
  PlainControl,
  SessionCommand,
  SessionControl,
} from './core/commands/command.js';
export type {
  Configuration,
  ContextItem,
  Service,
  SessionPolicy,
  TenantItem,
  User,
} from './core/configuration/configuration.js';
export { whyNoCodeSuggestions } from './core/configuration/code-suggestions.js';
export { parseConfiguration } from './core/configuration/parse-configuration.js';
export type { ConfigurationProblem, ParsedConfiguration } from './core/configuration/parse-configuration.js';
export { widgetsOfSession } from './core/configuration/widgets-of-session.js';
export type { AbsenceReason, AbsentWidget, SessionWidgets } from './core/configuration/widgets-of-session.js';
export { WIDGETS } from './core/configuration/widgets.js';
export type { Widget } from './core/configuration/widgets.js';
export { CONNECTION_STATUSES } from './core/events/session-event.js';
export type {
  ConnectionFact,
  ConnectionStatus,
  Offer,
  ReportedUsage,
  SessionEvent,
  SessionFact,
  TranscriptFact,
  UserFact,
  WorkspaceFact,
} from './core/events/session-event.js';
export type { Attachment } from './core/model/attachment.js';
export type { ContextRecord, FrozenContextUrl } from './core/model/context-data.js';
export type { EmailMessage, MailAddress, MailAttachment } from './core/model/email.js';
export type { FileRules, KnownDelivery, MessageDelivery, Messaging } from './core/model/messaging.js';
export { MODALITIES } from './core/model/modality.js';
export type { KnownModality, Modality } from './core/model/modality.js';
export type { Parameter } from './core/model/parameter.js';
export type { Caller, Customer, KnownSpeakerRole, Participant, SpeakerRole } from './core/model/participant.js';
export { PRESENCES } from './core/model/presence.js';
export type {
  KnownPresence,
  KnownPresenceCause,
  Presence,
  PresenceCause,
  UserPresence,
} from './core/model/presence.js';
export { SENTIMENTS } from './core/model/sentiment.js';
export type { KnownSentiment, Sentiment } from './core/model/sentiment.js';
export { SESSION_STATES } from './core/model/session.js';
export type {
  AfterCallWork,
  Direction,
  ExternalTask,
  Impediment,
  KnownOfferOutcome,
  OfferOutcome,
  Session,
  SessionFailure,
  SessionState,
  SessionTimes,
} from './core/model/session.js';
export type { OpenItem, OpenItemPage, OpenItemQuery } from './core/model/open-item.js';
export type { NotesDraft, SessionNotes } from './core/model/session-notes.js';
export type { SessionSummary, SummaryPart, SummaryStatus } from './core/model/session-summary.js';
export type { SuggestedDisposition } from './core/model/suggested-disposition.js';
export { TASK_RESULTS } from './core/model/task-result.js';
export type { KnownTaskResult, TaskResult } from './core/model/task-result.js';
export type { TransferAim } from './core/model/transfer.js';
export type { TranscriptSegment } from './core/model/transcript-segment.js';
export type { Clock } from './core/ports/clock.js';
export type { DraftListener, DraftStorage, StoredDraft } from './core/ports/draft-storage.js';
export type { Delivery, Gateway, GatewayReceiver, Sources } from './core/ports/gateway.js';
export type {
  ByteStream,
  UploadFailure,
  UploadOptions,
  UploadReply,
  UploadSignal,
  UploadedFile,
} from './core/ports/upload.js';
export { silentLogger } from './core/ports/logger.js';
export type { Logger } from './core/ports/logger.js';
export type { Acceptance } from './core/rules/acceptance-of.js';
export type { AcceptanceStop, Availability, Usage } from './core/rules/acceptance.js';
export type { Capacity, CapacityFigure, ModalityCapacity } from './core/rules/capacity.js';
export type { Consequence, Leaving, UnfinishedKind, WayToLeave } from './core/rules/leaving.js';
export type { HistoryBounds } from './core/rules/letting-go.js';
export type { NotificationSettings, SoundName, DesktopPolicy } from './core/rules/notifying.js';
export type { NoWork, NoWorkReason } from './core/rules/why-no-work.js';
export type { WorkItemList, WorkItemOrder, WorkItemsView } from './core/rules/work-items.js';
export { selectAcceptance } from './core/selectors/select-acceptance.js';
export { selectBegun } from './core/selectors/select-begun.js';
export { selectAvailability, selectAvailabilityOf, selectCapacity } from './core/selectors/select-capacity.js';
export { selectAgentCommands, selectCommands } from './core/selectors/select-commands.js';
export { selectConnection, selectConnectionOf, selectConnections } from './core/selectors/select-connection.js';
export { selectDiagnostics } from './core/selectors/select-diagnostics.js';
export { selectNoWork } from './core/selectors/select-no-work.js';
export type { OwnNoWork } from './core/selectors/select-no-work.js';
export { selectHidden, selectUnfinished, selectWaysToLeave } from './core/selectors/select-leaving.js';
export type { Unfinished } from './core/selectors/select-leaving.js';
export { selectOfSource } from './core/selectors/select-of-source.js';
export { selectNews } from './core/selectors/select-news.js';
export type { News } from './core/selectors/select-news.js';
export { selectSessionLimit } from './core/selectors/select-session-limit.js';
export type { SessionLimit } from './core/rules/session-limit.js';
export { selectRoster } from './core/selectors/select-roster.js';
export { selectSelectedId, selectSelection } from './core/selectors/select-selection.js';
export { selectServiceOf, selectSession, selectWorkspaceOf } from './core/selectors/select-session.js';
export { selectTranscript } from './core/selectors/select-transcript.js';
export { selectUser } from './core/selectors/select-user.js';
export { selectOwnWork } from './core/selectors/select-work-items.js';
export type { OwnWork } from './core/selectors/select-work-items.js';
export { selectWidgets } from './core/selectors/select-widgets.js';
export { selectConfiguration, selectWorkspace } from './core/selectors/select-workspace.js';
export type {
  Begun,
  BegunChoices,
  BegunField,
  Arrangement,
  BegunFields,
  Change,
  ContextOffer,
  DraftField,
  DraftFile,
  FileProgress,
  PageLetGo,
  ReplyDraft,
  TranscriptAway,
} from './core/state/begun.js';
export type { Selection } from './core/model/selection.js';
export type { TrackedCommand } from './core/state/command-reducer.js';
export type { Roster, RosterSection } from './core/state/roster.js';
export type { SegmentList } from './core/state/segment-list.js';
export type { UserStatus } from './core/state/user-reducer.js';
export type { Workspace } from './core/state/workspace-reducer.js';
export type { Connection, Diagnostics, Topic, WorkspaceState } from './core/state/workspace-state.js';
export type { WorkspaceEffect } from './core/store/effects.js';
export type { Selector } from './core/store/selector.js';
export { createSessionStore } from './core/store/create-session-store.js';
export type { SessionStore, SessionStoreOptions } from './core/store/session-store.js';
export { createDraftStorage } from './device/draft-storage.js';
export type { DraftStorageOptions } from './device/draft-storage.js';
export { combineSources } from './core/store/sources.js';
export { english as en } from './localize/english.js';
export type { Strings } from './localize/en.js';
export type { ElementStrings, PartStrings } from './localize/element-strings.js';
export type { AllStrings, Some, SomeStrings } from './localize/all-strings.js';
export { localizationIn } from './localize/localization-in.js';
export type { OwnLanguages, OwnWords } from './localize/localization-in.js';
export { grammarOf } from './localize/grammar.js';
export type { Forms, Grammar } from './localize/grammar.js';
export { followLanguage } from './localize/follow-language.js';
export { createLocalization } from './localize/localization.js';
export type { Localization } from './localize/localization.js';
