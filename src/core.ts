// `my-sessions/core`: all that needs no element and no page. What a gateway hands over and is asked for, the rules that its
// backend has to keep, the configuration, and the store.
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
  RecordKind,
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
  SignedOutReason,
  TranscriptFact,
  UserFact,
  WorkspaceFact,
} from './core/events/session-event.js';
export type { Attachment } from './core/model/attachment.js';
export type { ContextRecord, FrozenContextUrl } from './core/model/context-data.js';
export type { EmailMessage, MailAddress, MailAttachment } from './core/model/email.js';
export { DELIVERIES } from './core/model/messaging.js';
export type { FileRules, KnownDelivery, MessageDelivery, Messaging } from './core/model/messaging.js';
export type { OpenedRecord, RecordToOpen } from './core/model/record.js';
export { recordSessionId } from './core/rules/records.js';
export { MODALITIES } from './core/model/modality.js';
export type { KnownModality, Modality } from './core/model/modality.js';
export type { Parameter } from './core/model/parameter.js';
export { SPEAKER_ROLES } from './core/model/participant.js';
export type { Caller, Customer, KnownSpeakerRole, Participant, SpeakerRole } from './core/model/participant.js';
export { PRESENCES, PRESENCE_CAUSES } from './core/model/presence.js';
export type {
  KnownPresence,
  KnownPresenceCause,
  Presence,
  PresenceCause,
  UserPresence,
} from './core/model/presence.js';
export { SENTIMENTS } from './core/model/sentiment.js';
export type { KnownSentiment, Sentiment } from './core/model/sentiment.js';
export { OFFER_OUTCOMES, SESSION_STATES } from './core/model/session.js';
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
export { LONGEST_NOTES, NO_NOTES } from './core/model/session-notes.js';
export type { NotesDraft, SessionNotes } from './core/model/session-notes.js';
export { SUMMARY_PARTS, SUMMARY_STATUSES } from './core/model/session-summary.js';
export type { SessionSummary, SummaryPart, SummaryStatus } from './core/model/session-summary.js';
export type { SuggestedDisposition } from './core/model/suggested-disposition.js';
export { TASK_RESULTS } from './core/model/task-result.js';
export type { KnownTaskResult, TaskResult } from './core/model/task-result.js';
export { TRANSFER_KINDS } from './core/model/transfer.js';
export type { TransferAim, TransferKind } from './core/model/transfer.js';
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
export type { AcceptanceStop, Aside, Availability, ParkedTasks, Usage, Workload } from './core/rules/acceptance.js';
export type { Capacity, CapacityFigure, ModalityCapacity } from './core/rules/capacity.js';
export type { Consequence, Leaving, UnfinishedKind, WayToLeave } from './core/rules/leaving.js';
export type { HistoryBounds } from './core/rules/letting-go.js';
export type { NotificationSettings, SoundName, DesktopPolicy } from './core/rules/notifying.js';
export type { LinkTrouble } from './core/rules/link-trouble.js';
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
// For a gateway to a system that tells how things stand, and not what happens.
export { factsOfChanges } from './core/state/facts-of-changes.js';
export type { SessionBefore, SessionLook } from './core/state/facts-of-changes.js';
export { combineSources } from './core/store/sources.js';
// The rules by which widgets offer what can be asked, for a backend that has to refuse by the same.
export { contextAt, keptContextOf } from './core/context-data/kept-context.js';
export { recordAtEnd } from './core/context-data/record-at-end.js';
export { withFrozenUrls } from './core/fields/frozen-urls.js';
export type { FieldSource } from './core/fields/field-registry.js';
export { acceptanceOf, stopOfAccept } from './core/rules/acceptance-of.js';
export { afterCallWorkFor, extensionOf } from './core/rules/after-call-work-for.js';
export { refusalOfFile } from './core/rules/file-rules.js';
export type { FileRefusal, OfferedFile } from './core/rules/file-rules.js';
export { releaseOf } from './core/rules/leaving.js';
export { TYPING_LASTS_MS } from './core/rules/own-typing.js';
export { commandsIn, impedimentTo, obstacleTo, obstacleToWriting } from './core/rules/permissions.js';
export type { Obstacle, SessionCommandType, WritingObstacle } from './core/rules/permissions.js';
export { presenceRuleFor } from './core/rules/presence-rule.js';
export { ronaFor } from './core/rules/rona-for.js';
export { blocksNewWork, isOver } from './core/rules/session-phase.js';
export { takenSlots } from './core/rules/taken-slots.js';
export type { CountedBy } from './core/rules/taken-slots.js';
export { obstacleToAim } from './core/rules/transfer-targets.js';
export type { AimObstacle, Colleague, Directory } from './core/rules/transfer-targets.js';
export { unreadAfter } from './core/rules/unread.js';
export { messageLength } from './core/text/message-length.js';
// What a fact does to a record, for a backend that keeps its own as the store does.
export { sessionReducer } from './core/state/session-reducer.js';
export { transcriptReducer, withoutRepeats } from './core/state/transcript-reducer.js';
export { noUsage, usageReducer } from './core/state/usage.js';
export { userReducer } from './core/state/user-reducer.js';
